using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;

namespace Workflows.Processes.WorkItems;

/// <summary>A work item as somebody looks it up who acts on it without being its holder: HR, the initiator, an earlier signer.</summary>
/// <param name="Item">The item with its case and parts.</param>
/// <param name="Refusal">Why nothing can be done to it now; null when nothing stands against it.</param>
internal sealed record WorkItemLook(WorkItem Item, Answer? Refusal)
{
    /// <summary>The answer when there is no such item.</summary>
    public static Answer Missing { get; } = Answer.Refused(Processes.Refusal.NotFound, "没有这个待办事项。", "There is no such work item.");
}

internal static class WorkItemLooks
{
    /// <summary>The item, and whether the state table and the revision let it be acted on; null when there is no such item.</summary>
    public static async Task<WorkItemLook?> OpenItemAsync(
        this Desk desk, ItemAction action, Guid workItemId, long revision, CancellationToken ct)
    {
        var item = await desk.Db.WorkItems.Include(one => one.Case).Include(one => one.Parts).FirstOrDefaultAsync(one => one.Id == workItemId, ct);
        if (item is null)
            return null;
        if (ItemActions.Effect(action, item.Rule, item.State) is var effect && ItemActions.IsRefusal(effect))
            return new WorkItemLook(item, Answer.Refused(Refusal.Stale, [ItemActions.Meaning(effect)]));
        return new WorkItemLook(item, item.Revision == revision ? null : Answer.Refused(Refusal.Stale,
            "您看到的页面不是最新的，请看过最新情况再办理。", "The page you saw is out of date. Look at the newest one, then act."));
    }
}
