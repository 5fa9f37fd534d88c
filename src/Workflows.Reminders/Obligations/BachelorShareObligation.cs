using Workflows.Policy;
using Workflows.Policy.Shares;

namespace Workflows.Reminders.Obligations;

/// <summary>R15: 本科以上专职教师 at least so many percent, looked at every month.</summary>
internal static class BachelorShareObligation
{
    public static ObligationRule Rule { get; } = new("R15", new Bilingual("本科以上占比", "bachelor's education"), "reminders/bachelor-share", Owed);

    private static IEnumerable<Obligation> Owed(ReminderFacts facts, DateOnly asOf) => MonthlyShare.Owed(
        facts, asOf, "R15", BachelorShare.Evaluate(facts.ActiveTeachers.Select(facts.EducationOf), facts.Office.Structure),
        new Bilingual("本科以上学历的专职教师占专职教师", "teachers with a bachelor's education or a higher one, of all full-time teachers"),
        new Bilingual("有本科以上学历", "count"));
}
