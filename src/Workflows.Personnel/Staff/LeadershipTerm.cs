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

    /// <summary>When this was recorded, UTC.</summary>
    public DateTimeOffset RecordedAt { get; init; }

    /// <summary>Raised by every change.</summary>
    public long Version { get; set; }
}
