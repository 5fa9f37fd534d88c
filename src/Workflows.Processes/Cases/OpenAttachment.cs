using Workflows.Personnel.Cases;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Cases;

/// <summary>Somebody takes a file out of a case; files hold personal data, so that it was handed out is recorded.</summary>
public sealed class OpenAttachment(Desk desk)
{
    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="AttachmentId">The attachment.</param>
    public sealed record Command(Guid OperationId, Guid AttachmentId);

    /// <summary>Records the look; the caller hands the file out only when this was done and the account may still see it.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(OpenAttachment), async () =>
        {
            if (await CaseReader.FindFileAsync(desk, command.AttachmentId, actor, ct) is not var (reader, attachment))
                return CaseReader.NoSuchFile;
            if (attachment.RemovedAt is not null && !reader.Roles.Contains(OfficeRole.Auditor))
                return Answer.Refused(Refusal.Stale, "这个附件已经撤回。", "This file is taken back.");

            desk.Record(reader.Case, new AuditLine("AttachmentOpened", actor)
            {
                Subject = $"{attachment.Id}", NewValue = $"sha256:{Convert.ToHexStringLower(attachment.Hash)}",
            });
            return Answer.Done("已记录本次下载。", "That you took it is recorded.", attachment.Id);
        }, ct);
}
