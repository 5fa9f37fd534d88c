using System.Collections.Immutable;
using Workflows.Planning;
using Workflows.Planning.Secondment;
using Workflows.Policy;
using Workflows.Policy.Secondment;
using Workflows.Policy.Semesters;
using Workflows.Processes.Planning;

namespace Workflows.Worker.Commands;

/// <summary>What <c>plan secondment</c> prints.</summary>
/// <param name="Mode">Always <c>secondment</c>.</param>
/// <param name="Semesters">The semesters.</param>
/// <param name="Seed">The seed.</param>
/// <param name="TimeLimit">The limit.</param>
/// <param name="Status">What came of the search. Infeasible: the assignments are those of the cheapest relaxations.</param>
/// <param name="Objective">The cost in points; null without a plan.</param>
/// <param name="Bound">What no plan costs less than.</param>
/// <param name="Gap">How far the plan may be from the cheapest, as a part of its cost.</param>
/// <param name="OverdueSemesters">For how many semesters overdue people still wait, summed over people.</param>
/// <param name="OverdueBound">What that can't be less than.</param>
/// <param name="Cost">The cost part by part.</param>
/// <param name="InTwoStages">Whether it was found in two stages.</param>
/// <param name="Cancelled">Whether somebody stopped the search.</param>
/// <param name="Assignments">Who goes when and where.</param>
/// <param name="Rules">Every hard rule with its slack.</param>
/// <param name="Conflicts">Smallest sets of rules that conflict, one for each subject that has any.</param>
/// <param name="Relaxations">Exceptions that would do, for each such subject the cheapest first.</param>
/// <param name="Undecided">Teachers whose deadline isn't known.</param>
public sealed record SecondmentPlanReport(
    string Mode, ImmutableArray<string> Semesters, int Seed, double TimeLimit, PlanStatus Status, long? Objective, long? Bound, double? Gap,
    long? OverdueSemesters, long? OverdueBound, PlanCostParts? Cost, bool InTwoStages, bool Cancelled, ImmutableArray<PrintedAssignment> Assignments,
    ImmutableArray<PrintedRule> Rules, ImmutableArray<PrintedConflict> Conflicts, ImmutableArray<PrintedRelaxation> Relaxations,
    ImmutableArray<UndecidedTeacher> Undecided)
{
    /// <summary>The report of a plan.</summary>
    public static SecondmentPlanReport Of(SecondmentDraft draft, SecondmentPlan plan, PlannerOptions options)
    {
        var names = draft.Problem.Teachers.ToDictionary(one => one.Id, one => one.Name);
        var schools = draft.Problem.Hosts.ToDictionary(one => one.Id, one => one.Name);
        return new SecondmentPlanReport(
            "secondment", [.. draft.Problem.Semesters.Select(semester => $"{semester}")], options.Seed, options.TimeLimit, plan.Status, plan.Cost?.Objective,
            plan.Cost?.Bound, plan.Cost is { } cost ? Math.Round(cost.Gap, 6) : null, plan.Cost?.OverdueSemesters, plan.Cost?.OverdueBound, plan.Cost?.Parts,
            plan.IsInTwoStages, plan.WasCancelled,
            [
                .. plan.Assignments.Select(one => new PrintedAssignment(
                    one.TeacherId, one.Teacher, $"{one.SemesterName}", one.Host, one.Stage.Name().Zh, SecondmentWording.Name(PlacementKind.Secondment).Zh, one.Reasons)),
            ],
            [.. plan.Rules.Select(Printed)],
            [.. plan.Conflicts.Select(one => new PrintedConflict(one.Subject, [.. one.Rules.Select(rule => rule.Sentence)]))],
            [.. plan.Relaxations.Select(one => new PrintedRelaxation(one.Subject, one.Points, [.. one.Waivers.Select(waiver => waiver.Sentence)]))],
            [.. draft.Undecided]);

        PrintedRule Printed(RuleFinding finding) => new(
            finding.Rule.Kind, finding.Clause, finding.Rule.TeacherId is { } teacher ? names[teacher] : null, finding.Rule.Subject,
            finding.Rule.HostId is { } host ? schools[host] : null, finding.Rule.Semester is { } semester ? $"{draft.Problem.Semesters[semester]}" : null,
            finding.Limit, finding.Actual, finding.Slack, finding.Sentence);
    }
}

/// <summary>A placement.</summary>
/// <param name="PersonId">The staff number, or name and birth date where there is none.</param>
/// <param name="Person">The name.</param>
/// <param name="Semester">The semester.</param>
/// <param name="Host">The school.</param>
/// <param name="Stage">Its stage.</param>
/// <param name="Kind">方式.</param>
/// <param name="Reasons">Why.</param>
public sealed record PrintedAssignment(string PersonId, string Person, string Semester, string Host, string Stage, string Kind, ImmutableArray<Bilingual> Reasons);

/// <summary>A hard rule.</summary>
/// <param name="Rule">Which.</param>
/// <param name="Clause">The clause.</param>
/// <param name="Person">Whom it binds.</param>
/// <param name="Subject">Of which subject.</param>
/// <param name="Host">Of which school.</param>
/// <param name="Semester">In which semester.</param>
/// <param name="Limit">The limit: a number of people, or a semester counted from the plan's first, which is 0.</param>
/// <param name="Actual">What the plan has, in the same measure.</param>
/// <param name="Slack">What is left; below 0: overdue, or broken.</param>
/// <param name="Sentence">The rule in words.</param>
public sealed record PrintedRule(
    PlanRuleKind Rule, string Clause, string? Person, string? Subject, string? Host, string? Semester, int Limit, int? Actual, int Slack, Bilingual Sentence);

/// <summary>Rules that can't all be kept.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Rules">The rules, in words.</param>
public sealed record PrintedConflict(string Subject, ImmutableArray<Bilingual> Rules);

/// <summary>Exceptions that would do.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Points">How much they ask.</param>
/// <param name="Waivers">What to decide.</param>
public sealed record PrintedRelaxation(string Subject, int Points, ImmutableArray<Bilingual> Waivers);
