using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Mail;
using Workflows.Policy;
using Workflows.Processes;
using Workflows.Storage;

namespace Workflows.Reminders.Planning;

/// <summary>
/// Turns what waits for people into letters, by "open and not yet planned": a day of downtime loses nothing, a second run or a second
/// node adds nothing, and only open items are read.
/// </summary>
public sealed class PlanLetters(WorkflowsDb db, Office office, ReminderOptions options, TimeProvider clock)
{
    /// <summary>Working days after the due day until leadership is told.</summary>
    public const int WorkingDaysUntilEscalation = 3;

    private const int Attempts = 5;

    /// <summary>Plans what isn't planned yet, in one transaction, and says how many letters that were.</summary>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            db.ChangeTracker.Clear();
            var now = clock.Now();
            foreach (var stage in new[] { Stage.Asked, Stage.Due, Stage.Escalated })
                db.Letters.AddRange(await LettersAsync(stage, now, ct));
            try
            {
                return await db.SaveChangesAsync(ct);
            }
            catch (Exception failure) when (attempt < Attempts && db.Dialect.MetAnother(failure))
            {
                // Another node planned the same at this moment: look again at what is left.
            }
        }
    }

    private async Task<IEnumerable<Letter>> LettersAsync(Stage stage, DateTimeOffset now, CancellationToken ct)
    {
        var today = office.DayOf(now);
        var waiting = Waiting(stage, today).Select(pair => new { pair.ItemId, pair.AccountId }).Distinct();
        var pairs = (await waiting.ToListAsync(ct)).ConvertAll(pair => (pair.ItemId, pair.AccountId));
        return (await Obligation.FindAsync(db, pairs, ct))
            .Where(obligation => obligation.Stands(stage.Template))
            .Where(obligation => stage != Stage.Escalated || IsEscalated(obligation.Item, today))
            .Select(obligation => Write(obligation, stage, now));
    }

    private IQueryable<Pair> Waiting(Stage stage, DateOnly today)
    {
        var startOfToday = office.StartOf(today);
        var open = db.WorkItemParts.Where(part => part.IsOpen && part.WorkItem.Stage == WorkItemStage.Open);
        if (stage != Stage.Asked)
            open = open.Where(part => part.WorkItem.DueOn <= today);
        return
            from part in open
            from account in db.Users
            where account.IsActive && EF.Functions.Like(account.Email, "%@%")
            where account.Hats.Any(hat => hat.Role == (stage == Stage.Escalated ? OfficeRole.Leadership : part.Role))
            where !db.Letters.Any(letter =>
                letter.WorkItemId == part.WorkItemId && letter.AccountId == account.Id && letter.Template == stage.Template)
            // Somebody who is told for the first time today isn't told a second time on the same day.
            where stage != Stage.Due || db.Letters.Any(letter => letter.WorkItemId == part.WorkItemId
                && letter.AccountId == account.Id && letter.Template == Stage.Asked.Template && letter.PlannedAt < startOfToday)
            select new Pair { ItemId = part.WorkItemId, AccountId = account.Id };
    }

    private bool IsEscalated(WorkItem item, DateOnly today) =>
        item.DueOn is { } due && office.Calendar.AddWorkingDays(due, WorkingDaysUntilEscalation) <= today;

    private Letter Write(Obligation obligation, Stage stage, DateTimeOffset now)
    {
        var (item, account) = (obligation.Item, obligation.Account);
        return new Letter
        {
            Id = Guid.CreateVersion7(now),
            Key = $"work-item/{item.Id}/{account.Id}/{stage.Name}",
            Template = stage.Template,
            Language = account.Language,
            Name = account.DisplayName,
            Address = account.Email ?? "",
            AccountId = account.Id,
            CaseId = item.CaseId,
            WorkItemId = item.Id,
            Model = JsonSerializer.Serialize(Model(obligation, stage, office.DayOf(now)), PolicyJson.Options),
            PlannedAt = now,
            DueAt = now,
        };
    }

    private WorkItemLetter Model(Obligation obligation, Stage stage, DateOnly today)
    {
        var (item, role) = (obligation.Item, obligation.Role(stage.Template)!.Value);
        var askedOn = office.DayOf(item.AskedAt);
        return new WorkItemLetter(
            obligation.Account.DisplayName,
            new Bilingual(item.TitleZh, item.TitleEn),
            new Bilingual(item.Case.TitleZh, item.Case.TitleEn),
            OfficeRoles.Name(role),
            Grounds.Of(item, role),
            Written(askedOn),
            item.DueOn is { } due ? Written(due) : null,
            WorkingDays(askedOn, today),
            item.DueOn is { } dueOn ? WorkingDays(dueOn, today) : 0,
            options.CasePage(item.CaseId));
    }

    // The first day doesn't count, the last one does.
    private int WorkingDays(DateOnly from, DateOnly to)
    {
        var count = 0;
        for (var day = from.AddDays(1); day <= to; day = day.AddDays(1))
            count += office.Calendar.IsWorkingDay(day) ? 1 : 0;
        return count;
    }

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed class Pair
    {
        public Guid ItemId { get; init; }

        public Guid AccountId { get; init; }
    }
}
