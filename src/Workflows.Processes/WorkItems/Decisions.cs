using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;

namespace Workflows.Processes.WorkItems;

/// <summary>What people decided in a case, for the steps that act on it.</summary>
internal static class Decisions
{
    /// <summary>The newest decision with that outcome.</summary>
    public static Task<WorkItemPart> LastDecisionAsync(this Desk desk, Case @case, string outcome, CancellationToken ct) =>
        desk.LastDecisionAsync(@case, [outcome], ct);

    /// <summary>Whether the document that carries the case's result has been issued.</summary>
    public static Task<bool> HasIssuedAsync(this Desk desk, Case @case, CancellationToken ct) => desk.Db.WorkItemParts.AnyAsync(
        part => part.WorkItem.CaseId == @case.Id && part.Outcome == Outcomes.Issued && part.TakenBackAt == null, ct);

    /// <summary>The reason of the newest decision that turned something down or sent it back; empty where there was none.</summary>
    public static async Task<string> LastRefusalAsync(this Desk desk, Case @case, CancellationToken ct)
    {
        await desk.Db.WorkItemParts.Include(part => part.WorkItem).Where(part => part.WorkItem.CaseId == @case.Id).LoadAsync(ct);
        return desk.Db.WorkItemParts.Local
            .Where(part => part.WorkItem.CaseId == @case.Id && part is { Outcome: not null, TakenBackAt: null } && Outcomes.NeedsReason(part.Outcome))
            .MaxBy(part => part.DecidedAt)?.Comment ?? "";
    }

    /// <summary>The newest decision with one of the outcomes.</summary>
    public static async Task<WorkItemPart> LastDecisionAsync(
        this Desk desk, Case @case, IReadOnlyCollection<string> outcomes, CancellationToken ct)
    {
        // All parts of the case, chosen in memory: the decision that moved the case on is not in the database yet.
        await desk.Db.WorkItemParts.Include(part => part.WorkItem).Where(part => part.WorkItem.CaseId == @case.Id).LoadAsync(ct);
        return desk.Db.WorkItemParts.Local
            .Where(part => part.WorkItem.CaseId == @case.Id && part is { Outcome: { } outcome, TakenBackAt: null } && outcomes.Contains(outcome))
            .MaxBy(part => part.DecidedAt)
            ?? throw new InvalidOperationException($"Nobody decided {string.Join(" or ", outcomes)} in case {@case.Id}.");
    }
}
