using Workflows.Policy;

namespace Workflows.Reminders.Obligations;

/// <summary>One clause that reminds: pure, facts in and obligations out.</summary>
/// <param name="Clause">The clause, <c>R12</c>; also the key of its switch.</param>
/// <param name="Name">What it is about, in two words.</param>
/// <param name="Template">The template of its letters in <c>workflows/reminders/notices</c>.</param>
/// <param name="Owed">What is owed on a day; what was done in the meantime is no longer named.</param>
public sealed record ObligationRule(
    string Clause, Bilingual Name, string Template, Func<ReminderFacts, DateOnly, IEnumerable<Obligation>> Owed)
{
    /// <summary>Every rule, in the order of the document.</summary>
    public static IReadOnlyList<ObligationRule> All { get; } =
    [
        SubjectObligation.Rule,
        TitledShareObligation.Rule,
        SeniorShareObligation.Rule,
        FullTimeShareObligation.Rule,
        SecondmentObligation.Rule,
        RenewalObligation.Rule,
        DaysObligation.Rule,
        BachelorShareObligation.Rule,
        AppointmentLetterObligation.Rule,
        PartTimeBudgetObligation.Rule,
        TrainingFundsObligation.Rule,
        TransferredFundsObligation.Rule,
        RunningCostsObligation.Rule,
        TermObligation.Rule,
        LeaderDaysObligation.Rule,
        LeaderSessionsObligation.Rule,
        StandardItemObligation.Rule,
    ];

    /// <summary>The rule of a clause.</summary>
    public static ObligationRule Of(string clause) => All.Single(rule => rule.Clause == clause);

    /// <summary>The rule of a clause; null for a clause that doesn't remind.</summary>
    public static ObligationRule? Find(string? clause) => All.FirstOrDefault(rule => rule.Clause == clause);
}
