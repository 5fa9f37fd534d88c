using Workflows.Policy;
using Workflows.Policy.Shares;

namespace Workflows.Reminders.Obligations;

/// <summary>R02: 中、高级职称占教师总数 at least so many percent, looked at every month.</summary>
internal static class TitledShareObligation
{
    public static ObligationRule Rule { get; } = new("R02", new Bilingual("中高级职称占比", "titles"), "reminders/titled-share", Owed);

    private static IEnumerable<Obligation> Owed(ReminderFacts facts, DateOnly asOf) => MonthlyShare.Owed(
        facts, asOf, "R02", TitledShare.Evaluate(facts.ActiveTeachers.Select(facts.TitleOf), facts.Office.Structure),
        new Bilingual("中、高级职称占教师总数", "teachers with an intermediate title or a higher one, of all full-time teachers"), new Bilingual("有中级以上职称", "count"));
}
