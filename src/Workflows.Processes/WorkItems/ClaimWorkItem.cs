using Workflows.Personnel.Cases;

namespace Workflows.Processes.WorkItems;

/// <summary>A holder of the role takes an item for themselves (签收), so that colleagues of the same role needn't look at it.</summary>
public sealed class ClaimWorkItem(Desk desk)
{
    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="WorkItemId">The item.</param>
    /// <param name="Revision">The revision the actor saw.</param>
    public sealed record Command(Guid OperationId, Guid WorkItemId, long Revision);

    /// <summary>Claims the item; a deputy claims it for the absent colleague.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(ClaimWorkItem), async () =>
        {
            var asked = await AskedItem.FindAsync(desk, command.WorkItemId, actor, ct);
            if (asked.Refusal(ItemAction.Claim, command.Revision) is { } refusal)
                return refusal;
            if (asked.Part.AssigneeId is not null)
                return Answer.Refused(Refusal.Stale, "这个事项已经由您办理。", "You already hold this item.");

            var holder = asked.OnBehalfOf ?? actor;
            asked.Part.AssigneeId = holder;
            asked.RecordChange("WorkItemClaimed", $"{asked.Part.Role}", newValue: $"{holder}");
            return Answer.Done("已签收。", "Claimed.", asked.Item.CaseId);
        }, ct);
}
