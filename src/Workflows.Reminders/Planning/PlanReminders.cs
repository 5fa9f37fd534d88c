using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Mail;
using Workflows.Policy;
using Workflows.Processes;
using Workflows.Reminders.Obligations;
using Workflows.Storage;

namespace Workflows.Reminders.Planning;

/// <summary>Turns obligations into letters, by "due and not yet planned": never by "the date is today", so that a standstill loses nothing.</summary>
public sealed class PlanReminders(WorkflowsDb db, Office office, ReminderOptions options)
{
    /// <summary>
    /// The letters that are due and not planned yet, as of an instant; reads only. One that was dropped unsent, and stands again, is due again.
    /// </summary>
    public async Task<IReadOnlyList<Letter>> LettersAsync(DateTimeOffset now, CancellationToken ct)
    {
        var due = await DueAsync(now, ct);
        var keys = due.Select(one => one.Key).ToList();
        var planned = (await db.Letters.Where(letter => keys.Contains(letter.Key) && letter.Phase != LetterPhase.Dropped).Select(letter => letter.Key).ToListAsync(ct)).ToHashSet();
        return [.. due.Where(one => !planned.Contains(one.Key)).Select(one => Write(one, now))];
    }

    /// <summary>The switches that the first start, or a new version of the program, still has to record.</summary>
    public async Task<IEnumerable<ReminderSwitch>> NewSwitchesAsync(DateTimeOffset now, CancellationToken ct) =>
        (await Switches.ReadAsync(db, office, now, ct)).New;

    private async Task<List<DueReminder>> DueAsync(DateTimeOffset now, CancellationToken ct)
    {
        var day = office.DayOf(now);
        var switches = await Switches.ReadAsync(db, office, now, ct);
        var facts = await ReminderFacts.ReadAsync(db, office, day, only: null, ct);
        return [.. DueReminder.On(facts, await Recipients.ReadAsync(db, facts, ct), switches.SpeaksFrom, day)];
    }

    private Letter Write(DueReminder due, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        Key = due.Key,
        Template = due.Rule.Template,
        Language = due.Recipient.Language,
        Name = due.Recipient.Name,
        Address = due.Recipient.Address,
        AccountId = due.Recipient.AccountId,
        Obligation = due.Obligation.Key,
        Model = JsonSerializer.Serialize(ReminderLetter.Of(due, office.DayOf(now), options), PolicyJson.Options),
        PlannedAt = now,
        DueAt = OpenHours.OnOrAfter(office, now),
    };
}
