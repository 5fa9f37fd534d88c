using Workflows.Policy.Reminders;

namespace Workflows.Reminders.Obligations;

/// <summary>The usual rows of stages.</summary>
internal static class Stages
{
    /// <summary>The name of the stage that begins when the day has passed.</summary>
    public const string Passed = "passed";

    /// <summary>So many days before a day, longest first.</summary>
    public static IEnumerable<ReminderStage> Before(DateOnly day, IEnumerable<int> daysBefore, params Audience[] to) =>
        daysBefore.Select(days => new ReminderStage($"{days}", day.AddDays(-days), to));

    /// <summary>The day after a day: it has passed, and leadership hears of it.</summary>
    public static ReminderStage After(DateOnly day, params Audience[] to) => new(Passed, day.AddDays(1), to, ReminderTone.Passed);

    /// <summary>Certain days of a year.</summary>
    public static IReadOnlyList<ReminderStage> OnDays(int year, ReminderTimes times, params Audience[] to) =>
        [.. times.OnDays.Select(day => new ReminderStage($"{day}", day.In(year), to))];
}
