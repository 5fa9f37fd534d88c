namespace Workflows.Personnel.Secondment;

/// <summary>One teacher's way through one cycle of R12, followed by one case. The clause itself is computed from placements; this keeps what people said and did.</summary>
public sealed class SecondmentCycle
{
    /// <summary>Its case, and so its key.</summary>
    public Guid CaseId { get; init; }

    /// <summary>The teacher on the roster.</summary>
    public Guid PersonId { get; init; }

    /// <summary>The day from which the years were counted when it opened: with the person it is the cycle's key, so that it opens once.</summary>
    public DateOnly CountedFrom { get; init; }

    /// <summary>The last day by which a semester must be completed, as it was when the cycle opened; the page computes it anew.</summary>
    public DateOnly DueBy { get; init; }

    /// <summary>The placement that it follows; null until one is decided.</summary>
    public Guid? PlacementId { get; set; }

    /// <summary>The engine's wait that is told when a placement is decided, changed or broken off; null while it waits for people or has ended.</summary>
    public string? WaitId { get; set; }

    /// <summary>报到: the day on which the person reported for duty; null until then.</summary>
    public DateOnly? ReportedOn { get; set; }

    /// <summary>中期检查, in words; empty until it was held.</summary>
    public string MidTerm { get; set; } = "";

    /// <summary>期满考核, in words; empty until it was held.</summary>
    public string Assessment { get; set; } = "";

    /// <summary>Raised by every change.</summary>
    public long Version { get; set; }
}
