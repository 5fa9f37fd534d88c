using Workflows.Policy;

namespace Workflows.Planning.Rotation;

/// <summary>One hard rule of a rotation for one person, school, subject or day.</summary>
/// <param name="Kind">Which rule.</param>
/// <param name="TeacherId">Whom it binds; null where it binds nobody alone.</param>
/// <param name="Subject">Of which subject.</param>
/// <param name="HostId">Of which school.</param>
/// <param name="Semester">In which semester; null for every one.</param>
/// <param name="Clause">The clause of a floor; null for any other kind.</param>
public sealed record RotationRule(
    RotationRuleKind Kind, string? TeacherId = null, string? Subject = null, string? HostId = null, int? Semester = null, string? Clause = null);

/// <summary>The hard rules of a rotation.</summary>
public enum RotationRuleKind
{
    /// <summary>R13: not below the band at the end of the year of a round.</summary>
    RenewalFloor,

    /// <summary>R13: not above the band then.</summary>
    RenewalCeiling,

    /// <summary>R25: nobody comes beyond the establishment's quota.</summary>
    Establishment,

    /// <summary>R25: nobody comes to a senior post beyond the post structure.</summary>
    SeniorPosts,

    /// <summary>Nobody moves without a successor in the same round or before.</summary>
    Successor,

    /// <summary>R01: enough teachers of a subject are left; never is the last one moved.</summary>
    SubjectCover,

    /// <summary>R02-R04, R15: no floor is broken by the plan, nor further than it would be without.</summary>
    StructureFloor,

    /// <summary>No more people of a subject at a school than it takes.</summary>
    Places,

    /// <summary>Nobody moves in a round in which they can't be asked.</summary>
    Unavailable,

    /// <summary>Decisions are kept.</summary>
    Pin,
}

/// <summary>A hard rule and how far the plan is from breaking it.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Clause">The clause it comes from.</param>
/// <param name="Slack">How many people are left before it is broken; below 0: broken, or below without the plan already.</param>
/// <param name="Sentence">The rule in words.</param>
public sealed record RotationFinding(RotationRule Rule, string Clause, int Slack, Bilingual Sentence);
