using Workflows.Processes;

namespace Workflows.Reminders.Planning;

/// <summary>When reminders may go out: on working days, outside the quiet hours. Formal notices and news of the day aren't held back.</summary>
public static class OpenHours
{
    /// <summary>The instant itself if reminders may go out then, else the next one at which they may.</summary>
    public static DateTimeOffset OnOrAfter(Office office, DateTimeOffset instant)
    {
        var local = TimeZoneInfo.ConvertTime(instant, office.Zone).DateTime;
        var (day, time) = (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
        var (from, until) = (office.Reminders.QuietFrom, office.Reminders.QuietUntil);
        // IsBetween wraps around midnight by itself, and leaves its end out.
        if (office.Calendar.IsWorkingDay(day) && !time.IsBetween(from, until))
            return instant;
        return MorningOf(office, office.Calendar.WorkingDayOnOrAfter(time < until ? day : day.AddDays(1)));
    }

    /// <summary>The instant of a day at which the quiet hours end: what a dry run of that day takes as now.</summary>
    public static DateTimeOffset MorningOf(Office office, DateOnly day)
    {
        var morning = day.ToDateTime(office.Reminders.QuietUntil);
        return new DateTimeOffset(morning, office.Zone.GetUtcOffset(morning)).ToUniversalTime();
    }
}
