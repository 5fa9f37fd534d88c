using Workflows.Policy.Semesters;

namespace Workflows.Policy.Secondment;

/// <summary>What R12 needs to know of one stay at a school.</summary>
/// <param name="From">The first day.</param>
/// <param name="Last">The last day, which still counts; null while it runs or where the end isn't known.</param>
/// <param name="Stage">The host school's stage, whose semesters count.</param>
/// <param name="Kind">What it was.</param>
/// <param name="IsCompleted">Whether it was served to its end; an interrupted one never counts.</param>
public sealed record PlacementFact(DateOnly From, DateOnly? Last, SchoolStage Stage, PlacementKind Kind, bool IsCompleted);

/// <summary>方式: how somebody works at a school.</summary>
public enum PlacementKind
{
    /// <summary>挂职锻炼.</summary>
    Secondment,

    /// <summary>兼任教学.</summary>
    ConcurrentTeaching,

    /// <summary>支教: counts for R12 only where it is also recorded as 挂职.</summary>
    SupportTeaching,
}

/// <summary>A time in which somebody isn't asked to go, with the reason on record.</summary>
/// <param name="Semester">The semester; null for as long as the record stands.</param>
/// <param name="Reason">Why, as recorded.</param>
public sealed record ExemptionFact(SemesterName? Semester, string Reason);
