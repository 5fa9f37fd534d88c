using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Mail;
using Workflows.Policy;
using Workflows.Processes;
using Workflows.Processes.WorkItems;
using Workflows.Storage;
using Workflows.Storage.Identity;

namespace Workflows.Reminders.Planning;

/// <summary>What colleagues tell each other through the office: the advice that came back, the copy of a case. Planned by "new and not yet told".</summary>
public sealed class ColleagueLetters(WorkflowsDb db, Desk desk, ReminderOptions options)
{
    /// <summary>The template of advice that came back.</summary>
    public const string Advice = "hiring/advice";

    /// <summary>The template of a copy.</summary>
    public const string Copy = "hiring/copy";

    // A program that stands still for less than this loses nothing; what is older is no news.
    private static readonly TimeSpan News = TimeSpan.FromDays(30);

    /// <summary>The parts that nobody can decide.</summary>
    public Task<IReadOnlySet<Guid>> OrphansAsync(CancellationToken ct) => desk.OrphansAsync(null, ct);

    /// <summary>The letters that aren't planned yet.</summary>
    public async Task<IEnumerable<Letter>> LettersAsync(DateTimeOffset now, CancellationToken ct)
    {
        List<(string Key, string Template, Guid To, Guid From, Guid CaseId, string Words)> news =
            [.. await AdviceAsync(now - News, ct), .. await CopiesAsync(now - News, ct)];
        var keys = news.ConvertAll(one => one.Key);
        var told = await db.Letters.Where(letter => keys.Contains(letter.Key)).Select(letter => letter.Key).ToListAsync(ct);
        news.RemoveAll(one => told.Contains(one.Key));
        var people = news.SelectMany(one => new[] { one.To, one.From }).Distinct().ToList();
        var accounts = await db.Users.AsNoTracking().Where(account => people.Contains(account.Id)).ToDictionaryAsync(account => account.Id, ct);
        var caseIds = news.Select(one => one.CaseId).Distinct().ToList();
        var cases = await db.Cases.AsNoTracking().Where(one => caseIds.Contains(one.Id)).ToDictionaryAsync(one => one.Id, ct);
        return
            from one in news
            let to = accounts[one.To]
            where to.IsActive && to.Email?.Contains('@', StringComparison.Ordinal) == true
            let @case = new Bilingual(cases[one.CaseId].TitleZh, cases[one.CaseId].TitleEn)
            let model = new ColleagueLetter(to.DisplayName, accounts[one.From].DisplayName, @case, one.Words, options.CasePage(one.CaseId))
            select Write(one.Key, one.Template, to, one.CaseId, model, now);
    }

    private async Task<IEnumerable<(string, string, Guid, Guid, Guid, string)>> AdviceAsync(DateTimeOffset since, CancellationToken ct) =>
        (await db.Consultations.AsNoTracking().Where(one => one.ClosedAt >= since && one.Advice != "")
            .Select(one => new { one.Id, one.AskedBy, one.AskedOf, one.Part.WorkItem.CaseId, one.Advice }).ToListAsync(ct))
        .Select(one => ($"advice/{one.Id}", Advice, one.AskedBy, one.AskedOf, one.CaseId, one.Advice));

    private async Task<IEnumerable<(string, string, Guid, Guid, Guid, string)>> CopiesAsync(DateTimeOffset since, CancellationToken ct) =>
        (await db.CaseCopies.AsNoTracking().Where(one => one.SentAt >= since && one.ReadAt == null).ToListAsync(ct))
        .Select(one => ($"copy/{one.CaseId}/{one.AccountId}", Copy, one.AccountId, one.SentBy, one.CaseId, ""));

    private static Letter Write(string key, string template, Account to, Guid caseId, ColleagueLetter model, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now), Key = key, Template = template, Language = to.Language, Name = to.DisplayName, Address = to.Email ?? "",
        AccountId = to.Id, CaseId = caseId, Model = JsonSerializer.Serialize(model, PolicyJson.Options), PlannedAt = now, DueAt = now,
    };
}

/// <summary>What a colleague says about a case; the model of <c>advice</c> and <c>copy</c>.</summary>
/// <param name="Name">The recipient.</param>
/// <param name="From">The colleague.</param>
/// <param name="Case">The case.</param>
/// <param name="Words">What the colleague says; empty for a copy.</param>
/// <param name="Link">The case page.</param>
public sealed record ColleagueLetter(string Name, string From, Bilingual Case, string Words, string Link);
