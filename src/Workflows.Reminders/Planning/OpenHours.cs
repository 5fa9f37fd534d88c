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
        var morning = office.Calendar.WorkingDayOnOrAfter(time < until ? day : day.AddDays(1)).ToDateTime(until);
        return new DateTimeOffset(morning, office.Zone.GetUtcOffset(morning)).ToUniversalTime();
    }
}
