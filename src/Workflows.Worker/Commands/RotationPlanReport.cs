using System.Collections.Immutable;
using Workflows.Planning;
using Workflows.Planning.Rotation;
using Workflows.Policy;
using Workflows.Policy.Semesters;
using Workflows.Processes.Planning;

namespace Workflows.Worker.Commands;

/// <summary>What <c>plan rotation</c> prints.</summary>
/// <param name="Mode">Always <c>rotation</c>.</param>
/// <param name="Semesters">The semesters.</param>
/// <param name="Rounds">Those of them at whose beginning a round takes effect.</param>
/// <param name="Seed">The seed.</param>
/// <param name="TimeLimit">The limit.</param>
/// <param name="Status">What came of the search. Infeasible: the assignments are those of the cheapest exceptions.</param>
/// <param name="Objective">The cost in points; null without a plan.</param>
/// <param name="Bound">What no plan costs less than.</param>
/// <param name="Gap">How far the plan may be from the cheapest, as a part of its cost.</param>
/// <param name="Cancelled">Whether somebody stopped the search.</param>
/// <param name="Assignments">Who moves when and where.</param>
/// <param name="Newcomers">How many come by each round.</param>
/// <param name="Rules">Every hard rule with its slack.</param>
/// <param name="Conflict">A smallest set of rules that conflict.</param>
/// <param name="Relaxations">Exceptions that would do, the cheapest first.</param>
/// <param name="NotAsked">Teachers who can't be asked in any round, with what stands against the first.</param>
/// <param name="Missing">What isn't on record.</param>
public sealed record RotationPlanReport(
    string Mode, ImmutableArray<string> Semesters, ImmutableArray<string> Rounds, int Seed, double TimeLimit, PlanStatus Status, long? Objective, long? Bound,
    double? Gap, bool Cancelled, ImmutableArray<PrintedAssignment> Assignments, ImmutableArray<PrintedNewcomers> Newcomers,
    ImmutableArray<PrintedRotationRule> Rules, ImmutableArray<Bilingual> Conflict, ImmutableArray<PrintedExceptions> Relaxations,
    ImmutableArray<UndecidedTeacher> NotAsked, ImmutableArray<Bilingual> Missing)
{
    // What a move is called beside the kinds of secondment.
    private const string Kind = "轮岗调出";

    /// <summary>The report of a plan.</summary>
    public static RotationPlanReport Of(RotationDraft draft, RotationPlan plan, PlannerOptions options)
    {
        var problem = draft.Problem;
        var names = problem.Teachers.ToDictionary(one => one.Id, one => one.Name);
        var schools = problem.Hosts.ToDictionary(one => one.Id, one => one.Name);
        return new RotationPlanReport(
            "rotation", [.. problem.Semesters.Select(semester => $"{semester}")], [.. problem.Rounds.Select(round => $"{problem.Semesters[round]}")], options.Seed,
            options.TimeLimit, plan.Status, plan.Cost?.Objective, plan.Cost?.Bound, plan.Cost is { } cost ? Math.Round(cost.Gap, 6) : null, plan.WasCancelled,
            [.. plan.Moves.Select(one => new PrintedAssignment(one.TeacherId, one.Teacher, $"{one.SemesterName}", one.Host, one.Stage.Name().Zh, Kind, one.Reasons))],
            [.. plan.Newcomers.Select(one => new PrintedNewcomers($"{one.SemesterName}", one.Subject, one.Level, one.Count, one.Reasons))],
            [
                .. plan.Rules.Select(one => new PrintedRotationRule(
                    one.Rule.Kind, one.Clause, one.Rule.TeacherId is { } teacher ? names[teacher] : null, one.Rule.Subject,
                    one.Rule.HostId is { } host ? schools[host] : null, one.Rule.Semester is { } semester ? $"{problem.Semesters[semester]}" : null, one.Slack, one.Sentence)),
            ],
            [.. plan.Conflict.Select(one => one.Sentence)],
            [.. plan.Relaxations.Select(one => new PrintedExceptions(one.Points, [.. one.Waivers.Select(waiver => waiver.Sentence)]))],
            draft.NotAsked, draft.Missing);
    }
}

/// <summary>People who have to come.</summary>
/// <param name="Semester">By which semester.</param>
/// <param name="Subject">The subject.</param>
/// <param name="Level">The level of their posts.</param>
/// <param name="Count">How many.</param>
/// <param name="Reasons">Why.</param>
public sealed record PrintedNewcomers(string Semester, string Subject, NewcomerLevel Level, int Count, ImmutableArray<Bilingual> Reasons);

/// <summary>A hard rule of a rotation.</summary>
/// <param name="Rule">Which.</param>
/// <param name="Clause">The clause.</param>
/// <param name="Person">Whom it binds.</param>
/// <param name="Subject">Of which subject.</param>
/// <param name="Host">Of which school.</param>
/// <param name="Semester">In which semester.</param>
/// <param name="Slack">How many people are left; below 0: broken, or short without the plan already.</param>
/// <param name="Sentence">The rule in words.</param>
public sealed record PrintedRotationRule(
    RotationRuleKind Rule, string Clause, string? Person, string? Subject, string? Host, string? Semester, int Slack, Bilingual Sentence);

/// <summary>Exceptions that would do.</summary>
/// <param name="Points">How much they ask.</param>
/// <param name="Waivers">What to decide.</param>
public sealed record PrintedExceptions(int Points, ImmutableArray<Bilingual> Waivers);
