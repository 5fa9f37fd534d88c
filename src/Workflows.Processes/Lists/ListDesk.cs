using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Lists;
using Workflows.Personnel.Rotation;
using Workflows.Personnel.Secondment;
using Workflows.Policy;
using Workflows.Policy.Secondment;
using Workflows.Policy.Semesters;
using Workflows.Processes.Cases;
using Workflows.Processes.Rotation;
using Workflows.Processes.Secondment;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Lists;

/// <summary>How use cases and steps find a list and its lines, and what they do with any of them: a semester's secondments, a year's rotation.</summary>
public static class ListDesk
{
    /// <summary>The step in which HR works on a list, with the mark before the visit.</summary>
    public const string DraftStep = "draft#";

    /// <summary>The list of a case with its lines; null for any other case.</summary>
    public static async Task<PeopleList?> FindListAsync(this Desk desk, Guid caseId, CancellationToken ct) =>
        await desk.FindPlanAsync(caseId, ct) is { } plan ? plan : await desk.FindRotationAsync(caseId, ct);

    /// <summary>A line with its list; two nulls where there is none.</summary>
    public static async Task<(PeopleList? List, ListLine? Line)> FindLineAsync(this Desk desk, Guid lineId, CancellationToken ct)
    {
        var caseId = await desk.Db.PlanLines.Where(line => line.Id == lineId).Select(line => (Guid?)line.PlanId).FirstOrDefaultAsync(ct)
            ?? await desk.Db.RotationLines.Where(line => line.Id == lineId).Select(line => (Guid?)line.RoundId).FirstOrDefaultAsync(ct);
        return caseId is { } id && await desk.FindListAsync(id, ct) is { } list ? (list, list.Everybody.FirstOrDefault(line => line.Id == lineId)) : (null, null);
    }

    /// <summary>Whether the account speaks for the line: the person's own, or HR that isn't concerned; null where it may not.</summary>
    public static async Task<bool?> SpeaksAsync(this Desk desk, Guid account, ListLine line, CancellationToken ct)
    {
        if (await desk.Db.Users.Where(one => one.Id == account && one.IsActive).Select(one => one.PersonId).FirstOrDefaultAsync(ct) == line.PersonId)
            return true;
        return await desk.Db.Hats.AnyAsync(
            hat => hat.AccountId == account && hat.Role == OfficeRole.HumanResources && desk.Db.Users.Any(one => one.Id == account && one.IsActive), ct)
            ? false : null;
    }

    /// <summary>The list that a step works on.</summary>
    internal static async Task<PeopleList> ListAsync(this Desk desk, Guid caseId, CancellationToken ct) =>
        await desk.FindListAsync(caseId, ct) ?? throw new InvalidOperationException($"Case {caseId} is about no list.");

    /// <summary>Marks the list as changed: older pages of it become stale.</summary>
    internal static void Touch(this Desk desk, PeopleList list)
    {
        list.ChangedAt = desk.Now;
        // Also where the clock has not moved on since the last change.
        desk.Db.Entry(list).Property(nameof(PeopleList.ChangedAt)).IsModified = true;
    }

    /// <summary>Why HR can't work on the list now; null while the case waits for HR at that step.</summary>
    internal static async Task<Answer?> RefusalOfListWorkAsync(this Desk desk, Guid actor, PeopleList list, long version, string step, CancellationToken ct)
    {
        if (await desk.RefusalUnlessAsync(actor, OfficeRole.HumanResources, ct) is { } refusal)
            return refusal;
        var @case = await desk.CaseAsync(list.CaseId, ct);
        if (await desk.IsConcernedAsync(actor, @case, ct))
            return Answer.Refused(Refusal.NotAllowed, "名单涉及您本人或亲属，应当回避，请由其他人事干部办理。", "You or a declared relative are on the list: another HR officer acts.");
        if (!await desk.Db.WorkItems.AnyAsync(item => item.CaseId == list.CaseId && item.Stage == WorkItemStage.Open && item.WaitId.StartsWith(step), ct))
            return Answer.Refused(Refusal.WrongTime, "名单现在不在人事手中，不能修改。", "The list isn't with HR now and can't be changed.");
        return list.Version == version ? null
            : Answer.Refused(Refusal.Stale, "名单已被别人改过，请看过最新名单再办理。", "Somebody else changed the list. Look at it as it is now, then act.");
    }

    /// <summary>Strikes a line with its reason; whoever was asked about it is told.</summary>
    internal static async Task StrikeAsync(this Desk desk, PeopleList list, ListLine line, string reason, Guid? actor, CancellationToken ct)
    {
        var wasAsked = line.HeardUntil is not null;
        line.StruckReason = reason;
        desk.Touch(list);
        var @case = await desk.CaseAsync(list.CaseId, ct);
        desk.Record(@case, new AuditLine("PlanLineStruck", actor) { Subject = $"{line.PersonId}", OldValue = line.School, Reason = reason });
        if (wasAsked)
            await desk.WriteToTeacherAsync(@case, list, line, list.Letters().Handled, $"{@case.Id:N}/struck/{line.Id:N}/{@case.AuditLength}", ct);
    }

    /// <summary>Tells everybody who was asked that the list is called off; nothing where the case is about no list.</summary>
    internal static async Task CallOffListAsync(this Desk desk, Case @case, string reason, Guid operationId, CancellationToken ct)
    {
        if (await desk.FindListAsync(@case.Id, ct) is not { } list)
            return;
        foreach (var line in list.Standing.Where(line => line.HeardUntil is not null))
        {
            line.Handling = reason;
            await desk.WriteToTeacherAsync(@case, list, line, list.Letters().CalledOff, $"{@case.Id:N}/{operationId:N}/{line.Id:N}", ct);
        }
    }

    /// <summary>The schools that a case is about, by name: those of a list's lines, or the one of a cycle's placement.</summary>
    internal static async Task<IReadOnlyList<string>> HostSchoolsAsync(this Desk desk, Guid caseId, CancellationToken ct)
    {
        if (await desk.FindListAsync(caseId, ct) is { } list)
            return [.. list.Standing.Select(line => line.School).Distinct().Order(StringComparer.Ordinal)];
        return await desk.Db.SecondmentCycles.FindAsync([caseId], ct) is { PlacementId: { } placement }
            ? [(await desk.PlacementAsync(placement, ct)).School] : [];
    }

    /// <summary>The working days in which the teachers of the list confirm or object.</summary>
    internal static int DaysToObject(this PeopleList list, Office office) =>
        list is RotationRound ? office.Staff.Rotation.DaysToObject : office.Staff.Secondment.DaysToObject;

    /// <summary>Whether the person would go elsewhere, or otherwise, than the line says now.</summary>
    internal static bool IsElsewhere(this ListLine line, string school, SchoolStage stage, PlacementKind kind) =>
        line.School != school || line.Stage != stage || (line is PlanLine plan && plan.Kind != kind);

    /// <summary>What stands against a line as it is now, so that the list can't go on with it.</summary>
    internal static async Task<IReadOnlyList<Bilingual>> FaultsAsync(this Desk desk, PeopleList list, ListLine line, CancellationToken ct)
    {
        var checks = (list, line) switch
        {
            (SecondmentPlan plan, PlanLine one) => PlanChecks.Of(await desk.SituationAsync(plan.Name, plan, ct), one),
            (RotationRound round, RotationLine one) => RotationChecks.Of(await desk.RotationSituationAsync(round, ct), one),
            _ => throw new ArgumentOutOfRangeException(nameof(list), list, "No such list."),
        };
        return [.. checks.Where(check => check.IsFault).Select(check => check.Sentence)];
    }
}
