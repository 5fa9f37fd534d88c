using Workflows.Personnel.Calendar;

namespace Workflows.Personnel.Notices;

/// <summary>Counts the days of a public notice (Civil Code Art. 201 and 203).</summary>
public static class NoticePeriod
{
    /// <summary>
    /// The notice's last day: the day of posting doesn't count, days on which it stood still don't count, and a last day that is a
    /// day off moves to the next working day on which it doesn't stand still. It ends when that day is over, never earlier. Null while
    /// an objection is open.
    /// </summary>
    /// <param name="postedOn">The day of posting.</param>
    /// <param name="days">The length in calendar days.</param>
    /// <param name="pauses">Stretches on which it stood still: the first day still stands, the day of handling already counts.</param>
    /// <param name="calendar">Working days.</param>
    public static DateOnly? LastDay(
        DateOnly postedOn, int days, IEnumerable<(DateOnly From, DateOnly? Until)> pauses, WorkCalendar calendar)
    {
        var stretches = pauses.ToList();
        if (stretches.Exists(pause => pause.Until is null))
            return null;

        var day = postedOn;
        for (var counted = 0; counted < days;)
        {
            day = day.AddDays(1);
            counted += StandsStill(stretches, day) ? 0 : 1;
        }

        while (StandsStill(stretches, day) || !calendar.IsWorkingDay(day))
            day = day.AddDays(1);
        return day;
    }

    /// <summary>
    /// How many of the notice's days have begun by a day; neither the day of posting nor a day on which it stood still counts.
    /// </summary>
    /// <param name="postedOn">The day of posting.</param>
    /// <param name="days">The length in calendar days: never more than these.</param>
    /// <param name="pauses">Stretches on which it stood still; one without an end still does.</param>
    /// <param name="today">The day on which the question is asked.</param>
    public static int DaysCounted(DateOnly postedOn, int days, IEnumerable<(DateOnly From, DateOnly? Until)> pauses, DateOnly today)
    {
        var stretches = pauses.ToList();
        var counted = 0;
        for (var day = postedOn.AddDays(1); day <= today && counted < days; day = day.AddDays(1))
            counted += StandsStill(stretches, day) ? 0 : 1;
        return counted;
    }

    private static bool StandsStill(List<(DateOnly From, DateOnly? Until)> pauses, DateOnly day) =>
        pauses.Exists(pause => pause.From <= day && (pause.Until is null || day < pause.Until));
}
