using System.Collections.Immutable;

namespace Workflows.Policy.Hiring;

/// <summary>The machine's verdict on an applicant. A machine never refuses finally: a person confirms each refusal.</summary>
public enum Verdict
{
    /// <summary>Every clause is met, under every reading.</summary>
    Eligible,

    /// <summary>A clause is not met but may be waived (R09), or the result depends on the reading (R06).</summary>
    NeedsDecision,

    /// <summary>A fact is missing or ambiguous; the finding says what to ask.</summary>
    Undecidable,

    /// <summary>A clause is not met under every reading, and the file rules out each ground for a waiver; or R10 is not met.</summary>
    Ineligible,
}

/// <summary>The grounds of R09 on which leadership may relax R05 to R08. Whether it does is always a human decision.</summary>
public enum WaiverGround
{
    /// <summary>教学名师 of city, province or nation.</summary>
    MasterTeacher,

    /// <summary>研究生 education (学历); a degree alone is none.</summary>
    Postgraduate,
}

/// <summary>
/// A verdict with everything it rests on; stored with the application, and plain JSON under <see cref="PolicyJson.Options"/>.
/// </summary>
/// <param name="Policy">The version of the policy, such as shaxian-2022-06-01.</param>
/// <param name="Terms">The terms it was evaluated under.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="DependsOnReading">True when any finding depends on the reading.</param>
/// <param name="Findings">All findings: R05, R06, R07, R08, R10, in this order.</param>
/// <param name="WaiverGrounds">The grounds of R09, listed whenever present.</param>
/// <param name="Warnings">What is worth a look, in the order of the findings.</param>
public sealed record HiringVerdict(
    string Policy,
    HiringTerms Terms,
    Verdict Verdict,
    bool DependsOnReading,
    ImmutableArray<Finding> Findings,
    ImmutableArray<WaiverGround> WaiverGrounds,
    ImmutableArray<HiringWarning> Warnings);
