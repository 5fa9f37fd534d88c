using System.Security.Cryptography;
using Workflows.Personnel.Days;
using Workflows.Personnel.Files;
using Workflows.Processes.Cases;

namespace Workflows.Processes.Days;

/// <summary>A photo or file that comes with a day.</summary>
/// <param name="FileName">The name as uploaded.</param>
/// <param name="Content">The file, all of it.</param>
public sealed record EvidenceFile(string FileName, byte[] Content)
{
    /// <summary>The most pieces of evidence of one entry.</summary>
    public const int MostFiles = 5;

    private FileFinding? finding;

    /// <summary>Why it isn't taken in; null where it is. It may be as large, and of the kinds, that cases take in.</summary>
    internal Answer? RefusalOf(AttachmentLimits limits)
    {
        if (Content.LongLength > limits.MostBytes)
            return Answer.Refused(Refusal.Invalid, $"文件超过 {limits.Megabytes} MB，请压缩后再上传。", $"The file is larger than {limits.Megabytes} MB. Shrink it.");
        finding ??= FileContent.Inspect(Name, Content);
        return finding.Fault is { } fault ? Answer.Refused(Refusal.Invalid, fault.Zh, fault.En) : null;
    }

    /// <summary>The file's name as it is kept.</summary>
    internal string Name => FileNames.Clean(FileName);

    /// <summary>The media type by what is in it, once <see cref="RefusalOf"/> has nothing against it.</summary>
    internal string MediaType => finding!.Kind!.MediaType;

    /// <summary>The evidence, once <see cref="RefusalOf"/> has nothing against it.</summary>
    internal DayEvidence For(Guid entryId, Desk desk, Guid actor)
    {
        var id = Guid.CreateVersion7(desk.Now);
        return new DayEvidence
        {
            Id = id, EntryId = entryId, FileName = Name, MediaType = MediaType, Size = Content.LongLength,
            Hash = SHA256.HashData(Content), UploadedBy = actor, UploadedAt = desk.Now, Content = new DayEvidenceContent { EvidenceId = id, Bytes = Content },
        };
    }
}
