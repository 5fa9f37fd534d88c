using System.Collections.Immutable;
using Workflows.Policy.Semesters;

namespace Workflows.Policy.Secondment;

/// <summary>What R12 says of one teacher as of a day: data from which every sentence is rendered (<see cref="SecondmentWording"/>).</summary>
/// <param name="Result">The result under the chosen reading.</param>
/// <param name="Reason">Why, as a code.</param>
/// <param name="AsOf">The day.</param>
/// <param name="Completed">The semesters completed at schools, oldest first; those of before the anchor are told and don't count.</param>
/// <param name="Due">By when the next one must be completed; null where that can't be said, or isn't asked.</param>
/// <param name="Exemption">The exemption that holds on the day; null for none.</param>
/// <param name="DependsOnReading">Whether another reading gives another result.</param>
/// <param name="Variants">The result and the due day under each reading: of the years, and of 支教.</param>
public sealed record SecondmentFinding(
    FindingResult Result,
    SecondmentReason Reason,
    DateOnly AsOf,
    ImmutableArray<Semester> Completed,
    SecondmentDue? Due,
    ExemptionFact? Exemption,
    bool DependsOnReading,
    ImmutableArray<SecondmentVariant> Variants);

/// <summary>One reading's answer.</summary>
/// <param name="Reading">From what the years are counted.</param>
/// <param name="SupportTeachingCounts">Whether 支教 alone counts.</param>
/// <param name="Result">The result under it.</param>
/// <param name="DueBy">By when the next semester must be completed under it; null where that can't be said, or isn't asked.</param>
public sealed record SecondmentVariant(CycleReading Reading, bool SupportTeachingCounts, FindingResult Result, DateOnly? DueBy);

/// <summary>By when somebody must go.</summary>
/// <param name="CountedFrom">The day from which the years are counted: by default the end of the last completed placement, or the anchor.</param>
/// <param name="DueBy">The last day by which a semester must be completed.</param>
/// <param name="LastFeasible">The last semester that can still be completed in time.</param>
/// <param name="DecideBy">The day by which the placement must be under way: the semester's start, less the approval's lead time.</param>
public sealed record SecondmentDue(DateOnly CountedFrom, DateOnly DueBy, Semester LastFeasible, DateOnly DecideBy)
{
    /// <summary>
    /// Whether a semester can still be completed in time: its last day, by the host stage's calendar, is the due day at the latest. Where an
    /// exemption moved the due day, ask with a finding that was made for the host's stage.
    /// </summary>
    public bool Allows(Semester semester) => semester.Last <= DueBy;

    /// <summary>Whether the days rest on a semester that no calendar file covers yet.</summary>
    public bool IsProvisional => LastFeasible.IsProvisional;
}

/// <summary>Why R12 is met, not met or unknown for somebody.</summary>
public enum SecondmentReason
{
    /// <summary>A semester was completed, and the next isn't due yet.</summary>
    InTime,

    /// <summary>None was completed yet, and the first isn't due yet.</summary>
    FirstNotDue,

    /// <summary>The years are over without a completed semester.</summary>
    Overdue,

    /// <summary>Exempt on the day, with a reason on record.</summary>
    Exempt,

    /// <summary>There is no day to count from.</summary>
    NoAnchor,

    /// <summary>The stage's semesters are in no calendar file.</summary>
    NoCalendar,
}
