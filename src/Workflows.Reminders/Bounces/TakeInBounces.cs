using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Workflows.Personnel.Mail;
using Workflows.Reminders.Sending;
using Workflows.Storage;

namespace Workflows.Reminders.Bounces;

/// <summary>
/// Reads the reports that the mail system delivers into <c>Mail:BounceFolder</c> (a maildir, or a folder of <c>.eml</c> files). An address
/// that failed is HR's task from then on; what can't be read or matched is set aside for people to look at.
/// </summary>
public sealed class TakeInBounces(WorkflowsDb db, ReminderOptions options, TimeProvider clock, ILogger<TakeInBounces> log)
{
    /// <summary>Where reports lie that were taken in.</summary>
    public const string Done = "done";

    /// <summary>Where mails lie that are no report, or about no letter of ours.</summary>
    public const string Aside = "aside";

    // A report without the mail's id is about the last letter to its address, if that is recent enough.
    private static readonly TimeSpan Recent = TimeSpan.FromDays(10);

    /// <summary>Takes in what lies there, and says how many letters turned out not to have arrived.</summary>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var bounced = 0;
        foreach (var file in Files())
        {
            ct.ThrowIfCancellationRequested();
            var letters = await TakeInAsync(file);
            bounced += letters ?? 0;
            SetAside(file, letters is null ? Aside : Done);
        }

        return bounced;
    }

    private List<string> Files()
    {
        var folder = options.Mail.BounceFolder;
        if (folder.Length == 0 || !Directory.Exists(folder))
            return [];
        var maildir = Path.Combine(folder, "new");
        return
        [
            .. Directory.EnumerateFiles(folder, "*.eml").Concat(Directory.Exists(maildir) ? Directory.EnumerateFiles(maildir) : [])
                .Order(StringComparer.Ordinal),
        ];
    }

    // Null for a mail that says nothing of ours; else how many letters it brought back.
    private async Task<int?> TakeInAsync(string file)
    {
        db.ChangeTracker.Clear();
        await using var content = File.OpenRead(file);
        var reports = BounceReport.Read(content);
        var (matched, now) = (0, clock.Now());
        var bounced = new List<Letter>();
        foreach (var report in reports)
        {
            var letters = await LettersAsync(report, now);
            matched += letters.Count;
            if (!report.IsFailure)
                continue;
            foreach (var letter in letters.Where(letter => letter.BouncedAt is null))
            {
                (letter.BouncedAt, letter.LastReply) = (now, report.Reply);
                bounced.Add(letter);
            }
        }

        if (bounced.Count > 0)
            await RecordAsync(bounced, now);
        if (matched == 0)
            log.LogWarning(MailEvents.UnknownBounce, "The mail {File} in the bounce folder is no report about a letter of ours.", Path.GetFileName(file));
        return matched == 0 ? null : bounced.Count;
    }

    private async Task<List<Letter>> LettersAsync(BounceReport report, DateTimeOffset now)
    {
        var mine = db.Letters.Where(letter => letter.Address == report.Recipient);
        if (report.OriginalMessageId is { } id)
            return await db.Letters.Where(letter => letter.MessageId == id).ToListAsync();
        var since = now - Recent;
        return await mine.Where(letter => letter.AcceptedAt >= since).OrderByDescending(letter => letter.AcceptedAt).Take(1).ToListAsync();
    }

    private async Task RecordAsync(List<Letter> bounced, DateTimeOffset now)
    {
        foreach (var mail in bounced.DistinctBy(letter => letter.MessageId))
        {
            if (!await db.AddressFaults.AnyAsync(fault => fault.SettledAt == null && fault.Address == mail.Address))
                db.AddressFaults.Add(AddressFaults.Of(mail, mail.LastReply, now));
            await FailedLetter.TellAsync(db, mail, options, now);
        }

        await db.SaveChangesAsync(CancellationToken.None);
    }

    // Moved after the commit: taken in twice, a report changes nothing the second time.
    private static void SetAside(string file, string folder)
    {
        var parent = Path.GetDirectoryName(file)!;
        var target = Directory.CreateDirectory(Path.Combine(Path.GetFileName(parent) == "new" ? Path.GetDirectoryName(parent)! : parent, folder)).FullName;
        File.Move(file, Path.Combine(target, Path.GetFileName(file)), overwrite: true);
    }
}
