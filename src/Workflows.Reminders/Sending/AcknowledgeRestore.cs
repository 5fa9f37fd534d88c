using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Mail;
using Workflows.Processes;
using Workflows.Processes.Cases;
using Workflows.Storage.Audit;

namespace Workflows.Reminders.Sending;

/// <summary>
/// An operator opens sending after a restore. What was due by then may have gone out between the backup and the loss, and nobody knows: a reminder goes
/// out again, under the Message-ID that it had or would have had; a formal notice waits for HR to settle it.
/// </summary>
public sealed class AcknowledgeRestore(Desk desk, ReminderOptions options)
{
    private const string Unclear = "The database was restored from a backup; nobody knows whether this went out after the backup was made.";

    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page, so that a second click changes nothing.</param>
    /// <param name="Reason">What was looked at, in the operator's words: that the old machine sends no more, that the data are the right ones.</param>
    public sealed record Command(Guid OperationId, string Reason);

    /// <summary>Opens sending.</summary>
    /// <param name="command">The reason.</param>
    /// <param name="actor">The account that asks; null for the operator at the command line.</param>
    /// <param name="ct">Ends the wait.</param>
    public Task<Answer> RunAsync(Command command, Guid? actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor ?? Guid.Empty, nameof(AcknowledgeRestore), async () =>
        {
            if (actor is { } account && await desk.RefusalUnlessAsync(account, OfficeRole.Administrator, ct) is { } refusal)
                return refusal;
            if (string.IsNullOrWhiteSpace(command.Reason))
            {
                return Answer.Refused(Refusal.Invalid, "请写明核对了什么，例如：旧机器已停用，数据无误。",
                    "Say what you looked at, for example: the old machine is off, the data are right.");
            }

            var closed = await desk.Db.SendingEpochs.Where(epoch => epoch.AcknowledgedAt == null).OrderBy(epoch => epoch.Number).ToListAsync(ct);
            return closed is [.., var newest]
                ? await OpenAsync(closed, newest, command.Reason.Trim(), actor, ct)
                : Answer.Refused(Refusal.Stale, "发信没有关闭。", "Sending isn't closed.");
        }, ct);

    private async Task<Answer> OpenAsync(List<SendingEpoch> closed, SendingEpoch newest, string reason, Guid? actor, CancellationToken ct)
    {
        foreach (var epoch in closed)
            (epoch.AcknowledgedAt, epoch.AcknowledgedBy) = (desk.Now, actor);
        var formal = await desk.Db.Letters.Where(letter => letter.IsFormal && letter.DueAt <= newest.RaisedAt
            && (letter.Phase == LetterPhase.Planned || letter.Phase == LetterPhase.Sending)).ToListAsync(ct);
        foreach (var letter in formal)
        {
            (letter.Phase, letter.LastReply) = (LetterPhase.Ambiguous, Unclear);
            Aftermath.Release(letter);
            await FailedLetter.TellAsync(desk.Db, letter, options, desk.Now);
        }

        await desk.RecordInOfficeAsync(new AuditLine("SendingOpened", actor)
        {
            Subject = $"{newest.Number}", OldValue = $"{newest.BackupAt:yyyy-MM-dd'T'HH:mm:ss'Z'}", NewValue = $"{newest.RaisedAt:yyyy-MM-dd'T'HH:mm:ss'Z'}", Reason = reason,
        }, ct);
        return Answer.Done(
            $"已恢复发信；{formal.Count} 封正式通知请人事逐封确认。", $"Mail goes out again; {formal.Count} formal notices wait for HR to settle.");
    }
}
