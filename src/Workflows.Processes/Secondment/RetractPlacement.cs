using Workflows.Personnel.Secondment;
using Workflows.Processes.Cases;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Secondment;

/// <summary>HR takes a wrongly recorded placement out of all counting, with the reason. One that a cycle follows is broken off there instead.</summary>
public sealed class RetractPlacement(Desk desk)
{
    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="PlacementId">The placement.</param>
    /// <param name="Version">The version that the page showed.</param>
    /// <param name="Reason">Why it is wrong.</param>
    public sealed record Command(Guid OperationId, Guid PlacementId, long Version, string Reason);

    /// <summary>Retracts the placement.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(RetractPlacement), async () =>
        {
            if (await desk.Db.Placements.FindAsync([command.PlacementId], ct) is not { RetractedAt: null } placement)
                return Answer.Refused(Refusal.NotFound, "没有这条记录。", "There is no such placement.");
            if (await desk.RefusalOfSecondmentDeskAsync(actor, placement.PersonId, ct) is { } refusal)
                return refusal;
            if (placement.Version != command.Version)
                return Answer.Refused(Refusal.Stale, "记录已被别人改过，请刷新后再办。", "Somebody else changed it. Reload, then act.");
            if (placement.CaseId is not null && placement.State is PlacementState.Planned or PlacementState.Running)
                return Answer.Refused(Refusal.WrongTime, "这次派出正在周期办件中办理，请在办件里中断。", "A cycle follows this placement: break it off in its case.");
            if (command.Reason.Trim() is not { Length: > 0 } reason)
                return Answer.Refused(Refusal.Invalid, "请写明撤销理由。", "Say why it is wrong.");

            placement.RetractedAt = desk.Now;
            await desk.RecordInOfficeAsync(new AuditLine("PlacementRetracted", actor)
            {
                Subject = $"{placement.PersonId}", OldValue = $"{placement.From:yyyy-MM-dd} {placement.School}", Reason = reason,
            }, ct);
            return Answer.Done("已撤销，不再计入。", "Retracted; it no longer counts.", placement.PersonId);
        }, ct);
}
