namespace Workflows.Policy.Days;

/// <summary>
/// What one of the clauses on days says of one person as of a day: data from which every sentence is rendered (<see cref="DayWording"/>). Amounts are
/// days in steps of 0.5, for R23 sessions.
/// </summary>
/// <param name="Clause">R14, R22 or R23.</param>
/// <param name="Standing">Where it stands.</param>
/// <param name="Reason">Why, as a code.</param>
/// <param name="AsOf">The day.</param>
/// <param name="Span">The semester or year; null where the semester isn't known.</param>
/// <param name="Required">What the clause asks.</param>
/// <param name="Actual">What counts.</param>
/// <param name="Waiting">What more would count if everything that waits for its school were verified.</param>
/// <param name="PlacementDays">How much of <paramref name="Actual"/> no entry gives, but a placement.</param>
/// <param name="WorkingDays">All working days of the span.</param>
/// <param name="PassedWorkingDays">Those before the day; the day itself still lies ahead.</param>
/// <param name="Remaining">Working days from the day on that nothing fills yet; half a day where half of the day is filled.</param>
/// <param name="IsProvisional">Whether the semester's or a holiday calendar isn't published yet, so that the forecast may move.</param>
public sealed record DayFinding(
    string Clause,
    DayStanding Standing,
    DayReason Reason,
    DateOnly AsOf,
    DaySpan? Span,
    int Required,
    decimal Actual,
    decimal Waiting,
    decimal PlacementDays,
    int WorkingDays,
    int PassedWorkingDays,
    decimal Remaining,
    bool IsProvisional)
{
    private const int StepsPerDay = 2;

    /// <summary>What is missing; never below zero.</summary>
    public decimal Missing => Math.Max(0, Required - Actual);

    /// <summary>Whether it can still be reached: the missing days, less those that wait, fit into the working days that are left.</summary>
    public bool IsReachable => Missing - Waiting <= Remaining;

    /// <summary>Whether less counts than the share of the working days that have passed; compared by cross-multiplication.</summary>
    public bool IsBehind => Actual * WorkingDays < (decimal)Required * PassedWorkingDays;

    /// <summary>The least amount that keeps pace, in whole steps: half days, or whole sessions.</summary>
    public decimal Expected => WorkingDays == 0 ? 0
        : Clause == LeaderDays.SessionsClause ? Steps(1) : Steps(StepsPerDay) / (decimal)StepsPerDay;

    // The whole number of steps at or above Required * Passed / WorkingDays.
    private int Steps(int perUnit) => ((Required * PassedWorkingDays * perUnit) + WorkingDays - 1) / WorkingDays;
}

/// <summary>Where a duty in days stands.</summary>
public enum DayStanding
{
    /// <summary>Enough counts.</summary>
    Met,

    /// <summary>Not yet enough, and it can still become enough.</summary>
    Pending,

    /// <summary>It isn't enough, and can't become enough in time.</summary>
    NotMet,

    /// <summary>The facts don't decide it.</summary>
    Unknown,
}

/// <summary>Why a duty in days stands where it does.</summary>
public enum DayReason
{
    /// <summary>Enough counts.</summary>
    Reached,

    /// <summary>Enough was logged, and waits for the schools.</summary>
    AwaitsSchools,

    /// <summary>As many as the share of the time that has passed, or more.</summary>
    OnPace,

    /// <summary>Fewer than that, but still to be reached.</summary>
    Behind,

    /// <summary>More are missing than working days are left.</summary>
    OutOfReach,

    /// <summary>The time is over.</summary>
    Missed,

    /// <summary>The school stage, or its semester, isn't known.</summary>
    NoSemester,
}
