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

    /// <summary>Whether the case is about a declared relative: an applicant's case about that one, the round's case about any.</summary>
    public bool Concerns(Case @case) => Concerns(@case.ApplicationId);

    /// <summary>Whether an application, or with null the whole round, is about a declared relative.</summary>
    public bool Concerns(Guid? applicationId) => applicationId is { } application
        ? Relatives.Exists(line => line.ApplicationId == application)
        : Relatives.Count > 0;

    /// <summary>What somebody's declarations, or their absence, say about a case.</summary>
    /// <param name="declaration">The declaration for the case's round; null where none is signed, or there is no round.</param>
    /// <param name="own">The declaration for this very case; null where none is signed.</param>
    /// <param name="case">The case: one of a round asks for the round's declaration, every other one for its own.</param>
    /// <param name="isListed">Whether the person behind the account stands on the list that the case is about.</param>
    public static Interest Of(KinshipDeclaration? declaration, CaseDeclaration? own, Case @case, bool isListed) =>
        isListed ? Interest.Oneself
        : @case.RoundId is null
            ? own is null ? Interest.Undeclared : own.IsRelative ? Interest.Concerned : Interest.None
            : declaration is null ? Interest.Undeclared : declaration.Concerns(@case) ? Interest.Concerned : Interest.None;
}

/// <summary>One relative among the applicants.</summary>
/// <param name="ApplicationId">The relative's application.</param>
/// <param name="Relation">The relation, in the declarer's words.</param>
public sealed record KinshipLine(Guid ApplicationId, string Relation);
