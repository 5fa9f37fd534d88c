using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Mail;
using Workflows.Policy;
using Workflows.Processes;
using Workflows.Reminders.Sending;
using Workflows.Storage;
using Workflows.Storage.Identity;

namespace Workflows.Reminders.Planning;

/// <summary>
/// Turns what waits for people into letters, by "open and not yet planned": a day of downtime loses nothing, a second run or a second
/// node adds nothing, and only open items are read.
/// </summary>
public sealed class PlanLetters(
    WorkflowsDb db, Office office, ColleagueLetters colleagues, PlanReminders reminders, ReminderOptions options, TimeProvider clock)
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
            var letters = await PendingAsync(now, ct);
            await PlanAsync(letters, ct);
            db.ReminderSwitches.AddRange(await reminders.NewSwitchesAsync(now, ct));
            try
            {
                await db.SaveChangesAsync(ct);
                OfficeMeters.Planned(letters.Count);
                return letters.Count;
            }
            catch (Exception failure) when (attempt < Attempts && db.Dialect.MetAnother(failure))
            {
                // Another node planned the same at this moment: look again at what is left.
            }
        }
    }

    /// <summary>The letters that would be planned at an instant; reads only.</summary>
    public async Task<IReadOnlyList<Letter>> PendingAsync(DateTimeOffset now, CancellationToken ct)
    {
        var letters = new List<Letter>();
        foreach (var stage in new[] { Stage.Asked, Stage.Due, Stage.Escalated, Stage.Urged, Stage.Question })
            letters.AddRange(await LettersAsync(stage, Waiting(stage, office.DayOf(now)), now, ct));
        letters.AddRange(await LettersAsync(Stage.Orphaned, await OrphanedAsync(ct), now, ct));
        letters.AddRange(await colleagues.LettersAsync(now, ct));
        letters.AddRange(await reminders.LettersAsync(now, ct));
        return letters;
    }

    private async Task PlanAsync(IReadOnlyList<Letter> letters, CancellationToken ct)
    {
        var keys = letters.Select(letter => letter.Key).ToList();
        var dropped = await db.Letters.Where(letter => letter.Phase == LetterPhase.Dropped && keys.Contains(letter.Key))
            .ToDictionaryAsync(letter => letter.Key, ct);
        foreach (var letter in letters)
        {
            if (dropped.TryGetValue(letter.Key, out var before))
                Aftermath.PlanAgain(before, letter);
            else
                db.Letters.Add(letter);
        }
    }

    private async Task<IEnumerable<Letter>> LettersAsync(Stage stage, IQueryable<Pair> waiting, DateTimeOffset now, CancellationToken ct)
    {
        var today = office.DayOf(now);
        var since = Since(stage, today);
        // Where it is said once, ever; where it is repeated, not again before its working days are over; an urging, once after each.
        var fresh = (stage == Stage.Urged
            ? waiting.Where(pair => !db.Letters.Any(letter => letter.WorkItemId == pair.ItemId && letter.AccountId == pair.AccountId
                && letter.Template == stage.Template && letter.PlannedAt >= pair.UrgedAt))
            : waiting.Where(pair => !db.Letters.Any(letter => letter.WorkItemId == pair.ItemId && letter.AccountId == pair.AccountId
                && letter.Template == stage.Template && letter.PlannedAt >= since)))
            .Select(pair => new { pair.ItemId, pair.AccountId }).Distinct();
        var pairs = (await fresh.ToListAsync(ct)).ConvertAll(pair => (pair.ItemId, pair.AccountId));
        return (await ItemDuty.FindAsync(db, pairs, today, ct))
            .Where(duty => duty.Stands(stage.Template))
            .Where(duty => stage != Stage.Escalated || IsEscalated(duty.Item, today))
            .Select(duty => Write(duty, stage, now));
    }

    private IQueryable<Pair> Waiting(Stage stage, DateOnly today)
    {
        var open = db.WorkItemParts.Where(part => part.IsOpen && part.WorkItem.Stage == WorkItemStage.Open);
        if (stage == Stage.Question)
        {
            return
                from question in db.Consultations
                where question.ClosedAt == null
                join account in Reachable() on question.AskedOf equals account.Id
                select new Pair { ItemId = question.Part.WorkItemId, AccountId = account.Id };
        }

        if (stage == Stage.Due || stage == Stage.Escalated)
            open = open.Where(part => part.WorkItem.DueOn <= today);
        if (stage == Stage.Urged)
            open = open.Where(part => part.WorkItem.UrgedAt != null);
        var pairs = stage == Stage.Escalated
            ? from part in open
              from account in Reachable()
              where account.Hats.Any(hat => hat.Role == OfficeRole.Leadership)
              select new Pair { ItemId = part.WorkItemId, AccountId = account.Id }
            : Deciders(open, today);
        if (stage != Stage.Due)
            return pairs;

        // Somebody who is told for the first time today isn't told a second time on the same day.
        var startOfToday = office.StartOf(today);
        return pairs.Where(pair => db.Letters.Any(letter => letter.WorkItemId == pair.ItemId && letter.AccountId == pair.AccountId
            && letter.Template == Stage.Asked.Template && letter.PlannedAt < startOfToday));
    }

    // Holders of the role, or who alone was named; and whoever stands in for one of them today.
    private IQueryable<Pair> Deciders(IQueryable<WorkItemPart> open, DateOnly today) =>
        from part in open
        from account in Reachable()
        where (account.Hats.Any(hat => hat.Role == part.Role) && (part.AssigneeId == null || part.AssigneeId == account.Id)
                && (part.School == null || part.School == account.School))
            || db.Deputyships.Any(one => one.DeputyId == account.Id && one.EndedAt == null && one.From <= today && today <= one.Until
                && (part.AssigneeId == null || part.AssigneeId == one.PrincipalId)
                && db.Hats.Any(hat => hat.AccountId == one.PrincipalId && hat.Role == part.Role))
        select new Pair { ItemId = part.WorkItemId, AccountId = account.Id, UrgedAt = part.WorkItem.UrgedAt };

    private async Task<IQueryable<Pair>> OrphanedAsync(CancellationToken ct)
    {
        var orphans = await colleagues.OrphansAsync(ct);
        return
            from part in db.WorkItemParts.Where(part => orphans.Contains(part.Id))
            from account in Reachable()
            where account.Hats.Any(hat => hat.Role == OfficeRole.HumanResources)
            select new Pair { ItemId = part.WorkItemId, AccountId = account.Id };
    }

    private IQueryable<Account> Reachable() => db.Users.Where(account => account.IsActive && EF.Functions.Like(account.Email, "%@%"));

    private DateTimeOffset Since(Stage stage, DateOnly today)
    {
        if (stage.RepeatAfterWorkingDays is not { } days)
            return DateTimeOffset.UnixEpoch;
        var day = today;
        while (office.Calendar.AddWorkingDays(day, days) > today)
            day = day.AddDays(-1);
        return office.StartOf(day.AddDays(1));
    }

    private bool IsEscalated(WorkItem item, DateOnly today) =>
        item.DueOn is { } due && office.Calendar.AddWorkingDays(due, WorkingDaysUntilEscalation) <= today;

    private Letter Write(ItemDuty duty, Stage stage, DateTimeOffset now)
    {
        var (item, account) = (duty.Item, duty.Account);
        return new Letter
        {
            Id = Guid.CreateVersion7(now),
            Key = Key(duty, stage, office.DayOf(now)),
            Template = stage.Template,
            Language = account.Language,
            Name = account.DisplayName,
            Address = account.Email ?? "",
            AccountId = account.Id,
            CaseId = item.CaseId,
            WorkItemId = item.Id,
            Model = JsonSerializer.Serialize(Model(duty, stage, office.DayOf(now)), PolicyJson.Options),
            PlannedAt = now,
            DueAt = stage.IsReminder ? OpenHours.OnOrAfter(office, now) : now,
        };
    }

    private static string Key(ItemDuty duty, Stage stage, DateOnly today)
    {
        var key = $"work-item/{duty.Item.Id}/{duty.Account.Id}/{stage.Name}";
        return stage == Stage.Question ? $"{key}/{duty.Question!.Id}"
            : stage == Stage.Urged || stage.RepeatAfterWorkingDays is not null ? $"{key}/{Written(today)}" : key;
    }

    private WorkItemLetter Model(ItemDuty duty, Stage stage, DateOnly today)
    {
        var (item, role) = (duty.Item, duty.Role(stage.Template)!.Value);
        var askedOn = office.DayOf(item.AskedAt);
        return new WorkItemLetter(
            duty.Account.DisplayName,
            new Bilingual(item.TitleZh, item.TitleEn),
            new Bilingual(item.Case.TitleZh, item.Case.TitleEn),
            OfficeRoles.Name(role),
            Grounds.Of(item, role),
            Written(askedOn),
            item.DueOn is { } due ? Written(due) : null,
            WorkingDays(askedOn, today),
            item.DueOn is { } dueOn ? WorkingDays(dueOn, today) : 0,
            options.CasePage(item.CaseId))
        {
            OnBehalfOf = stage == Stage.Question ? null : duty.Mandate?.OnBehalfOf?.Name,
            Words = stage == Stage.Urged ? item.UrgeWords : stage == Stage.Question ? duty.Question!.Question : "",
        };
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

        public DateTimeOffset? UrgedAt { get; init; }
    }
}
