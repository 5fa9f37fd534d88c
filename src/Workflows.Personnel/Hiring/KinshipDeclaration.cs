using Workflows.Personnel.Cases;

namespace Workflows.Personnel.Hiring;

/// <summary>
/// A reviewer's signed word, once for a round, on which applicants are relatives: spouse, direct kin, collateral kin within three
/// generations, close in-laws (2005 provisions, Art. 27). It feeds recusal (回避).
/// </summary>
public sealed class KinshipDeclaration
{
    /// <summary>The round.</summary>
    public Guid RoundId { get; init; }

    /// <summary>The account that declares.</summary>
    public Guid AccountId { get; init; }

    /// <summary>The applications of relatives; empty means: none.</summary>
    public List<KinshipLine> Relatives { get; set; } = [];

    /// <summary>When it was signed, or last corrected, UTC.</summary>
    public DateTimeOffset SignedAt { get; set; }

    /// <summary>Whether a relative is concerned by the case: by an applicant's own case that one, by the round's case anyone declared.</summary>
    public bool Concerns(Case @case) => @case.ApplicationId is { } application
        ? Relatives.Exists(line => line.ApplicationId == application)
        : Relatives.Count > 0;
}

/// <summary>One relative among the applicants.</summary>
/// <param name="ApplicationId">The relative's application.</param>
/// <param name="Relation">The relation, in the declarer's words.</param>
public sealed record KinshipLine(Guid ApplicationId, string Relation);
