using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Secondment;
using Workflows.Policy.Semesters;

namespace Workflows.Processes.Secondment;

/// <summary>One line of a list as its teacher sees it.</summary>
/// <param name="Plan">The list.</param>
/// <param name="Line">The line.</param>
/// <param name="Days">The semester at the host's stage; null where no calendar knows it.</param>
/// <param name="IsOpen">Whether the teacher can answer now.</param>
public sealed record PlanLineLook(SecondmentPlan Plan, PlanLine Line, Semester? Days, bool IsOpen);

/// <summary>Reads lines for their teachers.</summary>
public static class PlanLineLooks
{
    /// <summary>The line as it is now; null where there is none.</summary>
    public static async Task<PlanLineLook?> LookAtLineAsync(this Desk desk, Guid lineId, CancellationToken ct)
    {
        if (await desk.Db.PlanLines.AsNoTracking().FirstOrDefaultAsync(one => one.Id == lineId, ct) is not { } line)
            return null;
        var plan = await desk.Db.SecondmentPlans.AsNoTracking().FirstAsync(one => one.CaseId == line.PlanId, ct);
        var hearing = await desk.Db.Hearings.AsNoTracking().FirstOrDefaultAsync(one => one.CaseId == line.PlanId, ct);
        return new PlanLineLook(plan, line, desk.Office.Semesters.Find(line.Stage, plan.Name),
            hearing is { WaitId: not null } && line.Stands && line.HeardUntil == hearing.Until && desk.Today <= hearing.Until);
    }

    /// <summary>The person's lines on lists that are under way, those that wait for an answer included; for the person's own page.</summary>
    public static Task<List<Guid>> MyPlanLinesAsync(this Desk desk, Guid personId, CancellationToken ct) => desk.Db.PlanLines.AsNoTracking()
        .Where(line => line.PersonId == personId && line.HeardUntil != null
            && desk.Db.Cases.Any(@case => @case.Id == line.PlanId && @case.Stage == CaseStage.Running))
        .OrderBy(line => line.Id).Select(line => line.Id).ToListAsync(ct);
}
