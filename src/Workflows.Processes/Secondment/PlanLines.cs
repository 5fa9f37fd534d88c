using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Secondment;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Secondment;

/// <summary>How a line of a list is found and struck.</summary>
public static class PlanLines
{
    /// <summary>A line with its list; two nulls where there is none.</summary>
    public static async Task<(SecondmentPlan? Plan, PlanLine? Line)> FindLineAsync(this Desk desk, Guid lineId, CancellationToken ct)
    {
        var planId = await desk.Db.PlanLines.Where(line => line.Id == lineId).Select(line => (Guid?)line.PlanId).FirstOrDefaultAsync(ct);
        return planId is { } id && await desk.FindPlanAsync(id, ct) is { } plan ? (plan, plan.Lines.Find(line => line.Id == lineId)) : (null, null);
    }

    /// <summary>Strikes a line with its reason; whoever was asked about it is told.</summary>
    internal static async Task StrikeAsync(this Desk desk, SecondmentPlan plan, PlanLine line, string reason, Guid? actor, CancellationToken ct)
    {
        var wasAsked = line.HeardUntil is not null;
        line.StruckReason = reason;
        desk.Touch(plan);
        var @case = await desk.CaseAsync(plan.CaseId, ct);
        desk.Record(@case, new AuditLine("PlanLineStruck", actor) { Subject = $"{line.PersonId}", OldValue = line.School, Reason = reason });
        if (wasAsked)
            await desk.WriteToTeacherAsync(@case, plan, line, SecondmentLetters.Handled, $"{@case.Id:N}/struck/{line.Id:N}/{@case.AuditLength}", ct);
    }

    /// <summary>Tells everybody who was asked that the list is called off; nothing where the case is about no list.</summary>
    internal static async Task CallOffPlanAsync(this Desk desk, Case @case, string reason, Guid operationId, CancellationToken ct)
    {
        if (await desk.FindPlanAsync(@case.Id, ct) is not { } plan)
            return;
        foreach (var line in plan.Lines.Where(line => line is { Stands: true, HeardUntil: not null }))
        {
            line.Handling = reason;
            await desk.WriteToTeacherAsync(@case, plan, line, SecondmentLetters.CalledOff, $"{@case.Id:N}/{operationId:N}/{line.Id:N}", ct);
        }
    }

    /// <summary>Whether the account speaks for the line: the person's own, or HR that isn't concerned; null where it may not.</summary>
    public static async Task<bool?> SpeaksAsync(this Desk desk, Guid account, PlanLine line, CancellationToken ct)
    {
        if (await desk.Db.Users.Where(one => one.Id == account && one.IsActive).Select(one => one.PersonId).FirstOrDefaultAsync(ct) == line.PersonId)
            return true;
        return await desk.Db.Hats.AnyAsync(
            hat => hat.AccountId == account && hat.Role == OfficeRole.HumanResources && desk.Db.Users.Any(one => one.Id == account && one.IsActive), ct)
            ? false : null;
    }
}
