using Workflows.Policy;
using Workflows.Policy.Days;

namespace Workflows.Reminders.Obligations;

/// <summary>R23: 班子成员每年参加教研活动不少于 so many 次. Each quarter those are told who are behind the year's pace.</summary>
internal static class LeaderSessionsObligation
{
    public static ObligationRule Rule { get; } = new("R23", new Bilingual("班子教研活动", "leaders in teaching research"), "reminders/leader-sessions", Owed);

    private static IEnumerable<Obligation> Owed(ReminderFacts facts, DateOnly asOf) =>
        from leader in facts.Leaders
        let finding = LeaderDays.Sessions(asOf.Year, facts.DaysOf(leader), facts.Office.Calendar, facts.Office.Staff.Days, asOf)
        where finding.Reason is DayReason.Behind or DayReason.OutOfReach
        let tone = finding.Reason is DayReason.OutOfReach ? ReminderTone.OutOfReach : ReminderTone.Ahead
        select new Obligation(
            $"R23/{leader.Id}/{asOf.Year}", "R23",
            new Bilingual(
                $"{leader.Name}：{asOf.Year} 年还缺 {DayWording.Amount(finding.Missing)} 次", $"{leader.Name}: {DayWording.Amount(finding.Missing)} are missing in {asOf.Year}"),
            new Bilingual(
                $"班子成员每年参加教研活动不少于 {finding.Required} 次。{DayWording.Explain(finding).Zh}",
                $"at least {finding.Required} sessions of teaching research per leader and year; {DayWording.Explain(finding).En}"),
            new DateOnly(asOf.Year, 12, 31), $"/days/people/{leader.Id}",
            [.. Stages.OnDays(asOf.Year, facts.Office.Reminders["R23"], Audience.Person(leader.Id)).Select(stage => stage with { Tone = tone })]);
}
