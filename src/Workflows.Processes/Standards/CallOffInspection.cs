using Workflows.Personnel.Cases;
using Workflows.Processes.Cases;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Standards;

/// <summary>HR says that an inspection doesn't take place; its items ask nobody any more.</summary>
public sealed class CallOffInspection(Desk desk)
{
    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="InspectionId">The inspection.</param>
    /// <param name="Version">The version that the page showed.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Command(Guid OperationId, Guid InspectionId, long Version, string Reason);

    /// <summary>Calls it off.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(CallOffInspection), async () =>
        {
            if (await desk.RefusalUnlessAsync(actor, OfficeRole.HumanResources, ct) is { } refusal)
                return refusal;
            if (string.IsNullOrWhiteSpace(command.Reason))
                return Answer.Refused(Refusal.Invalid, "请写明取消的理由。", "Say why it is called off.");
            if (await desk.Db.Inspections.FindAsync([command.InspectionId], ct) is not { CalledOffReason: "" } inspection)
                return Answer.Refused(Refusal.NotFound, "没有这次督导，或已取消。", "There is no such inspection, or it was called off.");
            if (inspection.Version != command.Version)
                return Answer.Refused(Refusal.Stale, "这次督导已被别人改过，请刷新后再办。", "Somebody else changed this inspection. Reload, then do it.");
            inspection.CalledOffReason = command.Reason.Trim();
            await desk.RecordInOfficeAsync(new AuditLine("InspectionCalledOff", actor) { Subject = $"{inspection.Id}", OldValue = inspection.Name, Reason = inspection.CalledOffReason }, ct);
            return Answer.Done($"{inspection.Name}已取消。", $"{inspection.Name} is called off.", inspection.Id);
        }, ct);
}
