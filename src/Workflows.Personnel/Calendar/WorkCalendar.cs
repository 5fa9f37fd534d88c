using System.Text.Json;
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

/// <summary>One year's holiday notice of the State Council's office.</summary>
/// <param name="Year">The calendar year it covers.</param>
/// <param name="Source">The document it was taken from.</param>
/// <param name="Days">The days that differ from plain weekdays and weekends.</param>
public sealed record HolidayNotice(int Year, string Source, IReadOnlyList<HolidayDay> Days)
{
    /// <summary>Reads a <c>holidays-YYYY.json</c>.</summary>
    /// <param name="json">The file's text.</param>
    /// <exception cref="JsonException">The text isn't a holiday notice; the message names the place.</exception>
    public static HolidayNotice Parse(string json) =>
        JsonSerializer.Deserialize<HolidayNotice>(json, Options) ?? throw new JsonException("The holiday notice is empty.");

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };
}

/// <summary>One day of a holiday notice.</summary>
/// <param name="Date">The day.</param>
/// <param name="Name">The holiday it belongs to.</param>
/// <param name="Off">True for a day off, false for a make-up working day.</param>
public sealed record HolidayDay(DateOnly Date, string Name, bool Off);
