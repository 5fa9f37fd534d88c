using System.Globalization;
using Google.OrTools.Sat;

namespace Workflows.Planning.Solving;

/// <summary>The searches of one planning: they share a limit of deterministic time, a seed, who listens and who cancels.</summary>
internal sealed class SolverRun(PlannerOptions options, IProgress<PlanProgress>? progress, CancellationToken ct, SolverRun? whole = null)
{
    // Deterministic time counts the solver's work. Planning a district, a second did so much of it, the building of the models included.
    private const double WorkPerSecond = 0.25;

    // In seconds, as the limit is.
    private double left = options.TimeLimit;

    /// <summary>Whether somebody cancelled.</summary>
    public bool IsCancelled => ct.IsCancellationRequested;

    /// <summary>Whether the limit is used up, or somebody cancelled.</summary>
    public bool IsOver => IsCancelled || left <= 0;

    /// <summary>The same with a limit of its own.</summary>
    public SolverRun WithLimit(double limit) => new(options with { TimeLimit = limit }, progress, ct);

    /// <summary>A part of the planning, with a share of what is left.</summary>
    public SolverRun Part(double share) => new(options with { TimeLimit = left * share }, progress, ct, this);

    /// <summary>Tells those who listen how far it is.</summary>
    public void Tell(PlanProgress news) => progress?.Report(news);

    /// <summary>Searches a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="stage">What to call it to those who listen; null for a part of something larger, of which they aren't told.</param>
    /// <param name="share">The share of what is left of the limit that this search may use.</param>
    public SolverAnswer Solve(CpModel model, PlanStage? stage, double share = 1)
    {
        using var solver = new CpSolver();
        // One worker and deterministic time: with several, or by the wall clock, the same input could give another plan.
        solver.StringParameters = string.Create(
            CultureInfo.InvariantCulture,
            $"num_workers:1 random_seed:{options.Seed} linearization_level:2 max_deterministic_time:{Math.Max(left * share * WorkPerSecond, 1e-3):R}");
        if (IsCancelled)
            return SolverAnswer.Nothing;
        using var stop = ct.Register(() => solver.StopSearch());
        using var listener = new Listener(solver, stage, stage is null ? null : progress, ct);
        var status = solver.Solve(model, listener);
        var response = solver.Response ?? throw new InvalidOperationException("The solver gave no answer.");
        Spend(response.DeterministicTime / WorkPerSecond);
        return new SolverAnswer(
            status switch
            {
                CpSolverStatus.Optimal => PlanStatus.Optimal,
                CpSolverStatus.Feasible => PlanStatus.Feasible,
                CpSolverStatus.Infeasible => PlanStatus.Infeasible,
                CpSolverStatus.Unknown => PlanStatus.Unknown,
                _ => throw new InvalidOperationException($"The solver refuses the model: {model.Validate()}"),
            },
            [.. response.Solution], Whole(solver.ObjectiveValue), Whole(solver.BestObjectiveBound),
            [.. response.SufficientAssumptionsForInfeasibility]);
    }

    private void Spend(double time)
    {
        left -= time;
        whole?.Spend(time);
    }

    // Costs are whole, so a bound of 3.2 is one of 4.
    private static long Whole(double value) => double.IsFinite(value) ? (long)Math.Ceiling(value - 1e-6) : 0;

    private sealed class Listener(CpSolver solver, PlanStage? stage, IProgress<PlanProgress>? progress, CancellationToken ct) : CpSolverSolutionCallback
    {
        public override void OnSolutionCallback()
        {
            progress?.Report(new PlanProgress(stage!.Value, ObjectiveValue(), BestObjectiveBound()));
            // A wish to stop from before the search had begun is heard here.
            if (ct.IsCancellationRequested)
                solver.StopSearch();
        }
    }
}

/// <summary>What a search found.</summary>
/// <param name="Status">What came of it.</param>
/// <param name="Values">The value of each variable, by its index; empty without a solution.</param>
/// <param name="Objective">The solution's cost.</param>
/// <param name="Bound">What nothing can cost less than.</param>
/// <param name="Core">The literals that can't all be assumed, by index.</param>
internal sealed record SolverAnswer(PlanStatus Status, long[] Values, long Objective, long Bound, int[] Core)
{
    /// <summary>The answer of a search that was cancelled before it began.</summary>
    public static SolverAnswer Nothing { get; } = new(PlanStatus.Unknown, [], 0, long.MinValue, []);

    /// <summary>Whether there is a solution.</summary>
    public bool HasSolution => Status is PlanStatus.Optimal or PlanStatus.Feasible;

    /// <summary>Whether a variable that is yes or no is yes.</summary>
    public bool IsTrue(BoolVar variable) => Values[variable.Index] == 1;
}
