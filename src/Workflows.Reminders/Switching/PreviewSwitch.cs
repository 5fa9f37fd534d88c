using Workflows.Processes;
using Workflows.Reminders.Obligations;
using Workflows.Reminders.Planning;

namespace Workflows.Reminders.Switching;

/// <summary>What switching a rule on would mean: what it would send today, and what counts as said. Reads only.</summary>
public sealed class PreviewSwitch(Desk desk)
{
    /// <summary>The preview of a rule.</summary>
    public async Task<Result> RunAsync(ObligationRule rule, CancellationToken ct)
    {
        var today = desk.Today;
        var facts = await ReminderFacts.ReadAsync(desk.Db, desk.Office, today, only: null, ct);
        var recipients = await Recipients.ReadAsync(desk.Db, facts, ct);
        var all = DueReminder.On(facts, recipients, one => one.Clause == rule.Clause ? DateOnly.MinValue : null, today).ToList();
        return new Result(
            [.. all.Where(due => due.Stage.From >= today)],
            [.. all.Where(due => due.Stage.From < today)],
            [.. Coming(rule, facts, today)]);
    }

    // Every obligation by its next stage; whom it goes to is decided on that day.
    private static IEnumerable<Next> Coming(ObligationRule rule, ReminderFacts facts, DateOnly today) =>
        from obligation in rule.Owed(facts, today)
        let stage = obligation.Stages.FirstOrDefault(stage => stage.From > today)
        where stage is not null
        orderby stage.From, obligation.Key
        select new Next(obligation, stage);

    /// <summary>The preview.</summary>
    /// <param name="Today">What would go out today.</param>
    /// <param name="Said">What would count as said.</param>
    /// <param name="Coming">What comes next, by its day.</param>
    public sealed record Result(IReadOnlyList<DueReminder> Today, IReadOnlyList<DueReminder> Said, IReadOnlyList<Next> Coming);

    /// <summary>A reminder to come, as things are now.</summary>
    /// <param name="Obligation">What is owed.</param>
    /// <param name="Stage">The stage to come.</param>
    public sealed record Next(Obligation Obligation, ReminderStage Stage);
}
