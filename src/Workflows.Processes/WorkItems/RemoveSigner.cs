using Workflows.Personnel.Cases;
using Workflows.Storage.Audit;

namespace Workflows.Processes.WorkItems;

/// <summary>Whoever added a signer removes them again while they haven't signed (减签). A signature that the process asks for can't be removed.</summary>
public sealed class RemoveSigner(Desk desk)
{
    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="WorkItemId">The item.</param>
    /// <param name="PartId">The added signer's part.</param>
    /// <param name="Revision">The revision the actor saw.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Command(Guid OperationId, Guid WorkItemId, Guid PartId, long Revision, string Reason);

    /// <summary>Removes the signer; who waited for them waits for whom they waited for.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(RemoveSigner), async () =>
        {
            if (await desk.OpenItemAsync(ItemAction.RemoveSigner, command.WorkItemId, command.Revision, ct) is not { Item: { } item } found)
                return WorkItemLook.Missing;
            if (found.Refusal is { } refusal)
                return refusal;
            if (item.Parts.Find(part => part.Id == command.PartId) is not { } part)
                return Answer.Refused(Refusal.NotFound, "没有这位签署人。", "There is no such signer.");
            if (part.AddedBy is null)
                return Answer.Refused(Refusal.NotAllowed, "流程规定的签署人不能减去。", "A signature that the process asks for can't be removed.");
            if (part.AddedBy != actor)
                return Answer.Refused(Refusal.NotAllowed, "只有加签的人可以减签。", "Only who added a signer may remove them.");
            if (await desk.OfficerAsync(actor, item.Case, ct) is null)
                return Answer.Refused(Refusal.NotAllowed, "您没有办理这件事的权限。", "You may not do this.");
            if (!part.IsPending)
                return Answer.Refused(Refusal.Stale, "这位签署人已经签署或已被减去。", "This signer has signed or is already removed.");
            if (string.IsNullOrWhiteSpace(command.Reason))
                return Answer.Refused(Refusal.Invalid, "请写明减签理由。", "Say why the signature is no longer needed.");

            part.IsRemoved = true;
            item.ChangedAt = desk.Now;
            foreach (var next in item.Parts.Where(other => other.WaitsFor == part.Id))
                next.WaitsFor = part.WaitsFor;
            desk.Record(item.Case, new AuditLine("SignerRemoved", actor)
            {
                Subject = $"{item.WaitId} {part.Role}", OldValue = $"{part.AssigneeId}", Reason = command.Reason.Trim(),
            });
            await desk.ConcludeAsync(item, command.OperationId, ct);
            return Answer.Done("已减签。", "The signer is removed.", item.CaseId);
        }, ct);
}
