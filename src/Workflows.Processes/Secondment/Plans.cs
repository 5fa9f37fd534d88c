using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Secondment;
using Workflows.Policy.Semesters;
using Workflows.Processes.Cases;

namespace Workflows.Processes.Secondment;

/// <summary>How use cases, steps and pages find a semester's list and what surrounds it.</summary>
public static class Plans
{
    /// <summary>The definition by which a semester's list runs.</summary>
    public const string Definition = "secondment-plan";

    /// <summary>The plan of a case with its lines; null for any other case.</summary>
    public static async Task<SecondmentPlan?> FindPlanAsync(this Desk desk, Guid caseId, CancellationToken ct)
    {
        var plan = await desk.Db.SecondmentPlans.FindAsync([caseId], ct);
        if (plan is not null && desk.Db.Entry(plan) is { State: not EntityState.Added } entry)
            await entry.Collection(one => one.Lines).LoadAsync(ct);
        return plan;
    }

    /// <summary>What there is to know about a semester.</summary>
    /// <param name="desk">The desk.</param>
    /// <param name="semester">The semester.</param>
    /// <param name="plan">Its list with all lines; null where there is none.</param>
    /// <param name="ct">Ends the wait.</param>
    public static async Task<PlanSituation> SituationAsync(this Desk desk, SemesterName semester, SecondmentPlan? plan, CancellationToken ct)
    {
        var others = await (
            from line in desk.Db.PlanLines.AsNoTracking()
            join other in desk.Db.SecondmentPlans on line.PlanId equals other.CaseId
            join running in desk.Db.Cases on other.CaseId equals running.Id
            where line.StruckReason == "" && line.PlacementId == null && running.Stage == CaseStage.Running
            select new { line.PersonId, line.PlanId, other.Semester }).ToListAsync(ct);
        return new PlanSituation(
            semester, await desk.SecondmentFindingsAsync(desk.Today, ct),
            await desk.Db.Schools.AsNoTracking().OrderBy(school => school.Name).ThenBy(school => school.Stage).ToListAsync(ct),
            [.. plan?.Lines.Where(line => line.Stands) ?? []],
            others.Where(one => one.PlanId != plan?.CaseId).DistinctBy(one => one.PersonId).ToDictionary(one => one.PersonId, one => one.Semester), desk.Office);
    }

    /// <summary>The list of a semester that is under way; null for none.</summary>
    public static Task<Guid?> RunningPlanAsync(this Desk desk, SemesterName semester, CancellationToken ct)
    {
        var name = semester.ToString();
        return desk.Db.SecondmentPlans.Where(plan => plan.Semester == name
            && desk.Db.Cases.Any(@case => @case.Id == plan.CaseId && @case.Stage == CaseStage.Running)).Select(plan => (Guid?)plan.CaseId).FirstOrDefaultAsync(ct);
    }

    /// <summary>The schools that a case is about, by name: those of a list's lines, or the one of a cycle's placement.</summary>
    internal static async Task<IReadOnlyList<string>> HostSchoolsAsync(this Desk desk, Guid caseId, CancellationToken ct)
    {
        if (await desk.FindPlanAsync(caseId, ct) is { } plan)
            return [.. plan.Lines.Where(line => line.Stands).Select(line => line.School).Distinct().Order(StringComparer.Ordinal)];
        return await desk.Db.SecondmentCycles.FindAsync([caseId], ct) is { PlacementId: { } placement }
            ? [(await desk.PlacementAsync(placement, ct)).School] : [];
    }

    /// <summary>The plan that a step works on.</summary>
    internal static async Task<SecondmentPlan> PlanAsync(this Desk desk, Guid caseId, CancellationToken ct) =>
        await desk.FindPlanAsync(caseId, ct) ?? throw new InvalidOperationException($"Case {caseId} is about no semester's list.");

    /// <summary>Marks the list as changed: older pages of it become stale.</summary>
    internal static void Touch(this Desk desk, SecondmentPlan plan)
    {
        plan.ChangedAt = desk.Now;
        // Also where the clock has not moved on since the last change.
        desk.Db.Entry(plan).Property(one => one.ChangedAt).IsModified = true;
    }

    /// <summary>Why HR can't work on the list now; null while the case waits for HR at that step.</summary>
    internal static async Task<Answer?> RefusalOfListWorkAsync(this Desk desk, Guid actor, SecondmentPlan plan, long version, string step, CancellationToken ct)
    {
        if (await desk.RefusalUnlessAsync(actor, OfficeRole.HumanResources, ct) is { } refusal)
            return refusal;
        var @case = await desk.CaseAsync(plan.CaseId, ct);
        if (await desk.IsConcernedAsync(actor, @case, ct))
            return Answer.Refused(Refusal.NotAllowed, "名单涉及您本人或亲属，应当回避，请由其他人事干部办理。", "You or a declared relative are on the list: another HR officer acts.");
        if (!await desk.Db.WorkItems.AnyAsync(item => item.CaseId == plan.CaseId && item.Stage == WorkItemStage.Open && item.WaitId.StartsWith(step), ct))
            return Answer.Refused(Refusal.WrongTime, "名单现在不在人事手中，不能修改。", "The list isn't with HR now and can't be changed.");
        return plan.Version == version ? null
            : Answer.Refused(Refusal.Stale, "名单已被别人改过，请看过最新名单再办理。", "Somebody else changed the list. Look at it as it is now, then act.");
    }
}
