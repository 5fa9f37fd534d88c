using Workflows.Personnel.Calendar;
using Workflows.Policy;
using Workflows.Policy.Reminders;
using Workflows.Policy.Retention;
using Workflows.Policy.Semesters;
using Workflows.Policy.Shares;
using Workflows.Policy.Staff;

namespace Workflows.Processes;

/// <summary>What is the same for the whole office: the policy, the calendar, the time zone, the district.</summary>
/// <param name="Policy">The policy's rules, ladders and spellings.</param>
/// <param name="Calendar">Working days.</param>
/// <param name="Zone">The office's time zone: Asia/Shanghai by default.</param>
/// <param name="District">The college's own district (R10).</param>
public sealed record Office(PolicyBook Policy, WorkCalendar Calendar, TimeZoneInfo Zone, string District)
{
    /// <summary>The numbers of appointments, exits, waivers and secondments.</summary>
    public required StaffPolicy Staff { get; init; }

    /// <summary>When reminders are due and when they may go out.</summary>
    public required ReminderPolicy Reminders { get; init; }

    /// <summary>The shares of people and money that the document asks for.</summary>
    public required StructurePolicy Structure { get; init; }

    /// <summary>How long personal data are kept.</summary>
    public required RetentionPolicy Retention { get; init; }

    /// <summary>The semesters of all school stages.</summary>
    public required SemesterCalendar Semesters { get; init; }

    /// <summary>The day it is in the office at an instant.</summary>
    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).DateTime);

    /// <summary>The first instant of a day in the office, UTC. A day is over when the next one starts.</summary>
    public DateTimeOffset StartOf(DateOnly day)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
