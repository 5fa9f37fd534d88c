using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;

namespace Workflows.Processes.WorkItems;

/// <summary>Whether the approver of the step before would only be asked the same again (同一审批人连续审批).</summary>
internal static class RepeatedApproval
{
    /// <summary>
    /// The approval just before this item, when its decider holds the item's only role, used it for that approval, and the item asks for
    /// nothing that has to be stated; null otherwise.
    /// </summary>
    public static async Task<WorkItemPart?> RepeatedApprovalAsync(this Desk desk, WorkItem item, CancellationToken ct)
    {
        if (item is not { IsFinal: false, Requires.Count: 0, IsApproval: true, Parts: [{ IsPending: true } part] })
            return null;
        // All parts of the case, chosen in memory: the approval that led here may not be in the database yet.
        await desk.Db.WorkItemParts.Include(one => one.WorkItem).Where(one => one.WorkItem.CaseId == item.CaseId).LoadAsync(ct);
        var last = desk.Db.WorkItemParts.Local
            .Where(one => one.WorkItem.CaseId == item.CaseId && one is { Outcome: not null, TakenBackAt: null })
            .MaxBy(one => one.DecidedAt);
        return last is { DecidedBy: { } decider, OnBehalfOf: null } && last.Role == part.Role && last.Outcome == last.WorkItem.Outcomes[0]
            && await desk.OfficerAsync(decider, item.Case, ct) is { } officer && officer.Roles.Contains(part.Role)
            && !(item.NeedsDeclaration && officer.Interest is not Interest.None)
                ? last : null;
    }
}
