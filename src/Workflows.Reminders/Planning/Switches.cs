using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Mail;
using Workflows.Processes;
using Workflows.Reminders.Obligations;
using Workflows.Storage;

namespace Workflows.Reminders.Planning;

/// <summary>
/// Which rules speak, and since when. On the first start of an installation all do, from that day on; a rule that a later version of the
/// program brings is off until HR has seen what it would say.
/// </summary>
public sealed class Switches
{
    private readonly Dictionary<string, ReminderSwitch> known;
    private readonly Office office;
    private readonly DateTimeOffset now;

    private Switches(Dictionary<string, ReminderSwitch> known, Office office, DateTimeOffset now) => (this.known, this.office, this.now) = (known, office, now);

    /// <summary>Reads the switches as they are.</summary>
    public static async Task<Switches> ReadAsync(WorkflowsDb db, Office office, DateTimeOffset now, CancellationToken ct) =>
        new(await db.ReminderSwitches.AsNoTracking().ToDictionaryAsync(one => one.Rule, ct), office, now);

    /// <summary>The day from which a rule speaks; null for one that is off.</summary>
    public DateOnly? SpeaksFrom(ObligationRule rule) => Of(rule) is { IsOn: true } found ? office.DayOf(found.ChangedAt) : null;

    /// <summary>The rule's switch; one that isn't recorded yet as it will be.</summary>
    public ReminderSwitch Of(ObligationRule rule) =>
        known.GetValueOrDefault(rule.Clause) ?? new ReminderSwitch { Rule = rule.Clause, IsOn = known.Count == 0, ChangedAt = now };

    /// <summary>The switches that aren't recorded yet.</summary>
    public IEnumerable<ReminderSwitch> New => ObligationRule.All.Where(rule => !known.ContainsKey(rule.Clause)).Select(Of);
}
