using Workflows.Personnel.Cases;
using Workflows.Processes.WorkItems;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Cases;

/// <summary>
/// HR withdraws an appointment, an exit, a semester's list or a year's rotation that is under way, with a reason: the person takes the resignation back, the proposal was a
/// mistake. A cycle of R12 is nobody's proposal and isn't withdrawn.
/// </summary>
public sealed class WithdrawPersonCase(Desk desk)
{
    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="CaseId">The case.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Command(Guid OperationId, Guid CaseId, string Reason);

    /// <summary>Ends the case, unless its document has been issued: what is issued takes effect.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(WithdrawPersonCase), async () =>
        {
            if (await desk.RefusalUnlessAsync(actor, OfficeRole.HumanResources, ct) is { } refusal)
                return refusal;
            if (await desk.Db.Cases.FindAsync([command.CaseId], ct) is not { RoundId: null } @case || OfficeRecord.Holds(@case.Id)
                || await desk.Db.SecondmentCycles.FindAsync([command.CaseId], ct) is not null)
                return Answer.Refused(Refusal.NotFound, "没有这个办件。", "There is no such case.");
            if (@case.Stage is not CaseStage.Running)
                return Answer.Refused(Refusal.WrongTime, "这个办件已经结束。", "This case has already ended.");
            if (await desk.HasIssuedAsync(@case, ct))
                return Answer.Refused(Refusal.WrongTime, "文件已经签发，不能撤回。", "The document is issued; it can't be withdrawn any more.");
            if (await desk.IsConcernedAsync(actor, @case, ct))
                return Answer.Refused(Refusal.NotAllowed, "本办件涉及您本人或亲属，应当回避。", "This case is about you or a declared relative: somebody else acts.");
            if (command.Reason.Trim() is not { Length: > 0 } reason)
                return Answer.Refused(Refusal.Invalid, "请写明撤回理由。", "Say why it is withdrawn.");

            desk.Record(@case, new AuditLine("PersonCaseWithdrawn", actor)
            {
                OldValue = $"{@case.Stage}", NewValue = $"{CaseStage.Cancelled}", Reason = reason,
            });
            await desk.EndAsync(@case, reason, command.OperationId, ct);
            return Answer.Done("已撤回。", "It is withdrawn.", @case.Id);
        }, ct);
}
