namespace Workflows.Personnel.Standards;

/// <summary>佐证: what proves that a task is done (R26), the document of a year's money (R17-R20) or of a term (R21). It is never deleted: who takes it back says why.</summary>
public sealed class Paper
{
    /// <summary>The paper's id, ordered by time.</summary>
    public Guid Id { get; init; }

    /// <summary>The task it proves; null for other papers.</summary>
    public Guid? TaskId { get; init; }

    /// <summary>The year whose money it documents; null for other papers.</summary>
    public int? Year { get; init; }

    /// <summary>The leadership term whose goals or assessment it is; null for other papers.</summary>
    public Guid? TermId { get; init; }

    /// <summary>What it is and what it shows.</summary>
    public required string Words { get; init; }

    /// <summary>文号; empty where it has none.</summary>
    public string DocumentNumber { get; init; } = "";

    /// <summary>The file's name, cleaned; null for a paper that is kept elsewhere.</summary>
    public string? FileName { get; init; }

    /// <summary>The media type by what is in the file; null without a file.</summary>
    public string? MediaType { get; init; }

    /// <summary>Its length in bytes.</summary>
    public long Size { get; init; }

    /// <summary>The SHA-256 of its bytes (32 bytes); the same stands in the office's record. Null without a file.</summary>
    public byte[]? Hash { get; init; }

    /// <summary>The day from which it counts: the office's day on which it was handed in.</summary>
    public DateOnly AddedOn { get; init; }

    /// <summary>The account that handed it in.</summary>
    public Guid AddedBy { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset AddedAt { get; init; }

    /// <summary>The first day on which it no longer counts; null while it stands.</summary>
    public DateOnly? WithdrawnOn { get; set; }

    /// <summary>Why it was taken back; empty while it stands.</summary>
    public string WithdrawalReason { get; set; } = "";

    /// <summary>Raised by every change.</summary>
    public long Version { get; set; }

    /// <summary>The bytes, in a table of their own: a list of papers doesn't read them. Null without a file.</summary>
    public PaperContent? Content { get; init; }

    /// <summary>Whether it counts on a day.</summary>
    public bool StandsOn(DateOnly day) => AddedOn <= day && (WithdrawnOn is not { } withdrawn || day < withdrawn);
}

/// <summary>The bytes of a paper.</summary>
public sealed class PaperContent
{
    /// <summary>The paper.</summary>
    public Guid PaperId { get; init; }

    /// <summary>The bytes as uploaded.</summary>
    public required byte[] Bytes { get; init; }
}
