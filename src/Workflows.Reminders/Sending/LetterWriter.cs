using System.Text.Json;
using System.Text.Json.Nodes;
using MimeKit;
using Workflows.Personnel.Mail;
using Workflows.Policy;
using Workflows.Reminders.Obligations;
using Workflows.Reminders.Rendering;

namespace Workflows.Reminders.Sending;

/// <summary>Writes the mail of a parcel: in the account's language, or in both for people without an account.</summary>
public sealed class LetterWriter(LetterTemplates templates, Envelope envelope, ReminderOptions options)
{
    /// <summary>Whether this program knows what the letter is about; during an upgrade a newer one plans some that it doesn't.</summary>
    internal bool Knows(Letter letter) => templates.Has(letter.Template)
        && (letter.Obligation is not { } obligation || ObligationRule.All.Any(rule => obligation.StartsWith($"{rule.Clause}/", StringComparison.Ordinal)));

    /// <summary>The mail; null, with the reason, when the letter can't become one however often it is tried.</summary>
    internal (Mail? Mail, string Fault) Write(Parcel parcel)
    {
        var first = parcel.First;
        if (first is { MessageId: { } known, Message: { } bytes })
            return (new Mail(known, first.Subject ?? "", bytes, first.Address), "");
        if (!MailboxAddress.TryParse(first.Address, out var address) || !address.Address.Contains('@', StringComparison.Ordinal))
            return (null, $"“{first.Address}” is no mail address.");

        var text = Text(parcel);
        var to = new MailboxAddress(first.Name, address.Address);
        var messageId = first.MessageId ?? $"{first.Id:N}@{options.Mail.Domain}";
        var days = parcel.Letters.Select(CalendarDay.Of).OfType<CalendarDay>().ToList();
        return (new Mail(messageId, text.Subject, envelope.Seal(text, to, messageId, days), address.Address), "");
    }

    private LetterText Text(Parcel parcel)
    {
        var first = parcel.First;
        var (template, model) = parcel.Letters.Count == 1
            ? (first.Template, Linked(first.Model))
            : (DigestLetter.Template, JsonSerializer.Serialize(DigestLetter.Of(parcel.Letters, options.InboxPage), PolicyJson.Options));
        return first.AccountId is null ? templates.WriteBoth(template, model) : templates.Write(template, first.Language, model);
    }

    // Where the pages are is known here alone: a letter that was written by a step of a process names the page by its path.
    private string Linked(string model)
    {
        if (JsonNode.Parse(model) is not JsonObject members || members["path"]?.GetValue<string>() is not { } path)
            return model;
        members["link"] = options.Page(path);
        return members.ToJsonString(PolicyJson.Options);
    }
}
