using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Files;
using Workflows.Policy;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Cases;

/// <summary>Somebody who takes part in a case puts a file into it. What kind of file it is, its content says and not its name.</summary>
public sealed class AttachFile(Desk desk, AttachmentLimits limits)
{
    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="CaseId">The case.</param>
    /// <param name="WorkItemId">The item it belongs to; null for the case as a whole.</param>
    /// <param name="FileName">The name as uploaded.</param>
    /// <param name="Content">The file, all of it.</param>
    public sealed record Command(Guid OperationId, Guid CaseId, Guid? WorkItemId, string FileName, byte[] Content);

    /// <summary>Looks into the file, keeps it, and records its hash.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct)
    {
        FileFinding? finding = null;
        return desk.OnceAsync(command.OperationId, actor, nameof(AttachFile), async () =>
        {
            if (await CaseReader.FindAsync(desk, command.CaseId, actor, ct) is not { } reader)
                return CaseReader.NoSuchCase;
            if (reader.RefusalToWrite is { } refusal)
                return refusal;
            if (!reader.MaySee(command.WorkItemId))
                return Answer.Refused(Refusal.NotAllowed, "这个事项的附件由人事办理。", "Files of this item are for HR to add.");
            if (command.Content.LongLength > limits.MostBytes)
                return Answer.Refused(Refusal.Invalid, $"文件超过 {limits.Megabytes} MB，请压缩或拆分后再上传。", $"The file is larger than {limits.Megabytes} MB. Shrink or split it.");
            var name = FileNames.Clean(command.FileName);
            finding ??= FileContent.Inspect(name, command.Content);
            if (finding.Fault is { } fault)
                return Answer.Refused(Refusal.Invalid, fault.Zh, fault.En);

            var attachment = Attachment(command, name, finding.Kind!, actor);
            if (await RefusalAmongOthersAsync(attachment, ct) is { } tooMuch)
                return tooMuch;
            desk.Db.Attachments.Add(attachment);
            desk.Record(reader.Case, new AuditLine("AttachmentAdded", actor)
            {
                Subject = $"{attachment.Id}", NewValue = $"sha256:{Convert.ToHexStringLower(attachment.Hash)} {attachment.Size}",
                Personal = JsonSerializer.Serialize(new { attachment.FileName }, PolicyJson.Options),
            });
            return Answer.Done($"已添加附件：{name}。", $"Attached: {name}.", attachment.Id);
        }, ct);
    }

    private Attachment Attachment(Command command, string name, FileKind kind, Guid actor)
    {
        var id = Guid.CreateVersion7(desk.Now);
        return new Attachment
        {
            Id = id, CaseId = command.CaseId, WorkItemId = command.WorkItemId, FileName = name, MediaType = kind.MediaType,
            Size = command.Content.LongLength, Hash = SHA256.HashData(command.Content), UploadedBy = actor, UploadedAt = desk.Now,
            Content = new AttachmentContent { AttachmentId = id, Bytes = command.Content },
        };
    }

    private async Task<Answer?> RefusalAmongOthersAsync(Attachment attachment, CancellationToken ct)
    {
        var standing = desk.Db.Attachments.Where(one => one.CaseId == attachment.CaseId && one.RemovedAt == null);
        if (await standing.AnyAsync(one => one.Hash == attachment.Hash && one.WorkItemId == attachment.WorkItemId, ct))
            return Answer.Refused(Refusal.Invalid, "这个文件已经在附件里了。", "This very file is attached already.");
        return await standing.CountAsync(ct) >= limits.MostFiles
            ? Answer.Refused(Refusal.Invalid, $"一个办件最多 {limits.MostFiles} 个附件。", $"A case takes {limits.MostFiles} files at most.")
            : null;
    }
}

/// <summary>How much may be attached to a case.</summary>
/// <param name="Megabytes">The most a file may hold, in MB of 1,048,576 bytes.</param>
public sealed record AttachmentLimits(int Megabytes = 20)
{
    /// <summary>The most files in a case that stand at the same time.</summary>
    public int MostFiles { get; init; } = 200;

    /// <summary>The most a file may hold, in bytes.</summary>
    public long MostBytes => Megabytes * 1024L * 1024L;
}
