using Workflows.Personnel.Cases;

namespace Workflows.Processes.WorkItems;

/// <summary>
/// The holder of an item asks for one more signature, before or after their own (前加签、后加签). The added signer can stop an approval,
/// never replace one.
/// </summary>
public sealed class AddSigner(Desk desk)
{
    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="WorkItemId">The item.</param>
    /// <param name="Revision">The revision the actor saw.</param>
    /// <param name="Signer">The account that is to sign.</param>
    /// <param name="IsBefore">Whether the signer comes before the actor, or after.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Command(Guid OperationId, Guid WorkItemId, long Revision, Guid Signer, bool IsBefore, string Reason);

    /// <summary>Adds the signer.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(AddSigner), async () =>
        {
            var asked = await AskedItem.FindAsync(desk, command.WorkItemId, actor, ct);
            var action = command.IsBefore ? ItemAction.AddSignerBefore : ItemAction.AddSignerAfter;
            if (asked.Refusal(action, command.Revision) is { } refusal)
                return refusal;
            if (!asked.Item.IsApproval)
                return Answer.Refused(Refusal.Invalid, "这个事项不是审批，不能加签。", "This item isn't an approval: nobody can be added to sign it.");
            if (string.IsNullOrWhiteSpace(command.Reason))
                return Answer.Refused(Refusal.Invalid, "请写明加签理由。", "Say why another signature is needed.");
            if (await RefusalOfSignerAsync(asked.Item, command.Signer, ct) is { } unfit)
                return unfit;

            var signer = (await desk.OfficerAsync(command.Signer, asked.Item.Case, ct))!;
            Insert(asked.Item, asked.Part, signer, actor, command.IsBefore);
            asked.RecordChange("SignerAdded", $"{asked.Part.Role} {(command.IsBefore ? "before" : "after")}", newValue: $"{signer.AccountId}",
                reason: command.Reason.Trim());
            return Answer.Done($"已加签{signer.Name}。", $"{signer.Name} is asked to sign as well.", asked.Item.CaseId);
        }, ct);

    private async Task<Answer?> RefusalOfSignerAsync(WorkItem item, Guid signer, CancellationToken ct)
    {
        if (await desk.OfficerAsync(signer, item.Case, ct) is not { } officer || SigningRole(officer) is not { } role)
            return Answer.Refused(Refusal.Invalid, "请选择一位在岗、有办理权限的同事。", "Choose a colleague who is in office and may sign.");
        return item.Parts.Exists(part => !part.IsRemoved && (part.AssigneeId == signer || part.DecidedBy == signer))
            ? Answer.Refused(Refusal.Invalid, $"{officer.Name}已经是签署人。", $"{officer.Name} already signs this item.")
            : await desk.RefusalOfAssigneeAsync(item, role, null, signer, ct);
    }

    private void Insert(WorkItem item, WorkItemPart own, Officer signer, Guid actor, bool isBefore)
    {
        var added = new WorkItemPart
        {
            Id = Guid.CreateVersion7(desk.Now), WorkItemId = item.Id, Role = SigningRole(signer)!.Value, AssigneeId = signer.AccountId,
            AddedTo = own.AddedTo ?? own.Id, AddedBy = actor, WaitsFor = isBefore ? own.WaitsFor : own.Id,
        };
        if (isBefore)
            own.WaitsFor = added.Id;
        else
        {
            foreach (var next in item.Parts.Where(part => part.WaitsFor == own.Id))
                next.WaitsFor = added.Id;
        }

        item.Parts.Add(added);
        desk.Db.WorkItemParts.Add(added);
        item.Settle();
    }

    // Reading everything, as an auditor does, or being a teacher gives nobody a signature.
    private static OfficeRole? SigningRole(Officer officer) =>
        officer.Roles.Where(role => role is not (OfficeRole.Auditor or OfficeRole.Teacher)).Select(role => (OfficeRole?)role).FirstOrDefault();
}
