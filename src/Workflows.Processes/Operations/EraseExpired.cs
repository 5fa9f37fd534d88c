using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Hiring;
using Workflows.Personnel.Mail;
using Workflows.Policy.Hiring;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Operations;

/// <summary>
/// Erases the personal data of applicants who weren't taken, once the time for which they are kept is over (PIPL Art. 19, 47;
/// <c>workflows/retention</c>). The verdict, the points and the record stay, and are of nobody any more.
/// </summary>
public sealed class EraseExpired(Desk desk)
{
    /// <summary>What stands where a name stood.</summary>
    public const string Nobody = "（已删除）";

    private const string Why = "保存期满，已删除 / erased: the time for which it is kept is over";

    /// <summary>Erases all that is due; says of how many applicants.</summary>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var due = await Due().Select(one => one.Id).ToListAsync(ct);
        foreach (var id in due)
        {
            desk.Db.ChangeTracker.Clear();
            await using var transaction = await desk.Db.Database.BeginTransactionAsync(ct);
            if (await Due().FirstOrDefaultAsync(one => one.Id == id, ct) is not { } application)
                continue;
            await EraseAsync(application, ct);
            await desk.Db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }

        return due.Count;
    }

    /// <summary>How many applicants' data are to go today.</summary>
    public Task<int> CountAsync(CancellationToken ct) => Due().CountAsync(ct);

    // The day on which the round's own case ended counts; an applicant's case that still runs keeps the data.
    private IQueryable<Application> Due()
    {
        var db = desk.Db;
        var endedBefore = desk.Office.StartOf(desk.Office.Retention.EndedBy(desk.Today).AddDays(1));
        return db.Applications.Where(one => one.ErasedAt == null && one.PersonId == null && one.Standing != Standing.Joined
            && db.Rounds.Any(round => round.Id == one.RoundId && db.Cases.Any(c => c.Id == round.CaseId && c.EndedAt < endedBefore))
            && !db.Cases.Any(c => c.Id == one.CaseId && c.EndedAt == null));
    }

    private async Task EraseAsync(Application application, CancellationToken ct)
    {
        var round = await desk.Db.Rounds.SingleAsync(one => one.Id == application.RoundId, ct);
        var @case = await desk.CaseAsync(application.CaseId ?? round.CaseId!.Value, ct);
        await EraseBesideTheRecordAsync(application, round.CaseId!.Value, ct);
        if (application.CaseId is { } own)
            await EraseCaseAsync(own, ct);

        (application.Name, application.Identity, application.Record) = (Nobody, $"erased/{application.Id}", new ApplicantRecord());
        application.Verdict = application.Verdict with { Findings = [], Warnings = [], WaiverGrounds = [] };
        (application.Reason, application.Background, application.MedicalPassed) = ("", null, null);
        application.ErasedAt = desk.Now;
        if (application.CaseId is not null)
            (@case.TitleZh, @case.TitleEn) = (application.CaseTitle(round).Zh, application.CaseTitle(round).En);
        foreach (var declaration in await desk.Db.KinshipDeclarations.Where(one => one.RoundId == round.Id).ToListAsync(ct))
            declaration.Relatives = [.. declaration.Relatives.Select(line => line.ApplicationId == application.Id ? line with { Relation = "" } : line)];
        desk.Record(@case, new AuditLine("PersonalDataErased", null)
        {
            Subject = $"{application.Id}", NewValue = desk.Office.Retention.UnsuccessfulApplicantMonths.ToString(CultureInfo.InvariantCulture),
            Reason = desk.Office.Retention.Source,
        });
    }

    // Salted hashes of these stay within the chains, which go on verifying.
    private async Task EraseBesideTheRecordAsync(Application application, Guid roundCase, CancellationToken ct)
    {
        var (db, subject) = (desk.Db, $"{application.Id}");
        await db.AuditPersonal.Where(personal => personal.CaseId == application.CaseId).ExecuteDeleteAsync(ct);
        await db.AuditPersonal.Where(personal => personal.CaseId == roundCase
            && db.Audit.Any(entry => entry.CaseId == roundCase && entry.Number == personal.Number && entry.Subject == subject)).ExecuteDeleteAsync(ct);
    }

    private async Task EraseCaseAsync(Guid caseId, CancellationToken ct)
    {
        var (db, now) = (desk.Db, desk.Now);
        var files = db.Attachments.Where(file => file.CaseId == caseId);
        await db.AttachmentContents.Where(content => files.Any(file => file.Id == content.AttachmentId)).ExecuteDeleteAsync(ct);
        await files.ExecuteUpdateAsync(set => set.SetProperty(file => file.FileName, Nobody)
            .SetProperty(file => file.RemovedAt, file => file.RemovedAt ?? now).SetProperty(file => file.RemovalReason, Why), ct);
        await db.CaseComments.Where(comment => comment.CaseId == caseId).ExecuteUpdateAsync(set => set.SetProperty(comment => comment.Text, Nobody), ct);
        var letters = db.Letters.Where(letter => letter.CaseId == caseId);
        await letters.Where(letter => letter.Phase != LetterPhase.Accepted && letter.Phase != LetterPhase.Failed)
            .ExecuteUpdateAsync(set => set.SetProperty(letter => letter.Phase, LetterPhase.Dropped), ct);
        await letters.ExecuteUpdateAsync(set => set.SetProperty(letter => letter.Model, "{}").SetProperty(letter => letter.Message, (byte[]?)null)
            .SetProperty(letter => letter.Subject, Nobody).SetProperty(letter => letter.LastReply, ""), ct);
        await letters.Where(letter => letter.AccountId == null)
            .ExecuteUpdateAsync(set => set.SetProperty(letter => letter.Name, Nobody).SetProperty(letter => letter.Address, ""), ct);
    }
}
