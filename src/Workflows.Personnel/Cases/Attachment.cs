namespace Workflows.Personnel.Cases;

/// <summary>A file that somebody put into a case. It is never deleted: who removes it says why, and it is no longer handed out.</summary>
public sealed class Attachment
{
    /// <summary>The attachment's id, ordered by time of upload.</summary>
    public Guid Id { get; init; }

    /// <summary>The case it belongs to.</summary>
    public Guid CaseId { get; init; }

    /// <summary>The work item it was put to; null for the case as a whole. Who may read it depends on that item's form.</summary>
    public Guid? WorkItemId { get; init; }

    /// <summary>The file's name, cleaned.</summary>
    public required string FileName { get; init; }

    /// <summary>The media type by what is in the file.</summary>
    public required string MediaType { get; init; }

    /// <summary>Its length in bytes.</summary>
    public long Size { get; init; }

    /// <summary>The SHA-256 of its bytes (32 bytes); the same stands in the case's record.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>The account that uploaded it.</summary>
    public Guid UploadedBy { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset UploadedAt { get; init; }

    /// <summary>When its author took it back, UTC; null while it stands.</summary>
    public DateTimeOffset? RemovedAt { get; set; }

    /// <summary>Why, in the author's words.</summary>
    public string RemovalReason { get; set; } = "";

    /// <summary>The bytes, in a table of their own: a list of files doesn't read them.</summary>
    public AttachmentContent? Content { get; init; }

    /// <summary>Whether somebody decided in the case after the upload, so that the file may be among what was decided on.</summary>
    /// <param name="items">The case's items with their parts.</param>
    public bool WasDecidedOn(IEnumerable<WorkItem> items) =>
        items.SelectMany(item => item.Parts).Any(part => part.DecidedAt >= UploadedAt);
}

/// <summary>The bytes of an attachment.</summary>
public sealed class AttachmentContent
{
    /// <summary>The attachment.</summary>
    public Guid AttachmentId { get; init; }

    /// <summary>The bytes as uploaded.</summary>
    public required byte[] Bytes { get; init; }
}
