namespace Workflows.Personnel.Staff;

/// <summary>任期: one person's term in the leadership team (R21). Its length isn't in the document, so it is always stated.</summary>
public sealed class LeadershipTerm
{
    /// <summary>The term's id.</summary>
    public Guid Id { get; init; }

    /// <summary>The person on the roster.</summary>
    public Guid PersonId { get; init; }

    /// <summary>The first day.</summary>
    public DateOnly From { get; init; }

    /// <summary>The first day after the term (half-open).</summary>
    public DateOnly Until { get; set; }

    /// <summary>The goals of the term, in the words of the paper; empty where none are on record (R21).</summary>
    public string Goals { get; set; } = "";

    /// <summary>The day on which the goals were agreed; null where none are on record.</summary>
    public DateOnly? GoalsOn { get; set; }

    /// <summary>What the assessment of the goals came to; empty where there was none yet.</summary>
    public string Assessment { get; set; } = "";

    /// <summary>The day of the assessment; null where there was none yet.</summary>
    public DateOnly? AssessedOn { get; set; }

    /// <summary>When this was recorded, UTC.</summary>
    public DateTimeOffset RecordedAt { get; init; }

    /// <summary>Raised by every change.</summary>
    public long Version { get; set; }
}
