using Workflows.Policy.Days;

namespace Workflows.Personnel.Days;

/// <summary>One day, or half a day, that somebody of the college spent at a school: the ledger of R14, R22 and R23. A day counts once, however many entries it has.</summary>
public sealed class DayEntry
{
    /// <summary>The entry's id.</summary>
    public Guid Id { get; init; }

    /// <summary>The person on the roster.</summary>
    public Guid PersonId { get; init; }

    /// <summary>The day.</summary>
    public DateOnly On { get; init; }

    /// <summary>The school.</summary>
    public required string School { get; init; }

    /// <summary>What was done there.</summary>
    public DayKind Kind { get; init; }

    /// <summary>Whether it was half a day only (0.5).</summary>
    public bool IsHalf { get; init; }

    /// <summary>What it was about, in the person's words; may be empty.</summary>
    public string Note { get; init; } = "";

    /// <summary>Where it stands; only a verified day counts.</summary>
    public DayState State { get; set; }

    /// <summary>核实人: who verified or turned it down, as named; empty while nobody has.</summary>
    public string VerifiedBy { get; set; } = "";

    /// <summary>Why it was turned down; empty otherwise.</summary>
    public string Refusal { get; set; } = "";

    /// <summary>The account that logged it; null for an import.</summary>
    public Guid? LoggedBy { get; init; }

    /// <summary>When it was logged, UTC.</summary>
    public DateTimeOffset LoggedAt { get; init; }

    /// <summary>When it was verified, turned down or withdrawn, UTC.</summary>
    public DateTimeOffset? SettledAt { get; set; }

    /// <summary>What was done to it, and by whom; only ever added to.</summary>
    public List<DayChange> Changes { get; init; } = [];

    /// <summary>The photos and files that show the day.</summary>
    public List<DayEvidence> Evidence { get; init; } = [];

    /// <summary>Raised by every change.</summary>
    public long Version { get; set; }

    /// <summary>Whether it stands: it counts, or waits for the school.</summary>
    public bool Stands => State is DayState.Logged or DayState.Verified;

    /// <summary>What the clauses need to know of it; null where it doesn't stand.</summary>
    public DayFact? Fact => Stands ? new DayFact(On, School, IsHalf, Kind is DayKind.ResearchActivity, State is DayState.Verified) : null;
}

/// <summary>类型: what was done at the school (R14).</summary>
public enum DayKind
{
    /// <summary>听课.</summary>
    LessonObservation,

    /// <summary>调研.</summary>
    FieldStudy,

    /// <summary>教研活动; also counts as a session for R23.</summary>
    ResearchActivity,

    /// <summary>指导.</summary>
    Guidance,
}

/// <summary>Where an entry of the day ledger stands.</summary>
public enum DayState
{
    /// <summary>Logged, and waiting for the school.</summary>
    Logged,

    /// <summary>The school says so: it counts.</summary>
    Verified,

    /// <summary>The school says that it wasn't so.</summary>
    Refused,

    /// <summary>Taken back by the person who logged it.</summary>
    Withdrawn,
}
