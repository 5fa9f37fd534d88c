using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Mail;
using Workflows.Policy;
using Workflows.Storage;
using Workflows.Storage.Identity;

namespace Workflows.Reminders.Sending;

/// <summary>Tells HR that a mail didn't get through, or that nobody knows whether it did; the model of <c>letter-failed</c>.</summary>
/// <param name="Name">Who is told.</param>
/// <param name="Recipient">Whom the mail was for.</param>
/// <param name="Address">The address it went to.</param>
/// <param name="Subject">What it was about.</param>
/// <param name="Phase"><c>Failed</c> or <c>Ambiguous</c>.</param>
/// <param name="Reply">The server's last words.</param>
/// <param name="Attempts">How often it was handed over.</param>
/// <param name="Link">The case page, or the inbox where the mail was about no case.</param>
public sealed record FailedLetter(
    string Name, string Recipient, string Address, string Subject, string Phase, string Reply, int Attempts, string Link)
{
    /// <summary>The template.</summary>
    public const string Template = "hiring/letter-failed";

    /// <summary>Tells every HR account about a letter that failed, is unclear or came back; of a failed letter about a failed one nobody is told.</summary>
    internal static async Task TellAsync(WorkflowsDb db, Letter failed, ReminderOptions options, DateTimeOffset now)
    {
        if (failed.Template == Template)
            return;
        // Who was told once of a letter isn't told again: it may fail after it was settled.
        var told = $"letter-failed/{failed.Id}/";
        if (await db.Letters.AnyAsync(letter => letter.Key.StartsWith(told)))
            return;
        var accounts = await db.Users.AsNoTracking()
            .Where(account => account.IsActive && EF.Functions.Like(account.Email, "%@%"))
            .Where(account => account.Hats.Any(hat => hat.Role == OfficeRole.HumanResources))
            .ToListAsync();
        db.Letters.AddRange(accounts.Select(account => About(failed, account, options, now)));
    }

    /// <summary>The letter to one HR account about the failed one.</summary>
    public static Letter About(Letter failed, Account hr, ReminderOptions options, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        Key = $"letter-failed/{failed.Id}/{hr.Id}",
        Template = Template,
        Language = hr.Language,
        Name = hr.DisplayName,
        Address = hr.Email ?? "",
        AccountId = hr.Id,
        CaseId = failed.CaseId,
        Model = JsonSerializer.Serialize(
            new FailedLetter(
                hr.DisplayName, failed.Name, failed.Address, failed.Subject ?? failed.Template,
                $"{(failed.BouncedAt is null ? failed.Phase : LetterPhase.Failed)}", failed.LastReply, failed.Attempts,
                failed.CaseId is { } caseId ? options.CasePage(caseId) : options.InboxPage),
            PolicyJson.Options),
        PlannedAt = now,
        DueAt = now,
    };
}
