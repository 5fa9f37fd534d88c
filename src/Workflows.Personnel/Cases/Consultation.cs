namespace Workflows.Personnel.Cases;

/// <summary>A question to a colleague about a work item (征询): the colleague advises, the asker still decides.</summary>
public sealed class Consultation
{
    /// <summary>The question's id.</summary>
    public Guid Id { get; init; }

    /// <summary>The item's part whose holder asks; it waits for the advice.</summary>
    public Guid PartId { get; init; }

    /// <summary>The item's part whose holder asks.</summary>
    public WorkItemPart Part { get; init; } = null!;

    /// <summary>Who asks.</summary>
    public Guid AskedBy { get; init; }

    /// <summary>Who is asked.</summary>
    public Guid AskedOf { get; init; }

    /// <summary>The question.</summary>
    public required string Question { get; init; }

    /// <summary>When it was asked, UTC.</summary>
    public DateTimeOffset AskedAt { get; init; }

    /// <summary>The advice; empty while none is given.</summary>
    public string Advice { get; set; } = "";

    /// <summary>When the advice was given, or the question taken back, UTC; null while it is open.</summary>
    public DateTimeOffset? ClosedAt { get; set; }
}
