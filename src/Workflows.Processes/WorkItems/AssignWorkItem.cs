using Workflows.Personnel.Cases;
using Workflows.Storage.Audit;

namespace Workflows.Processes.WorkItems;

/// <summary>HR gives an orphaned item, which nobody can decide as things are, to somebody who can.</summary>
public sealed class AssignWorkItem(Desk desk)
{
    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="WorkItemId">The item.</param>
    /// <param name="PartId">The orphaned part.</param>
    /// <param name="Revision">The revision the actor saw.</param>
    /// <param name="To">The account that is to decide it.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Command(Guid OperationId, Guid WorkItemId, Guid PartId, long Revision, Guid To, string Reason);

    /// <summary>Assigns the part. HR can name who decides, never decide in their place.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(AssignWorkItem), async () =>
        {
            if (await desk.RefusalUnlessAsync(actor, OfficeRole.HumanResources, ct) is { } notHr)
                return notHr;
            if (await desk.OpenItemAsync(ItemAction.Transfer, command.WorkItemId, command.Revision, ct) is not { Item: { } item } found)
                return WorkItemLook.Missing;
            if (found.Refusal is { } refusal)
                return refusal;
            if (item.Parts.Find(part => part.Id == command.PartId && part.IsOpen) is not { } part)
                return Answer.Refused(Refusal.Stale, "这一方现在不需要指定办理人。", "Nobody has to be named for this part now.");
            if (string.IsNullOrWhiteSpace(command.Reason))
                return Answer.Refused(Refusal.Invalid, "请写明指定理由。", "Say why you name somebody.");
            if (!(await desk.OrphansAsync([item.Id], ct)).Contains(part.Id))
                return Answer.Refused(Refusal.NotAllowed, "这一方有人可以办理，不需要指定。", "Somebody can decide this part; nobody has to be named.");
            if (await desk.RefusalOfAssigneeAsync(item, part.Role, part.School, command.To, ct) is { } unfit)
                return unfit;

            var before = part.AssigneeId;
            part.AssigneeId = command.To;
            part.AwaitsAdvice = false;
            item.ChangedAt = desk.Now;
            desk.Record(item.Case, new AuditLine("WorkItemAssigned", actor)
            {
                Subject = $"{item.WaitId} {part.Role}", OldValue = $"{before}", NewValue = $"{command.To}", Reason = command.Reason.Trim(),
            });
            return Answer.Done("已指定办理人。", "Somebody is named to decide it.", item.CaseId);
        }, ct);
}
