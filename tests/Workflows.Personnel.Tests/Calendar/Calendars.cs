using Workflows.Personnel.Calendar;

namespace Workflows.Personnel.Tests.Calendar;

/// <summary>The calendar that the product ships.</summary>
internal static class Calendars
{
    public static WorkCalendar Of2026 { get; } = new(
        [HolidayNotice.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "workflows", "calendar", "holidays-2026.json")), "holidays-2026.json")]);
}
