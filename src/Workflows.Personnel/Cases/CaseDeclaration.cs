namespace Workflows.Personnel.Cases;

/// <summary>
/// A reviewer's signed word on whether the person whom a case is about, or anybody on its list, is a relative: spouse, direct kin, collateral kin within three generations,
/// close in-laws (2005 provisions, Art. 27). It feeds recusal (回避), as the declaration for a whole round does in hiring.
/// </summary>
public sealed class CaseDeclaration
{
    /// <summary>The case.</summary>
    public Guid CaseId { get; init; }

    /// <summary>The account that declares.</summary>
    public Guid AccountId { get; init; }

    /// <summary>Whether the person concerned is a relative.</summary>
    public bool IsRelative { get; set; }

    /// <summary>The relation in the declarer's words; empty for none.</summary>
    public string Relation { get; set; } = "";

    /// <summary>When it was signed, or last corrected, UTC.</summary>
    public DateTimeOffset SignedAt { get; set; }
}
