using Workflows.Personnel.Staff;
using Workflows.Policy;
using Workflows.Policy.Shares;

namespace Workflows.Reminders.Obligations;

/// <summary>R13: 每五年教师队伍更新率20%左右. Once a year leadership gets the forecast, before the rotation round is prepared.</summary>
internal static class RenewalObligation
{
    public static ObligationRule Rule { get; } = new("R13", new Bilingual("更新率预测", "renewal"), "reminders/renewal", Owed);

    private static IEnumerable<Obligation> Owed(ReminderFacts facts, DateOnly asOf)
    {
        var policy = facts.Office.Structure;
        var start = asOf.AddYears(-policy.RenewalYears);
        var teachers = facts.Roster.Where(person => person.Category is StaffCategory.FullTimeTeacher).ToList();
        var atStart = teachers.Count(person => person.TenureOn(start) is not null);
        var entrants = teachers.Count(person => person.Tenures.Exists(tenure => start < tenure.From && tenure.From <= asOf));
        var share = RenewalShare.Evaluate(entrants, atStart, policy);
        if (teachers.Count == 0 || share.Result is FindingResult.Unknown)
            yield break;
        yield return new Obligation(
            $"R13/{asOf.Year}", "R13",
            new Bilingual($"{asOf.Year} 年教师队伍更新率预测", $"the forecast of renewal in {asOf.Year}"),
            new Bilingual(
                $"每 {policy.RenewalYears} 年更新 20% 左右（{share.Lowest} 至 {share.Highest} 人）：{start:yyyy-MM-dd} 有专任教师 {atStart} 人，其后进入 {entrants} 人，"
                    + (share.Result is FindingResult.Met ? "在范围内" : "不在范围内"),
                $"about 20% are renewed in {policy.RenewalYears} years ({share.Lowest} to {share.Highest} people): {atStart} full-time teachers on {start:yyyy-MM-dd}, {entrants} came since, "
                    + (share.Result is FindingResult.Met ? "within the band" : "outside the band")),
            null, "/roster",
            Stages.OnDays(asOf.Year, facts.Office.Reminders["R13"], Audience.Leadership, Audience.HumanResources));
    }
}
