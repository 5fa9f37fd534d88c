using Workflows.Policy.Days;

namespace Workflows.Personnel.Calendar;

/// <summary>Working days: weekdays, changed by the yearly holiday notices of <c>workflows/calendar/holidays-YYYY.json</c>.</summary>
public sealed class WorkCalendar : IWorkingDays
{
    private readonly Dictionary<DateOnly, bool> off = [];
    private readonly HashSet<int> years = [];

    /// <summary>A calendar made of holiday notices.</summary>
    /// <param name="notices">The years that are covered; a year that isn't, is provisional: weekends only.</param>
    public WorkCalendar(IEnumerable<HolidayNotice> notices)
    {
        foreach (var notice in notices)
        {
            years.Add(notice.Year);
            foreach (var day in notice.Days)
                off[day.Date] = day.Off;
        }
    }

    /// <summary>Whether the day's year has no holiday notice yet, so that only weekends are known.</summary>
    public bool IsProvisional(DateOnly day) => !years.Contains(day.Year);

    /// <summary>Whether people work on the day: a make-up Saturday is a working day, a public holiday never is.</summary>
    public bool IsWorkingDay(DateOnly day) => NatureOf(day) is DayNature.Working;

    /// <summary>Whether the day is a working day, an ordinary weekend, or off by a holiday notice.</summary>
    public DayNature NatureOf(DateOnly day) =>
        off.TryGetValue(day, out var isOff) ? (isOff ? DayNature.Holiday : DayNature.Working)
        : day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? DayNature.Weekend : DayNature.Working;

    /// <summary>The day itself if people work on it, else the next day on which they do.</summary>
    public DateOnly WorkingDayOnOrAfter(DateOnly day)
    {
        while (!IsWorkingDay(day))
            day = day.AddDays(1);
        return day;
    }

    /// <summary>How many working days lie after a day, up to another one, which still counts; 0 when it isn't later.</summary>
    public int WorkingDaysBetween(DateOnly after, DateOnly until)
    {
        var count = 0;
        for (var day = after.AddDays(1); day <= until; day = day.AddDays(1))
            count += IsWorkingDay(day) ? 1 : 0;
        return count;
    }

    /// <summary>The day that many working days after the given one, which itself doesn't count.</summary>
    /// <param name="day">The day from which to count.</param>
    /// <param name="workingDays">How many working days; at least 1.</param>
    public DateOnly AddWorkingDays(DateOnly day, int workingDays)
    {
        for (var left = workingDays; left > 0; left--)
            day = WorkingDayOnOrAfter(day.AddDays(1));
        return day;
    }
}
