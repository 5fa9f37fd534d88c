using System.Globalization;
using System.Text.Json;
using Workflows.Policy.Days;
using Workflows.Policy.Semesters;

namespace Workflows.Policy.Tests.Days;

/// <summary>A teacher's ledger in the spring semester of 2026, 2026-03-04 to 2026-07-02, by the calendar as it is delivered.</summary>
internal static class Ledger
{
    public static DayPolicy Numbers { get; } = DayPolicy.Parse(Book.Text("days/policy.json"));

    public static IWorkingDays Calendar { get; } = new DeliveredCalendar();

    public static Semester Spring { get; } = new(new SemesterName(2025, 2), SchoolStage.Primary, Day("2026-03-04"), Day("2026-07-02"), IsProvisional: false);

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DayFact At(string day, string school = "城南小学", bool isHalf = false, bool isSession = false, bool isVerified = true) =>
        new(Day(day), school, isHalf, isSession, isVerified);

    /// <summary>The first so many working days from a day on, each verified.</summary>
    public static IEnumerable<DayFact> WorkingDays(string from, int count) => WorkingDaysFrom(Day(from)).Take(count).Select(day => new DayFact(day, "城南小学", false, false, true));

    public static DayFinding Judged(string asOf, params IEnumerable<DayFact> entries) => TeacherDays.Evaluate(Spring, entries, [], Calendar, Numbers, Day(asOf));

    public static IEnumerable<DateOnly> WorkingDaysFrom(DateOnly day)
    {
        for (; ; day = day.AddDays(1))
        {
            if (Calendar.NatureOf(day) is DayNature.Working)
                yield return day;
        }
    }

    private sealed class DeliveredCalendar : IWorkingDays
    {
        private readonly Dictionary<DateOnly, bool> off = JsonDocument.Parse(Book.Text("calendar/holidays-2026.json")).RootElement.GetProperty("days").EnumerateArray()
            .ToDictionary(day => Day(day.GetProperty("date").GetString()!), day => day.GetProperty("off").GetBoolean());

        public DayNature NatureOf(DateOnly day) => off.TryGetValue(day, out var isOff) ? (isOff ? DayNature.Holiday : DayNature.Working)
            : day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? DayNature.Weekend : DayNature.Working;

        public bool IsProvisional(DateOnly day) => day.Year != 2026;
    }
}
