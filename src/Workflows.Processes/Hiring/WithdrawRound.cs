using Workflows.Personnel.Cases;
using Workflows.Personnel.Hiring;
using Workflows.Processes.Cases;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Hiring;

/// <summary>HR calls a round off, with a reason: its case and the cases of its applicants end.</summary>
public sealed class WithdrawRound(Desk desk)
{
    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="RoundId">The round.</param>
    /// <param name="Reason">Why it is called off.</param>
    public sealed record Command(Guid OperationId, Guid RoundId, string Reason);

    /// <summary>Calls the round off; what was recorded stays readable.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(WithdrawRound), async () =>
        {
            if (await desk.RefusalUnlessAsync(actor, OfficeRole.HumanResources, ct) is { } refusal)
                return refusal;
            if (await desk.Db.Rounds.FindAsync([command.RoundId], ct) is not { } round)
                return Answer.Refused(Refusal.NotFound, "没有这个招聘批次。", "There is no such round.");
            if (round.Stage is RoundStage.Completed or RoundStage.Closed)
                return Answer.Refused(Refusal.WrongTime, "这个批次已经结束。", "This round has already ended.");
            var reason = command.Reason.Trim();
            if (reason.Length == 0)
                return Answer.Refused(Refusal.Invalid, "请写明撤回的理由。", "Say why the round is called off.");

            if (round.CaseId is { } caseId && await desk.CaseAsync(caseId, ct) is { } @case)
            {
                if (await desk.IsConcernedAsync(actor, @case, ct))
                    return Answer.Refused(Refusal.NotAllowed, "您声明了与应聘人员的亲属关系，应当回避。", "You declared a relative among the applicants: somebody else acts.");
                desk.Record(@case, new AuditLine("RoundWithdrawn", actor)
                {
                    Subject = round.Number, OldValue = $"{round.Stage}", NewValue = $"{RoundStage.Closed}", Reason = reason,
                });
                await desk.EndAsync(@case, reason, command.OperationId, ct);
            }

            round.Stage = RoundStage.Closed;
            return Answer.Done("已撤回这个批次。", "The round is called off.", round.Id);
        }, ct);
}
