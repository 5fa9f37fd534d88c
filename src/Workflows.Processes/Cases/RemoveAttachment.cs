using Workflows.Storage.Audit;

namespace Workflows.Processes.Cases;

/// <summary>
/// Whoever attached a file takes it back, as long as nobody has decided since. It is no longer handed out, but kept: the record's hash must
/// still find what it speaks of.
/// </summary>
public sealed class RemoveAttachment(Desk desk)
{
    private const int LongestReason = 500;

    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="AttachmentId">The attachment.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Command(Guid OperationId, Guid AttachmentId, string Reason);

    /// <summary>Marks it as removed, with the reason.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(RemoveAttachment), async () =>
        {
            if (await CaseReader.FindFileAsync(desk, command.AttachmentId, actor, ct) is not var (reader, attachment))
                return CaseReader.NoSuchFile;
            if (reader.RefusalToWrite is { } refusal)
                return refusal;
            if (attachment.UploadedBy != actor)
                return Answer.Refused(Refusal.NotAllowed, "只有上传人可以撤回附件。", "Only who attached a file may take it back.");
            if (attachment.RemovedAt is not null)
                return Answer.Refused(Refusal.Stale, "这个附件已经撤回。", "This file is taken back already.");
            if (attachment.WasDecidedOn(reader.Items))
                return Answer.Refused(Refusal.WrongTime, "上传之后已有人办理，附件是办理的依据，不能撤回。", "Somebody has decided since: the file is among what was decided on and stays.");
            if (string.IsNullOrWhiteSpace(command.Reason) || command.Reason.Trim().Length > LongestReason)
                return Answer.Refused(Refusal.Invalid, $"请写明撤回原因，{LongestReason} 字以内。", $"Say why, in at most {LongestReason} characters.");

            attachment.RemovedAt = desk.Now;
            attachment.RemovalReason = command.Reason.Trim();
            desk.Record(reader.Case, new AuditLine("AttachmentRemoved", actor)
            {
                Subject = $"{attachment.Id}", OldValue = $"sha256:{Convert.ToHexStringLower(attachment.Hash)}", Reason = attachment.RemovalReason,
            });
            return Answer.Done($"已撤回附件：{attachment.FileName}。", $"Taken back: {attachment.FileName}.", attachment.Id);
        }, ct);
}
