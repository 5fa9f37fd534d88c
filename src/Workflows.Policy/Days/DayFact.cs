namespace Workflows.Policy.Days;

/// <summary>What the clauses need to know of one entry of the ledger. What was refused or taken back is no fact.</summary>
/// <param name="On">The day.</param>
/// <param name="School">The school; two sessions of one day at two schools are two.</param>
/// <param name="IsHalf">Whether it was half a day only.</param>
/// <param name="IsSession">Whether it was a session of teaching research (教研活动, R23).</param>
/// <param name="IsVerified">Whether the school says so; only then does it count.</param>
public sealed record DayFact(DateOnly On, string School, bool IsHalf, bool IsSession, bool IsVerified);

/// <summary>A placement that runs or was served to its end: its working days may count for R14.</summary>
/// <param name="From">The first day.</param>
/// <param name="Last">The last day, which still counts; null while it runs.</param>
public sealed record DayStay(DateOnly From, DateOnly? Last);

/// <summary>The stretch of time in which the days are owed: a semester, or a calendar year.</summary>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day; it still counts.</param>
/// <param name="IsProvisional">Whether no semester calendar covers it yet.</param>
public sealed record DaySpan(DateOnly First, DateOnly Last, bool IsProvisional)
{
    /// <summary>A calendar year.</summary>
    public static DaySpan Year(int year) => new(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), IsProvisional: false);

    /// <summary>Whether the day lies in it.</summary>
    public bool Contains(DateOnly day) => First <= day && day <= Last;

    /// <summary>Its days, in order.</summary>
    public IEnumerable<DateOnly> Days()
    {
        for (var day = First; day <= Last; day = day.AddDays(1))
            yield return day;
    }
}
