using System.Collections.Immutable;
using Workflows.Policy;
using Workflows.Policy.Semesters;

namespace Workflows.Planning.Rotation;

/// <summary>Who moves to which school in which year's round, how many come for it, why, and how good that is.</summary>
/// <param name="Status">What came of the search.</param>
/// <param name="Moves">Who moves, by semester, then by teacher's id. Where no plan keeps all rules: those of the cheapest exceptions.</param>
/// <param name="Newcomers">How many have to come, by semester, then by subject.</param>
/// <param name="Rules">Every hard rule with its slack.</param>
/// <param name="Cost">What the plan costs and what is proven; null where there is none.</param>
public sealed record RotationPlan(
    PlanStatus Status, ImmutableArray<RotationMove> Moves, ImmutableArray<RotationNewcomers> Newcomers, ImmutableArray<RotationFinding> Rules, RotationCost? Cost)
{
    /// <summary>A smallest set of rules that can't all be kept: without any one of them the others can. Empty where there is a plan.</summary>
    public ImmutableArray<RotationRuleInWords> Conflict { get; init; } = [];

    /// <summary>What would make a plan possible, the cheapest way first. One of them has to be decided.</summary>
    public ImmutableArray<RotationRelaxation> Relaxations { get; init; } = [];

    /// <summary>Whether somebody stopped the search; the plan is the best so far.</summary>
    public bool WasCancelled { get; init; }
}

/// <summary>One move of a plan.</summary>
/// <param name="TeacherId">Who.</param>
/// <param name="Teacher">Their name.</param>
/// <param name="Semester">When, as a place in the list of semesters.</param>
/// <param name="SemesterName">The semester's name.</param>
/// <param name="HostId">Where.</param>
/// <param name="Host">The school's name.</param>
/// <param name="Stage">The school's stage.</param>
/// <param name="Reasons">Why this person, then, there.</param>
public sealed record RotationMove(
    string TeacherId, string Teacher, int Semester, SemesterName SemesterName, string HostId, string Host, SchoolStage Stage, ImmutableArray<Bilingual> Reasons);

/// <summary>People who have to come by a round.</summary>
/// <param name="Semester">When, as a place in the list of semesters.</param>
/// <param name="SemesterName">The semester's name.</param>
/// <param name="Subject">The subject.</param>
/// <param name="Level">The level of their posts.</param>
/// <param name="Count">How many.</param>
/// <param name="Reasons">Why so many, of this subject and level.</param>
public sealed record RotationNewcomers(
    int Semester, SemesterName SemesterName, string Subject, NewcomerLevel Level, int Count, ImmutableArray<Bilingual> Reasons);

/// <summary>What a plan costs by its soft goals, in points, and what is proven of it.</summary>
/// <param name="Objective">The sum of all goals.</param>
/// <param name="Bound">What no plan costs less than.</param>
public sealed record RotationCost(long Objective, long Bound)
{
    /// <summary>How far the plan may be from the cheapest, as a part of its cost.</summary>
    public double Gap => Gaps.Relative(Objective, Bound);
}

/// <summary>A rule in words.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Sentence">What it asks, with names and numbers.</param>
public sealed record RotationRuleInWords(RotationRule Rule, Bilingual Sentence);

/// <summary>Exceptions that would make a plan possible.</summary>
/// <param name="Points">How much is asked.</param>
/// <param name="Waivers">What to decide.</param>
public sealed record RotationRelaxation(int Points, ImmutableArray<RotationWaiver> Waivers);

/// <summary>One exception from a rule.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Amount">By how many people.</param>
/// <param name="Sentence">What to decide.</param>
public sealed record RotationWaiver(RotationRule Rule, int Amount, Bilingual Sentence);
