using System.Text.Json;
using Workflows.Personnel.Mail;
using Workflows.Policy;
using Workflows.Reminders.Planning;

namespace Workflows.Reminders.Sending;

/// <summary>Several matters that reach one person at once, in one mail; the model of <c>digest</c>.</summary>
/// <param name="Name">The recipient.</param>
/// <param name="Count">How many matters.</param>
/// <param name="Items">The matters, oldest first.</param>
/// <param name="Link">The inbox.</param>
public sealed record DigestLetter(string Name, int Count, IReadOnlyList<DigestLetter.Line> Items, string Link)
{
    /// <summary>The digest's template.</summary>
    public const string Template = "hiring/digest";

    /// <summary>From how many letters at once one mail is made.</summary>
    public const int Fewest = 3;

    /// <summary>Whether letters of this kind are put together: newly asked items, and reminders of obligations.</summary>
    public static bool Takes(Letter letter) => letter.Obligation is not null || letter.Template == Stage.Asked.Template;

    /// <summary>The digest of several letters to one person.</summary>
    public static DigestLetter Of(IReadOnlyList<Letter> letters, string link) => new(letters[0].Name, letters.Count, [.. letters.Select(LineOf)], link);

    private static Line LineOf(Letter letter)
    {
        if (letter.Obligation is null)
        {
            var item = JsonSerializer.Deserialize<WorkItemLetter>(letter.Model, PolicyJson.Options)!;
            return new Line(item.Title, item.Case, item.Why, item.DueOn, item.Link);
        }

        var reminder = JsonSerializer.Deserialize<ReminderLetter>(letter.Model, PolicyJson.Options)!;
        return new Line(reminder.Title, reminder.As, new Bilingual($"{reminder.Clause}：{reminder.Why.Zh}", $"{reminder.Clause}: {reminder.Why.En}"), reminder.DueOn, reminder.Link);
    }

    /// <summary>One matter of a digest.</summary>
    /// <param name="Title">The matter.</param>
    /// <param name="About">Its case, or as what the recipient is reminded.</param>
    /// <param name="Why">The clauses and numbers that make it necessary.</param>
    /// <param name="DueOn">The day that counts, <c>2026-09-01</c>; null where there is none.</param>
    /// <param name="Link">The page to go to.</param>
    public sealed record Line(Bilingual Title, Bilingual About, Bilingual Why, string? DueOn, string Link);
}
