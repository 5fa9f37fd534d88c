using Workflows.Personnel.Staff;
using Workflows.Policy;
using Workflows.Policy.Shares;

namespace Workflows.Reminders.Obligations;

/// <summary>R04: 专任教师占在职教职工 at least so many percent, looked at every month.</summary>
internal static class FullTimeShareObligation
{
    public static ObligationRule Rule { get; } = new("R04", new Bilingual("专任教师占比", "full-time teachers"), "reminders/full-time-share", Owed);

    private static IEnumerable<Obligation> Owed(ReminderFacts facts, DateOnly asOf) => MonthlyShare.Owed(
        facts, asOf, "R04",
        FullTimeShare.Evaluate(facts.ActiveStaff.Select(person => person.Category is StaffCategory.FullTimeTeacher), facts.Office.Structure),
        new Bilingual("专任教师占在职教职工", "full-time teachers, of the active staff"), new Bilingual("是专任教师", "count"));
}
