using System.Collections.Immutable;
using Workflows.Policy;
using Workflows.Policy.Semesters;

namespace Workflows.Planning.Secondment;

/// <summary>Who goes when and where, why, and how good that is.</summary>
/// <param name="Status">What came of the search.</param>
/// <param name="Assignments">The placements, by semester, then by teacher's id. Where no plan keeps all rules: those of the cheapest relaxations.</param>
/// <param name="Rules">Every hard rule with its slack.</param>
/// <param name="Cost">What the plan costs and what is proven; null where there is none.</param>
public sealed record SecondmentPlan(PlanStatus Status, ImmutableArray<SecondmentAssignment> Assignments, ImmutableArray<RuleFinding> Rules, PlanCost? Cost)
{
    /// <summary>Smallest sets of rules that conflict, one for each subject that has any.</summary>
    public ImmutableArray<PlanConflict> Conflicts { get; init; } = [];

    /// <summary>What would make a plan possible: for each subject with a conflict, some ways, the cheapest first. One of each has to be decided.</summary>
    public ImmutableArray<Relaxation> Relaxations { get; init; } = [];

    /// <summary>Whether it was found in two stages, so that the bound is the first stage's.</summary>
    public bool IsInTwoStages { get; init; }

    /// <summary>Whether somebody stopped the search; the plan is the best so far.</summary>
    public bool WasCancelled { get; init; }
}

/// <summary>One placement of a plan.</summary>
/// <param name="TeacherId">Who.</param>
/// <param name="Teacher">Their name.</param>
/// <param name="Semester">When, as a place in the list of semesters.</param>
/// <param name="SemesterName">The semester's name.</param>
/// <param name="HostId">Where.</param>
/// <param name="Host">The school's name.</param>
/// <param name="Stage">The school's stage.</param>
/// <param name="Reasons">Why this person, then, there.</param>
public sealed record SecondmentAssignment(
    string TeacherId, string Teacher, int Semester, SemesterName SemesterName, string HostId, string Host, SchoolStage Stage, ImmutableArray<Bilingual> Reasons);

/// <summary>What a plan costs by its soft goals, in points, and what is proven of it.</summary>
/// <param name="Objective">The sum of the parts.</param>
/// <param name="Bound">What no plan costs less than.</param>
/// <param name="OverdueSemesters">Semesters for which overdue people still wait, summed over people: always the fewest first, whatever it costs.</param>
/// <param name="OverdueBound">What that sum can't be less than.</param>
/// <param name="Parts">What each goal costs.</param>
public sealed record PlanCost(long Objective, long Bound, long OverdueSemesters, long OverdueBound, PlanCostParts Parts)
{
    /// <summary>How far the plan may be from the cheapest, as a part of its cost.</summary>
    public double Gap => Gaps.Relative(Objective, Bound);
}

/// <summary>What each soft goal costs, in points.</summary>
/// <param name="Placements">The placements themselves.</param>
/// <param name="Changes">Approved lines not kept.</param>
/// <param name="Wishes">Wishes not met.</param>
/// <param name="OtherStages">Schools of another stage.</param>
/// <param name="Burden">Distance and hardship.</param>
/// <param name="Spread">Uneven semesters.</param>
public sealed record PlanCostParts(long Placements, long Changes, long Wishes, long OtherStages, long Burden, long Spread)
{
    /// <summary>All together.</summary>
    public long Sum => Placements + Changes + Wishes + OtherStages + Burden + Spread;
}

/// <summary>A smallest set of rules that can't all be kept: without any one of them the others can.</summary>
/// <param name="Subject">The subject whose teachers it is about.</param>
/// <param name="Rules">The rules, in words.</param>
public sealed record PlanConflict(string Subject, ImmutableArray<RuleInWords> Rules);

/// <summary>A rule in words.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Sentence">What it asks, with names and numbers.</param>
public sealed record RuleInWords(PlanRule Rule, Bilingual Sentence);

/// <summary>Exceptions that would make a plan possible for a subject.</summary>
/// <param name="Subject">The subject whose teachers it is about.</param>
/// <param name="Points">How much is asked, in the points of <see cref="RelaxationPrices"/>.</param>
/// <param name="Waivers">What to decide, in words.</param>
public sealed record Relaxation(string Subject, int Points, ImmutableArray<RuleWaiver> Waivers);

/// <summary>One exception from a rule.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Amount">How many people, places or placements.</param>
/// <param name="Sentence">What to decide.</param>
public sealed record RuleWaiver(PlanRule Rule, int Amount, Bilingual Sentence);
