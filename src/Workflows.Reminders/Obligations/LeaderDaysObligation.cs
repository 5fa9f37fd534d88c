using Workflows.Policy;
using Workflows.Policy.Days;

namespace Workflows.Reminders.Obligations;

/// <summary>R22: 班子成员每人每年深入学校不少于 so many 个工作日. Each quarter those are told who are behind the year's pace.</summary>
internal static class LeaderDaysObligation
{
    public static ObligationRule Rule { get; } = new("R22", new Bilingual("班子下校", "leaders at schools"), "reminders/leader-days", Owed);

    private static IEnumerable<Obligation> Owed(ReminderFacts facts, DateOnly asOf) =>
        from leader in facts.Leaders
        let finding = LeaderDays.AtSchools(asOf.Year, facts.DaysOf(leader), facts.Office.Calendar, facts.Office.Staff.Days, asOf)
        where finding.Reason is DayReason.Behind or DayReason.OutOfReach
        let tone = finding.Reason is DayReason.OutOfReach ? ReminderTone.OutOfReach : ReminderTone.Ahead
        select new Obligation(
            $"R22/{leader.Id}/{asOf.Year}", "R22",
            new Bilingual(
                $"{leader.Name}：{asOf.Year} 年还缺 {DayWording.Amount(finding.Missing)} 个工作日", $"{leader.Name}: {DayWording.Amount(finding.Missing)} are missing in {asOf.Year}"),
            new Bilingual(
                $"班子成员每人每年深入学校不少于 {finding.Required} 个工作日。{DayWording.Explain(finding).Zh}",
                $"at least {finding.Required} working days at schools per leader and year; {DayWording.Explain(finding).En}"),
            new DateOnly(asOf.Year, 12, 31), $"/days/people/{leader.Id}",
            [.. Stages.OnDays(asOf.Year, facts.Office.Reminders["R22"], Audience.Person(leader.Id)).Select(stage => stage with { Tone = tone })]);
}
