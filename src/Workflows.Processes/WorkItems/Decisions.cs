using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;

namespace Workflows.Processes.WorkItems;

/// <summary>What people decided in a case, for the steps that act on it.</summary>
internal static class Decisions
{
    /// <summary>The newest decision with that outcome.</summary>
    public static Task<WorkItemPart> LastDecisionAsync(this Desk desk, Case @case, string outcome, CancellationToken ct) =>
        desk.LastDecisionAsync(@case, [outcome], ct);

    /// <summary>The newest decision with one of the outcomes.</summary>
    public static async Task<WorkItemPart> LastDecisionAsync(
        this Desk desk, Case @case, IReadOnlyCollection<string> outcomes, CancellationToken ct)
    {
        // All parts of the case, chosen in memory: the decision that moved the case on is not in the database yet.
        await desk.Db.WorkItemParts.Include(part => part.WorkItem).Where(part => part.WorkItem.CaseId == @case.Id).LoadAsync(ct);
        return desk.Db.WorkItemParts.Local
            .Where(part => part.WorkItem.CaseId == @case.Id && part.Outcome is { } outcome && outcomes.Contains(outcome))
            .MaxBy(part => part.DecidedAt)
            ?? throw new InvalidOperationException($"Nobody decided {string.Join(" or ", outcomes)} in case {@case.Id}.");
    }
}
