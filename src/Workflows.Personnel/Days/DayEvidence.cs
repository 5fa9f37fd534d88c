namespace Workflows.Personnel.Days;

/// <summary>A photo or file that shows a day at a school.</summary>
public sealed class DayEvidence
{
    /// <summary>Its id.</summary>
    public Guid Id { get; init; }

    /// <summary>The entry it belongs to.</summary>
    public Guid EntryId { get; init; }

    /// <summary>The file's name, cleaned.</summary>
    public required string FileName { get; init; }

    /// <summary>The media type by what is in the file.</summary>
    public required string MediaType { get; init; }

    /// <summary>Its length in bytes.</summary>
    public long Size { get; init; }

    /// <summary>The SHA-256 of its bytes (32 bytes).</summary>
    public required byte[] Hash { get; init; }

    /// <summary>The account that uploaded it.</summary>
    public Guid UploadedBy { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset UploadedAt { get; init; }

    /// <summary>The bytes, in a table of their own: a list of entries doesn't read them.</summary>
    public DayEvidenceContent? Content { get; init; }
}

/// <summary>The bytes of a piece of evidence.</summary>
public sealed class DayEvidenceContent
{
    /// <summary>The piece of evidence.</summary>
    public Guid EvidenceId { get; init; }

    /// <summary>The bytes as uploaded.</summary>
    public required byte[] Bytes { get; init; }
}
