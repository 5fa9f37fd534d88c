using System.Globalization;
using Workflows.Policy;
using Workflows.Reminders.Obligations;

namespace Workflows.Reminders.Planning;

/// <summary>A reminder of an obligation; the model of all templates in <c>workflows/reminders/notices</c>.</summary>
/// <param name="Name">The recipient.</param>
/// <param name="As">As what they are reminded: the person concerned, HR, leadership.</param>
/// <param name="Clause">The clause.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Why">Why it came: the clause with its numbers.</param>
/// <param name="Stage">The stage's name.</param>
/// <param name="IsPassed">Whether the day has passed.</param>
/// <param name="IsOutOfReach">Whether it can no longer be reached.</param>
/// <param name="DueOn">The day that counts, <c>2026-09-01</c>; null for a standing matter.</param>
/// <param name="DaysLeft">Calendar days from today until that day; negative once it has passed, null without a day.</param>
/// <param name="Link">The page to go to.</param>
public sealed record ReminderLetter(
    string Name, Bilingual As, string Clause, Bilingual Title, Bilingual Why, string Stage, bool IsPassed, bool IsOutOfReach, string? DueOn, int? DaysLeft,
    string Link)
{
    // Where people see their own cycle, days and what is next.
    private const string OwnPage = "/me";

    /// <summary>What a reminder says.</summary>
    /// <param name="due">The reminder.</param>
    /// <param name="day">The day on which it is planned.</param>
    /// <param name="options">Where the pages are.</param>
    public static ReminderLetter Of(DueReminder due, DateOnly day, ReminderOptions options)
    {
        var (obligation, stage) = (due.Obligation, due.Stage);
        return new ReminderLetter(
            due.Recipient.Name, due.Recipient.As, obligation.Clause, obligation.About, obligation.Why, stage.Name,
            stage.Tone is ReminderTone.Passed, stage.Tone is ReminderTone.OutOfReach,
            obligation.DueOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), obligation.DueOn?.DayNumber - day.DayNumber,
            options.Page(due.Recipient.IsPerson ? OwnPage : obligation.Page));
    }
}
