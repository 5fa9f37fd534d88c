namespace Workflows.Policy.Days;

/// <summary>The leadership team's own duties in a calendar year: days at schools (R22) and sessions of teaching research (R23).</summary>
public static class LeaderDays
{
    /// <summary>R22: 班子成员每人每年深入学校不少于20个工作日.</summary>
    public const string DaysClause = "R22";

    /// <summary>R23: 班子成员每年参加教研活动不少于10次.</summary>
    public const string SessionsClause = "R23";

    /// <summary>R22: working days only; a make-up Saturday is one, a public holiday never is.</summary>
    /// <param name="year">The calendar year.</param>
    /// <param name="entries">The leader's entries, in any order.</param>
    /// <param name="calendar">Working days.</param>
    /// <param name="policy">The numbers and readings.</param>
    /// <param name="asOf">The day.</param>
    public static DayFinding AtSchools(int year, IEnumerable<DayFact> entries, IWorkingDays calendar, DayPolicy policy, DateOnly asOf)
    {
        var count = new DayCount(DaySpan.Year(year), calendar, asOf);
        foreach (var entry in entries.Where(entry => calendar.NatureOf(entry.On) is DayNature.Working && (policy.SessionsAreSchoolDays || !entry.IsSession)))
            count.AddDay(entry);
        return count.Judge(DaysClause, policy.LeaderWorkingDaysPerYear);
    }

    /// <summary>R23: one session is what happened at one school on one day, however long it took; a public holiday never counts.</summary>
    /// <param name="year">The calendar year.</param>
    /// <param name="entries">The leader's entries, in any order.</param>
    /// <param name="calendar">Working days.</param>
    /// <param name="policy">The numbers and readings.</param>
    /// <param name="asOf">The day.</param>
    public static DayFinding Sessions(int year, IEnumerable<DayFact> entries, IWorkingDays calendar, DayPolicy policy, DateOnly asOf)
    {
        var count = new DayCount(DaySpan.Year(year), calendar, asOf);
        var sessions = entries.Where(entry => entry.IsSession && calendar.NatureOf(entry.On) is not DayNature.Holiday);
        foreach (var session in sessions.GroupBy(entry => (entry.On, entry.School)))
            count.AddSession(session.Key.On, session.Any(entry => entry.IsVerified));
        return count.Judge(SessionsClause, policy.LeaderSessionsPerYear);
    }
}
