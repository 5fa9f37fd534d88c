using Workflows.Reminders.Obligations;

namespace Workflows.Reminders.Planning;

/// <summary>One person who is to be reminded of one obligation by its present stage.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Obligation">What is owed.</param>
/// <param name="Stage">The stage it has come to.</param>
/// <param name="Recipient">Who is reminded.</param>
public sealed record DueReminder(ObligationRule Rule, Obligation Obligation, ReminderStage Stage, Recipient Recipient)
{
    /// <summary>What is said to whom about what, once and for all time.</summary>
    public string Key => $"{Obligation.Key}/{Recipient.Id}/{Stage.Name}";

    /// <summary>
    /// Everything that is to have been said by a day, whether or not it was. Of the stages that have passed only the latest speaks: after a
    /// standstill nobody gets three letters in a row. A stage from before its rule was switched on counts as said.
    /// </summary>
    /// <param name="facts">The facts.</param>
    /// <param name="recipients">Who can be written to.</param>
    /// <param name="speaksFrom">The day from which a rule speaks; null for one that is off.</param>
    /// <param name="day">The day.</param>
    public static IEnumerable<DueReminder> On(ReminderFacts facts, Recipients recipients, Func<ObligationRule, DateOnly?> speaksFrom, DateOnly day) =>
        from rule in ObligationRule.All
        let since = speaksFrom(rule)
        where since is not null
        from obligation in rule.Owed(facts, day)
        let stage = obligation.StageOn(day)
        where stage is not null && stage.From >= since
        from recipient in recipients.Of(stage.To)
        select new DueReminder(rule, obligation, stage, recipient);
}
