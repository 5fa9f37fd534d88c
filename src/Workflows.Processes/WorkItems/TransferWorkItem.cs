using Workflows.Personnel.Cases;

namespace Workflows.Processes.WorkItems;

/// <summary>A holder gives an item to a colleague of the same role, who decides (转办).</summary>
public sealed class TransferWorkItem(Desk desk)
{
    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="WorkItemId">The item.</param>
    /// <param name="Revision">The revision the actor saw.</param>
    /// <param name="To">The colleague's account.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Command(Guid OperationId, Guid WorkItemId, long Revision, Guid To, string Reason);

    /// <summary>Gives the item on.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(TransferWorkItem), async () =>
        {
            var asked = await AskedItem.FindAsync(desk, command.WorkItemId, actor, ct);
            if (asked.Refusal(ItemAction.Transfer, command.Revision) is { } refusal)
                return refusal;
            var reason = command.Reason.Trim();
            if (reason.Length == 0)
                return Answer.Refused(Refusal.Invalid, "请写明转办理由。", "Say why you give it on.");
            if (await desk.RefusalOfAssigneeAsync(asked.Item, asked.Part.Role, asked.Part.School, command.To, ct) is { } unfit)
                return unfit;
            if (command.To == (asked.OnBehalfOf ?? actor))
                return Answer.Refused(Refusal.Invalid, "不能转给自己。", "You can't give it to yourself.");

            var before = asked.Part.AssigneeId;
            asked.Part.AssigneeId = command.To;
            asked.Part.AwaitsAdvice = false;
            asked.RecordChange("WorkItemTransferred", $"{asked.Part.Role}", $"{before}", $"{command.To}", reason);
            return Answer.Done("已转办。", "Given on.", asked.Item.CaseId);
        }, ct);
}
