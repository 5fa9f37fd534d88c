using Workflows.Policy.Days;
using Workflows.Policy.Secondment;
using Workflows.Policy.Semesters;

namespace Workflows.Personnel.Secondment;

/// <summary>One stay of a person at a school: what R12 is computed from. Wrong ones are retracted, never changed in silence.</summary>
public sealed class Placement
{
    /// <summary>The placement's id.</summary>
    public Guid Id { get; init; }

    /// <summary>The person on the roster.</summary>
    public Guid PersonId { get; init; }

    /// <summary>The first day.</summary>
    public DateOnly From { get; set; }

    /// <summary>The first day on which the person is no longer there; null where the end isn't known (half-open).</summary>
    public DateOnly? Until { get; set; }

    /// <summary>接收学校.</summary>
    public required string School { get; set; }

    /// <summary>The host school's stage, whose semesters count.</summary>
    public SchoolStage Stage { get; set; }

    /// <summary>方式.</summary>
    public PlacementKind Kind { get; set; }

    /// <summary>Where it stands.</summary>
    public PlacementState State { get; set; }

    /// <summary>The cycle's case that follows it; null for one that was imported.</summary>
    public Guid? CaseId { get; set; }

    /// <summary>The number of the document by which the person went; empty where none is known.</summary>
    public string DocumentNumber { get; set; } = "";

    /// <summary>When this was recorded, UTC.</summary>
    public DateTimeOffset RecordedAt { get; init; }

    /// <summary>When it was found to be wrong and taken out of all counting, UTC; null while it stands.</summary>
    public DateTimeOffset? RetractedAt { get; set; }

    /// <summary>Raised by every change.</summary>
    public long Version { get; set; }

    /// <summary>What the rule needs to know of it.</summary>
    public PlacementFact Fact => new(From, Until?.AddDays(-1), Stage, Kind, State is PlacementState.Completed);

    /// <summary>The time for which the person is at the school anyway (R14); null before it begins and where it was broken off.</summary>
    public DayStay? Stay => State is PlacementState.Running or PlacementState.Completed ? new(From, Until?.AddDays(-1)) : null;
}

/// <summary>Where a placement stands.</summary>
public enum PlacementState
{
    /// <summary>Decided, not begun.</summary>
    Planned,

    /// <summary>Reported for duty.</summary>
    Running,

    /// <summary>Served to its end: the only state that counts for R12.</summary>
    Completed,

    /// <summary>Broken off: it never counts.</summary>
    Interrupted,
}
