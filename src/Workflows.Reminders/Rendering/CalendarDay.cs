using System.Globalization;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Workflows.Personnel.Mail;
using Workflows.Processes.Secondment;
using Workflows.Reminders.Planning;

namespace Workflows.Reminders.Rendering;

/// <summary>A day that a letter speaks of, to be put into the reader's calendar.</summary>
/// <param name="Uid">The same for the same matter, so that a repeat replaces and doesn't add.</param>
/// <param name="Day">The day; the entry covers all of it.</param>
/// <param name="Summary">What the day is.</param>
/// <param name="Link">The page to go to; null where the reader has none.</param>
public sealed record CalendarDay(string Uid, DateOnly Day, string Summary, string? Link)
{
    /// <summary>The day that a letter speaks of, or null: the due day of a work item or an obligation, the day of joining, the first day at a host school.</summary>
    public static CalendarDay? Of(Letter letter)
    {
        var model = LetterModel.Read(letter.Model);
        if (letter.Template == "hiring/joined" && model["joinsOn"] is string joinsOn)
            return new CalendarDay($"{letter.Id}", Read(joinsOn), $"报到 / Report for duty: {model["post"]}", null);
        if (letter.Template == SecondmentLetters.Placed && model["on"] is string first)
            return new CalendarDay($"{letter.Id}", Read(first), $"报到 / Report for duty: {model["school"]}", null);
        if (letter.Obligation is { } obligation)
            return OfReminder(letter, obligation, model);
        if (letter.Template != Stage.Asked.Template && letter.Template != Stage.Due.Template)
            return null;
        return model["dueOn"] is string dueOn && model["title"] is Dictionary<string, object?> title
            ? new CalendarDay(
                $"{letter.WorkItemId}", Read(dueOn), $"{title[letter.Language == "en" ? "en" : "zh"]}", model["link"] as string)
            : null;
    }

    // A day that has passed is none to be put into a calendar.
    private static CalendarDay? OfReminder(Letter letter, string obligation, Dictionary<string, object?> model) =>
        model["dueOn"] is string day && model["isPassed"] is false && model["title"] is Dictionary<string, object?> about
            ? new CalendarDay(obligation, Read(day), $"{about[letter.Language == "en" ? "en" : "zh"]}", model["link"] as string)
            : null;

    /// <summary>The entries as one iCalendar text (RFC 5545).</summary>
    /// <param name="days">The days.</param>
    /// <param name="writtenAt">The instant of writing, UTC.</param>
    public static string Write(IReadOnlyList<CalendarDay> days, DateTimeOffset writtenAt)
    {
        var calendar = new Ical.Net.Calendar { Method = "PUBLISH" };
        calendar.Events.AddRange(days.Select(day => new CalendarEvent
        {
            Uid = day.Uid,
            Summary = day.Summary,
            DtStamp = new CalDateTime(writtenAt.UtcDateTime, "UTC"),
            Start = new CalDateTime(day.Day),
            End = new CalDateTime(day.Day.AddDays(1)),
            Url = day.Link is null ? null : new Uri(day.Link),
        }));
        return new CalendarSerializer().SerializeToString(calendar)
            ?? throw new InvalidOperationException("The calendar entry came out empty.");
    }

    private static DateOnly Read(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
