using Workflows.Personnel.Cases;
using Workflows.Storage.Audit;

namespace Workflows.Processes.WorkItems;

/// <summary>
/// Gives a claimed or assigned item back to everybody who holds its role (退签): by who holds it, or by HR when that person can't any more.
/// </summary>
public sealed class ReleaseWorkItem(Desk desk)
{
    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="WorkItemId">The item.</param>
    /// <param name="PartId">The part that is given back.</param>
    /// <param name="Revision">The revision the actor saw.</param>
    /// <param name="Reason">Why; HR must say it.</param>
    public sealed record Command(Guid OperationId, Guid WorkItemId, Guid PartId, long Revision, string Reason);

    /// <summary>Releases the part.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(ReleaseWorkItem), async () =>
        {
            if (await desk.OpenItemAsync(ItemAction.Release, command.WorkItemId, command.Revision, ct) is not { Item: { } item } found)
                return WorkItemLook.Missing;
            if (found.Refusal is { } refusal)
                return refusal;
            if (item.Parts.Find(part => part.Id == command.PartId && part is { IsPending: true, AssigneeId: not null }) is not { AssigneeId: { } holder } part)
                return Answer.Refused(Refusal.Stale, "这一方没有被签收或指定。", "This part is held by nobody in particular.");
            if (part.AddedTo is not null)
                return Answer.Refused(Refusal.Invalid, "加签是指定到人的，只能转办或减签。", "An added signer is named in person: transfer or remove them instead.");
            var reason = command.Reason.Trim();
            if (holder != actor)
            {
                if (await desk.RefusalUnlessAsync(actor, OfficeRole.HumanResources, ct) is { } notHr)
                    return notHr;
                if (reason.Length == 0)
                    return Answer.Refused(Refusal.Invalid, "请写明为什么代他人退回。", "Say why you give it back for somebody else.");
            }

            part.AssigneeId = null;
            part.AwaitsAdvice = false;
            item.ChangedAt = desk.Now;
            desk.Record(item.Case, new AuditLine("WorkItemReleased", actor)
            {
                Subject = $"{item.WaitId} {part.Role}", OldValue = $"{holder}", Reason = reason,
            });
            return Answer.Done("已退回给同一角色的人员。", "Given back to everybody who holds the role.", item.CaseId);
        }, ct);
}
