using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Secondment;
using Workflows.Policy.Semesters;

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

    /// <summary>The plan that a step works on.</summary>
    internal static async Task<SecondmentPlan> PlanAsync(this Desk desk, Guid caseId, CancellationToken ct) =>
        await desk.FindPlanAsync(caseId, ct) ?? throw new InvalidOperationException($"Case {caseId} is about no semester's list.");
}
