using System.Globalization;
using Workflows.Personnel.Tables.Xlsx;
using Workflows.Policy;
using Workflows.Policy.College;
using Workflows.Policy.Days;
using Workflows.Policy.Hiring;
using Workflows.Policy.Secondment;
using Workflows.Policy.Shares;

namespace Workflows.Processes.Reports;

/// <summary>The sheets of the evidence: first what the clauses say, then what it was counted from. Everything is text in Chinese, as an inspection reads it.</summary>
internal static class EvidenceSheets
{
    /// <summary>All sheets.</summary>
    public static IReadOnlyList<WrittenSheet> Of(CollegeFacts facts, IReadOnlyList<ClauseReport> report, StructureOutlook outlook, StructurePolicy policy) =>
        [Summary(facts, report), Readings(report), People(facts), Renewal(facts, policy), PartTime(facts), Funds(facts), Standard(facts), Years(outlook)];

    private static WrittenSheet Summary(CollegeFacts facts, IEnumerable<ClauseReport> report) => new(
        "结论", ["条款", "名称", "要求", $"结论（{facts.AsOf:yyyy-MM-dd}）", "计入", "基数", "百分比", "取决于口径", "不足人数", "不计入的人", "缺少的资料", "怎样达标"],
        [
            .. report.Select(one => (string[])
            [
                one.Clause, ClauseWording.Name(one.Clause).Zh, one.Required, ClauseWording.Name(one.Verdict).Zh, Number(one.Numerator), Number(one.Denominator),
                one.Verdict is FindingResult.Unknown ? "" : ClauseWording.Percent(one.Numerator, one.Denominator), one.DependsOnReading ? "是" : "", Number(one.ShortBy),
                string.Join("、", one.Who), string.Join("；", one.Missing), ClauseWording.Remedy(one)?.Zh ?? "",
            ]),
        ]);

    private static WrittenSheet Readings(IEnumerable<ClauseReport> report) => new(
        "口径", ["条款", "口径", "计入", "基数", "结论"],
        [.. report.SelectMany(one => ReadingRows(one).Select(row => (string[])[one.Clause, .. row]))]);

    private static WrittenSheet People(CollegeFacts facts) => new(
        "人员", ["姓名", "专任教师", "职称（评）", "岗位（聘）", "学历", "任教学科（R01）", "班子成员", "任期至（R21）", "任期目标（R21）", "挂职（R12）", "上学期到校（R14）", "上年度到校（R22）", "上年度教研（R23）"],
        [
            .. facts.ActiveStaff.Select(one => (string[])
            [
                one.Name, one.IsFullTimeTeacher ? "是" : "否", one.Held is { } held ? LevelNames.Of(held).Zh : "不详",
                one.Appointed is { } appointed ? LevelNames.Of(appointed).Zh : "不详", one.Education is { } education ? LevelNames.Of(education).Zh : "不详",
                one.Subject, one.IsLeader ? "是" : "", $"{one.TermEnds:yyyy-MM-dd}",
                one.HasTermGoals ? "有" : "",
                one.Secondment is { } secondment ? SecondmentWording.Explain(secondment).Zh : "",
                Days(one.DaysLastSemester), Days(one.LeaderDaysLastYear), Days(one.SessionsLastYear),
            ]),
        ]);

    private static WrittenSheet Renewal(CollegeFacts facts, StructurePolicy policy)
    {
        var start = facts.AsOf.AddYears(-policy.RenewalYears);
        return new WrittenSheet(
            "更新R13", ["姓名", "变动", "日期", $"是否在滚动窗口内（{start.AddDays(1):yyyy-MM-dd}至{facts.AsOf:yyyy-MM-dd}）"],
            [
                .. from one in facts.Staff
                   where one.IsFullTimeTeacher
                   from tenure in one.Tenures
                   from change in new (string Name, DateOnly? Day)[] { ("调入", tenure.From), ("离开", tenure.Until?.AddDays(-1)) }
                   where change.Day <= facts.AsOf
                   orderby change.Day, one.Name
                   select (string[])[one.Name, change.Name, $"{change.Day:yyyy-MM-dd}", start < change.Day ? "是" : "否"],
            ]);
    }

    private static WrittenSheet PartTime(CollegeFacts facts) => new(
        "兼职教师R16", ["姓名"], facts.PartTimeTeachers is { } names ? [.. names.Select(name => (string[])[name])] : []);

    private static WrittenSheet Funds(CollegeFacts facts) => new(
        "年度投入", ["年度", "核定工资总额", "培训专项经费（R18）", "继续教育经费总额", "划拨本校（R19）", "兼职经费文号（R17）", "公用经费文号（R20）"],
        [
            .. facts.Funds.Where(one => one.Key <= facts.AsOf.Year).OrderBy(one => one.Key).Select(one => (string[])
            [
                $"{one.Key}", Number(one.Value.Payroll), Number(one.Value.TrainingFunds), Number(one.Value.ContinuingEducation), Number(one.Value.Transferred),
                one.Value.PartTimeDocument ?? "", one.Value.RunningCostsDocument ?? "",
            ]),
        ]);

    /// <summary>The standard's items (R26), a row each: number, text, owner, due day, evidence.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> ItemRows(CollegeFacts facts) =>
        [.. facts.StandardItems.Select(one => (string[])[one.Number, one.Text, one.Owner ?? "", $"{one.DueOn:yyyy-MM-dd}", one.Evidence])];

    /// <summary>A clause's readings, a row each: the reading, what is counted, of what, the verdict.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> ReadingRows(ClauseReport report) =>
    [
        .. report.Variants.Select(variant => (string[])
            [ClauseWording.Reading(variant.Reading).Zh, Number(variant.Numerator), Number(variant.Denominator), ClauseWording.Name(variant.Verdict).Zh]),
    ];

    private static WrittenSheet Standard(CollegeFacts facts) => new("标准项R26", ["编号", "内容", "责任人", "期限", "佐证"], ItemRows(facts));

    private static WrittenSheet Years(StructureOutlook outlook) => new(
        "逐年", ["日期", "条款", "名称", "计入", "基数", "结论"],
        [
            .. outlook.Days.SelectMany(day => day.Clauses.Select(one => (string[])
                [$"{day.Day:yyyy-MM-dd}", one.Clause, ClauseWording.Name(one.Clause).Zh, Number(one.Numerator), Number(one.Denominator), ClauseWording.Name(one.Verdict).Zh])),
        ]);

    private static string Days(DayFinding? finding) => finding is null ? "" : DayWording.Explain(finding).Zh;

    private static string Number(decimal? number) => number?.ToString("0.##", CultureInfo.InvariantCulture) ?? "";
}
