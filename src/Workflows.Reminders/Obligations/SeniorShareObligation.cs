using Workflows.Policy;
using Workflows.Policy.Shares;

namespace Workflows.Reminders.Obligations;

/// <summary>R03: 高级职称占教师总数 at least so many percent, looked at every month.</summary>
internal static class SeniorShareObligation
{
    public static ObligationRule Rule { get; } = new("R03", new Bilingual("高级职称占比", "senior titles"), "reminders/senior-share", Owed);

    private static IEnumerable<Obligation> Owed(ReminderFacts facts, DateOnly asOf) => MonthlyShare.Owed(
        facts, asOf, "R03", SeniorShare.Evaluate(facts.ActiveTeachers.Select(facts.TitleOf), facts.Office.Structure),
        new Bilingual("高级职称占教师总数", "teachers with a senior title or a higher one, of all full-time teachers"), new Bilingual("有高级职称", "count"));
}
