namespace Workflows.Personnel.Staff;

/// <summary>The chance of the person concerned to speak up in writing against something: from the letter to the last day, and what was said.</summary>
public sealed class Hearing
{
    /// <summary>The case.</summary>
    public Guid CaseId { get; init; }

    /// <summary>The last day to speak up; it still counts.</summary>
    public DateOnly Until { get; set; }

    /// <summary>The engine's wait that a statement resolves; null while none is possible.</summary>
    public string? WaitId { get; set; }

    /// <summary>The day the statement came; null where the person said nothing.</summary>
    public DateOnly? ReceivedOn { get; set; }

    /// <summary>Whether the person objects.</summary>
    public bool Objects { get; set; }

    /// <summary>What the person says, as written.</summary>
    public string Statement { get; set; } = "";
}
