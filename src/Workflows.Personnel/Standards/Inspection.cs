namespace Workflows.Personnel.Standards;

/// <summary>专项督导: one special inspection, a dated checklist of items.</summary>
public sealed class Inspection
{
    /// <summary>The inspection's id, ordered by time.</summary>
    public Guid Id { get; init; }

    /// <summary>What it is called.</summary>
    public required string Name { get; init; }

    /// <summary>Who inspects: 区政府教育督导室.</summary>
    public required string By { get; init; }

    /// <summary>The day of the inspection; the day by which its items are due unless a task says otherwise.</summary>
    public DateOnly On { get; set; }

    /// <summary>Why it was called off; empty while it stands.</summary>
    public string CalledOffReason { get; set; } = "";

    /// <summary>Raised by every change.</summary>
    public long Version { get; set; }
}
