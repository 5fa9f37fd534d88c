using Workflows.Personnel.Cases;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Cases;

/// <summary>Leadership terminates a running case (终止), with a reason: nothing waits any more, and what was recorded stays readable.</summary>
public sealed class TerminateCase(Desk desk)
{
    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="CaseId">The case.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Command(Guid OperationId, Guid CaseId, string Reason);

    /// <summary>Ends the case and what hangs on it.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(TerminateCase), async () =>
        {
            if (await desk.RefusalUnlessAsync(actor, OfficeRole.Leadership, ct) is { } refusal)
                return refusal;
            if (await desk.Db.Cases.FindAsync([command.CaseId], ct) is not { } @case)
                return Answer.Refused(Refusal.NotFound, "没有这个办件。", "There is no such case.");
            if (@case.Stage is not CaseStage.Running)
                return Answer.Refused(Refusal.WrongTime, "这个办件已经结束。", "This case has already ended.");
            if (await desk.IsConcernedAsync(actor, @case, ct))
                return Answer.Refused(Refusal.NotAllowed, "本办件涉及您本人或亲属，应当回避。", "This case is about you or a declared relative: somebody else acts.");
            if (command.Reason.Trim() is not { Length: > 0 } reason)
                return Answer.Refused(Refusal.Invalid, "请写明终止理由。", "Say why the case is terminated.");

            desk.Record(@case, new AuditLine("CaseTerminated", actor)
            {
                OldValue = $"{@case.Stage}", NewValue = $"{CaseStage.Cancelled}", Reason = reason,
            });
            await desk.EndAsync(@case, reason, command.OperationId, ct);
            return Answer.Done("已终止。", "The case is terminated.", @case.Id);
        }, ct);
}
