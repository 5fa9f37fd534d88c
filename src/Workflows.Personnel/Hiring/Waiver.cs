using Workflows.Policy.Hiring;

namespace Workflows.Personnel.Hiring;

/// <summary>
/// One line of the register of waivers (R09 and 原则上): which clauses were asked to be waived for whom, by how much, why, and what leadership
/// decided. 适当放宽 has no number, so earlier lines are what a decision is measured by.
/// </summary>
public sealed class Waiver
{
    /// <summary>The waiver's id.</summary>
    public Guid Id { get; init; }

    /// <summary>The application's case.</summary>
    public Guid CaseId { get; init; }

    /// <summary>The application.</summary>
    public Guid ApplicationId { get; init; }

    /// <summary>The round.</summary>
    public Guid RoundId { get; init; }

    /// <summary>On which ground it was opened.</summary>
    public WaiverBasis Basis { get; init; }

    /// <summary>The clauses with the amounts, as the verdict's facts said when it was opened.</summary>
    public required IReadOnlyList<WaiverAmount> Amounts { get; set; }

    /// <summary>The same clauses as a text, <c>R05 R06</c>, to be filtered by.</summary>
    public required string Clauses { get; set; }

    /// <summary>Why HR asks for it.</summary>
    public required string Reason { get; set; }

    /// <summary>When it was opened, UTC.</summary>
    public DateTimeOffset OpenedAt { get; init; }

    /// <summary>What became of it.</summary>
    public WaiverResult Result { get; set; }

    /// <summary>The minutes of the collective decision; empty until approved.</summary>
    public string Minutes { get; set; } = "";

    /// <summary>What leadership said.</summary>
    public string Comment { get; set; } = "";

    /// <summary>The day it was decided; null while it is open.</summary>
    public DateOnly? DecidedOn { get; set; }

    /// <summary>Raised by every change.</summary>
    public long Version { get; set; }
}

/// <summary>On which ground a waiver is asked for.</summary>
public enum WaiverBasis
{
    /// <summary>R09: a master teacher, or postgraduate education; or a ground that the file leaves open.</summary>
    Ground,

    /// <summary>原则上: no ground of R09, but the clause itself says "in principle".</summary>
    InPrinciple,
}

/// <summary>What became of a waiver.</summary>
public enum WaiverResult
{
    /// <summary>Leadership hasn't decided yet.</summary>
    Open,

    /// <summary>同意放宽.</summary>
    Approved,

    /// <summary>不同意放宽.</summary>
    Rejected,

    /// <summary>Taken back before it was decided, or its application ended.</summary>
    Withdrawn,
}
