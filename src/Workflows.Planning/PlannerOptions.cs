namespace Workflows.Planning;

/// <summary>How long and from which start a planner searches. The same problem, seed and limit give the same plan on every machine.</summary>
/// <param name="Seed">Where the search starts.</param>
/// <param name="TimeLimit">For about how many seconds it searches at most. Counted by the solver's work, so that a slower machine finds the same plan later; the wall clock only ever cancels.</param>
/// <param name="LargestWhole">Up to how many possible placements (teacher, semester, school) are solved in one piece; beyond it in two stages.</param>
public sealed record PlannerOptions(int Seed = 0, double TimeLimit = 60, int LargestWhole = 6_000);

/// <summary>How far a long run is.</summary>
/// <param name="Stage">What is being searched.</param>
/// <param name="Objective">The best plan's cost so far; null before the first plan.</param>
/// <param name="Bound">What no plan can cost less than, as far as is proven.</param>
public sealed record PlanProgress(PlanStage Stage, double? Objective, double Bound)
{
    /// <summary>How far the best plan may be from the cheapest, as a part of its cost; null before the first plan.</summary>
    public double? Gap => Objective is not { } best ? null : Gaps.Relative(best, Bound);
}

/// <summary>What a planner is doing.</summary>
public enum PlanStage
{
    /// <summary>Whoever is overdue goes as early as can be.</summary>
    Overdue,

    /// <summary>Teachers, semesters and schools in one piece.</summary>
    Whole,

    /// <summary>Teachers to semesters and then to schools, one subject after the other.</summary>
    Semesters,

    /// <summary>One small group of teachers after the other, semesters and schools together.</summary>
    Groups,

    /// <summary>What the cheapest plan can't be below.</summary>
    Bound,

    /// <summary>Which rules conflict.</summary>
    Conflicts,
}

/// <summary>What came of a search.</summary>
public enum PlanStatus
{
    /// <summary>No plan that keeps the hard rules is cheaper: proven.</summary>
    Optimal,

    /// <summary>Keeps the hard rules; whether a cheaper one exists isn't settled within the limit, or the search was cancelled.</summary>
    Feasible,

    /// <summary>Proven: no plan keeps all hard rules.</summary>
    Infeasible,

    /// <summary>Neither a plan nor a proof was found within the limit.</summary>
    Unknown,
}

internal static class Gaps
{
    public static double Relative(double objective, double bound) =>
        objective <= bound ? 0 : (objective - bound) / Math.Max(1, Math.Abs(objective));
}
