using Workflows.Policy.Semesters;

namespace Workflows.Policy.Days;

/// <summary>R14: 每学期至少20天到中小学听课、调研、教研、指导. The four kinds add up; a day counts once.</summary>
public static class TeacherDays
{
    /// <summary>The clause.</summary>
    public const string Clause = "R14";

    /// <summary>What the clause says of one teacher in one semester.</summary>
    /// <param name="semester">The semester of the teacher's stage; null where it isn't known.</param>
    /// <param name="entries">The teacher's entries, in any order; those outside the semester don't matter.</param>
    /// <param name="stays">The teacher's placements that run or are completed.</param>
    /// <param name="calendar">Working days.</param>
    /// <param name="policy">The numbers and readings.</param>
    /// <param name="asOf">The day; what lies after it hasn't happened yet.</param>
    public static DayFinding Evaluate(
        Semester? semester, IEnumerable<DayFact> entries, IEnumerable<DayStay> stays, IWorkingDays calendar, DayPolicy policy, DateOnly asOf)
    {
        if (semester is null)
            return DayCount.Unknown(Clause, policy.TeacherDaysPerSemester, asOf);
        var span = new DaySpan(semester.First, semester.Last, semester.IsProvisional);
        var count = new DayCount(span, calendar, asOf);
        foreach (var entry in entries.Where(entry => Counts(calendar.NatureOf(entry.On), policy)))
            count.AddDay(entry);
        if (policy.PlacementDaysCount)
        {
            foreach (var day in stays.SelectMany(stay => Days(stay, span, asOf)).Where(day => calendar.NatureOf(day) is DayNature.Working))
                count.AddPlacement(day);
        }

        return count.Judge(Clause, policy.TeacherDaysPerSemester);
    }

    private static bool Counts(DayNature nature, DayPolicy policy) =>
        nature is DayNature.Working || (nature is DayNature.Weekend && policy.WeekendsCountForTeachers);

    private static IEnumerable<DateOnly> Days(DayStay stay, DaySpan span, DateOnly asOf)
    {
        var first = stay.From > span.First ? stay.From : span.First;
        var last = new[] { stay.Last ?? asOf, span.Last, asOf }.Min();
        for (var day = first; day <= last; day = day.AddDays(1))
            yield return day;
    }
}
