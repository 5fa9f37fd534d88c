namespace Workflows.Personnel.Cases;

/// <summary>A case shown to somebody for information (抄送): once to each, however often it is sent. It gives no right to decide.</summary>
public sealed class CaseCopy
{
    /// <summary>The case.</summary>
    public Guid CaseId { get; init; }

    /// <summary>The case.</summary>
    public Case Case { get; init; } = null!;

    /// <summary>Who is informed.</summary>
    public Guid AccountId { get; init; }

    /// <summary>Who sent it first.</summary>
    public Guid SentBy { get; init; }

    /// <summary>When it was sent first, UTC.</summary>
    public DateTimeOffset SentAt { get; init; }

    /// <summary>When the recipient marked it as read (已阅), UTC; null while it is new.</summary>
    public DateTimeOffset? ReadAt { get; set; }
}

/// <summary>How far somebody has read a case: what came later is shown as new.</summary>
public sealed class CaseReading
{
    /// <summary>The case.</summary>
    public Guid CaseId { get; init; }

    /// <summary>The reader.</summary>
    public Guid AccountId { get; init; }

    /// <summary>The number of the last audit entry that was read.</summary>
    public int UpTo { get; set; }
}
