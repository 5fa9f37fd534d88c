using Workflows.Personnel.Cases;
using Workflows.Processes.Cases;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Standards;

/// <summary>Whoever handed a paper in, or HR, takes it back and says why; reports of days before still count it.</summary>
public sealed class WithdrawPaper(Desk desk)
{
    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="PaperId">The paper.</param>
    /// <param name="Version">The version that the page showed.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Command(Guid OperationId, Guid PaperId, long Version, string Reason);

    /// <summary>Takes it back.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(WithdrawPaper), async () =>
        {
            var refusal = await desk.RefusalUnlessAsync(actor, OfficeRole.HumanResources, ct);
            var paper = await desk.Db.Papers.FindAsync([command.PaperId], ct);
            if (refusal is not null && paper?.AddedBy != actor)
                return refusal;
            if (paper is not { WithdrawnOn: null })
                return Answer.Refused(Refusal.NotFound, "没有这份材料，或已撤回。", "There is no such paper, or it was taken back.");
            if (paper.Version != command.Version)
                return Answer.Refused(Refusal.Stale, "这份材料已被别人改过，请刷新后再办。", "Somebody else changed this paper. Reload, then do it.");
            if (string.IsNullOrWhiteSpace(command.Reason))
                return Answer.Refused(Refusal.Invalid, "请写明撤回的理由。", "Say why it is taken back.");
            (paper.WithdrawnOn, paper.WithdrawalReason) = (desk.Today, command.Reason.Trim());
            await desk.RecordInOfficeAsync(new AuditLine("PaperWithdrawn", actor)
            {
                Subject = $"{paper.TaskId}{paper.Year}{paper.TermId}", OldValue = $"{paper.Id} {paper.Words}", Reason = paper.WithdrawalReason,
            }, ct);
            return Answer.Done("材料已撤回。", "The paper is taken back.", paper.Id);
        }, ct);
}
