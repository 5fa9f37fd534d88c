using Workflows.Personnel.Cases;
using Workflows.Policy;
using Workflows.Processes.Cases;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Staff.Spellings;

/// <summary>HR takes an answer back: the word is asked again by the next file. What earlier files brought in stays as it is kept.</summary>
public sealed class WithdrawSpelling(Desk desk)
{
    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="Column">The column.</param>
    /// <param name="Written">The word.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Command(Guid OperationId, string Column, string Written, string Reason);

    /// <summary>Takes the answer out.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(WithdrawSpelling), async () =>
        {
            if (await desk.RefusalUnlessAsync(actor, OfficeRole.HumanResources, ct) is { } refusal)
                return refusal;
            if (string.IsNullOrWhiteSpace(command.Reason))
                return Answer.Refused(Refusal.Invalid, "请写明理由。", "State the reason.");
            if (await desk.Db.SpellingAnswers.FindAsync([command.Column, WrittenForm.Compact(command.Written)], ct) is not { } kept)
                return Answer.Refused(Refusal.NotFound, "没有这个写法的答案。", "There is no answer for this word.");

            desk.Db.SpellingAnswers.Remove(kept);
            await desk.RecordInRosterAsync(
                new AuditLine("SpellingWithdrawn", actor) { Subject = $"{kept.Column}：{kept.Written}", OldValue = kept.Means, Reason = command.Reason.Trim() }, ct);
            return Answer.Done($"已撤回“{kept.Written}”的含义，下次导入会再问。", $"The meaning of “{kept.Written}” is taken back; the next file asks again.");
        }, ct);
}
