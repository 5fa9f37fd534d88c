using System.Globalization;
using Workflows.Policy;
using Workflows.Reminders.Planning;

namespace Workflows.Worker.Commands;

/// <summary>What <c>reminders</c> prints.</summary>
/// <param name="AsOf">The day.</param>
/// <param name="DryRun">True when nothing was written.</param>
/// <param name="Count">How many letters.</param>
/// <param name="Reminders">The letters, in the order of the instant from which they go out.</param>
public sealed record RemindersReport(string AsOf, bool DryRun, int Count, IReadOnlyList<ReportedReminder> Reminders)
{
    /// <summary>The report of a day.</summary>
    public static RemindersReport Of(DateOnly day, bool isDryRun, IReadOnlyList<LetterPreview> letters, TimeZoneInfo zone) => new(
        day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), isDryRun, letters.Count,
        [.. letters.Select(letter => ReportedReminder.Of(letter, zone))]);
}

/// <summary>One letter of the report.</summary>
/// <param name="Key">Its key: it is said once, ever.</param>
/// <param name="Clause">The clause; null where it stands for none.</param>
/// <param name="Stage">The stage.</param>
/// <param name="To">The recipient.</param>
/// <param name="Address">The recipient's address.</param>
/// <param name="SendFrom">From when it may go out, in the office's time.</param>
/// <param name="DueOn">The day that counts; null for none.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Why">Why, with numbers; null where the letter gives no ground.</param>
public sealed record ReportedReminder(
    string Key, string? Clause, string Stage, string To, string Address, string SendFrom, string? DueOn, Bilingual Title, Bilingual? Why)
{
    /// <summary>Writes the instant in the office's time.</summary>
    public static ReportedReminder Of(LetterPreview letter, TimeZoneInfo zone) => new(
        letter.Key, letter.Clause, letter.Stage, letter.Name, letter.Address,
        TimeZoneInfo.ConvertTime(letter.DueAt, zone).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture), letter.DueOn, letter.Title, letter.Why);
}
