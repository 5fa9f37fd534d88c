using System.Globalization;
using Workflows.Policy.Shares;

namespace Workflows.Policy.College;

/// <summary>What a clause about the college is called, how much it asks for, and what would put it right, in words.</summary>
public static class ClauseWording
{
    /// <summary>The clause's short name.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is no clause about the college as a whole.</exception>
    public static Bilingual Name(string clause) => clause switch
    {
        "R01" => new("学科胜任", "A subject each"),
        "R02" => new("中高级职称", "Intermediate and senior titles"),
        "R03" => new("高级职称", "Senior titles"),
        "R04" => new("专任教师占比", "Full-time teachers among the staff"),
        "R11" => new("每学期派出支教、挂职", "Secondments each semester"),
        "R12" => new("三年一学期挂职", "A semester at a school in three years"),
        "R13" => new("五年更新率", "Renewal in five years"),
        "R14" => new("教师到校天数", "Teachers' days at schools"),
        "R15" => new("本科以上学历", "Bachelor's education"),
        "R16" => new("兼职与专职之比", "Part-time to full-time teachers"),
        "R17" => new("兼职经费列入预算", "Part-time teachers in the budget"),
        "R18" => new("培训专项经费", "Training funds"),
        "R19" => new("继续教育经费划拨", "Funds transferred to the college"),
        "R20" => new("公用经费列入预算", "Running costs in the budget"),
        "R21" => new("任期目标责任制", "Terms with goals"),
        "R22" => new("班子成员到校天数", "Leaders' days at schools"),
        "R23" => new("班子成员教研活动", "Leaders' research sessions"),
        "R25" => new("编制与岗位", "Establishment and posts"),
        "R26" => new("标准项台账", "Items of the standard"),
        _ => throw new ArgumentOutOfRangeException(nameof(clause), clause, "No clause about the college as a whole."),
    };

    /// <summary>The verdict in a word.</summary>
    public static Bilingual Name(FindingResult verdict) => verdict switch
    {
        FindingResult.Met => new("达标", "Met"),
        FindingResult.NotMet => new("未达标", "Not met"),
        _ => new("资料不足", "Not known"),
    };

    /// <summary>A share in percent with one decimal, rounded down so that none looks like a minimum it misses; empty where there is none. Only shown, never compared.</summary>
    public static string Percent(decimal? numerator, decimal? denominator) => denominator is > 0 && numerator is { } counted
        ? (Math.Floor(counted * 1000 / denominator.Value) / 10).ToString("0.0", CultureInfo.InvariantCulture) + "%" : "";

    /// <summary>The share that a clause asks for, in percent, with an upper end where it is a band; null where it asks for something else.</summary>
    public static (decimal From, decimal? To)? Asked(string clause, StructurePolicy policy) => clause switch
    {
        "R02" => (policy.MinimumTitledPercent, null),
        "R03" => (policy.MinimumSeniorPercent, null),
        "R04" => (policy.MinimumFullTimePercent, null),
        "R13" => (policy.RenewalPercentFrom, policy.RenewalPercentTo),
        "R15" => (policy.MinimumBachelorPercent, null),
        "R18" => (policy.TrainingPerMilleFrom / 10m, policy.TrainingPerMilleTo / 10m),
        "R19" => (policy.MinimumTransferredPercent, null),
        "R01" or "R12" or "R14" or "R16" or "R21" or "R22" or "R23" or "R26" => (100, null),
        _ => null,
    };

    /// <summary>What would put the clause right; null where it is fulfilled.</summary>
    public static Bilingual? Remedy(ClauseReport report) => report.Verdict switch
    {
        FindingResult.Met => null,
        FindingResult.Unknown => report.Missing.Length == 0
            ? new("补齐资料后才能判断", "it can be judged once the facts are recorded")
            : new($"请补齐：{Some(report.Missing, "、")}", $"record what is missing: {Some(report.Missing, ", ")}"),
        _ => Falls(report),
    };

    /// <summary>A reading in words: <c>held</c>, <c>entrants/start/rolling</c>.</summary>
    public static Bilingual Reading(string reading)
    {
        var parts = reading.Split('/').Select(part => Readings.GetValueOrDefault(part) ?? new(part, part)).ToList();
        return new(string.Join("·", parts.Select(part => part.Zh)), string.Join(", ", parts.Select(part => part.En)));
    }

    private static readonly Dictionary<string, Bilingual> Readings = new()
    {
        ["held"] = new("按已评职称", "by the title held"),
        ["appointed"] = new("按聘任岗位", "by the post appointed to"),
        ["all"] = new("占全部专任教师", "of all full-time teachers"),
        ["titled"] = new("占中高级", "of those with a title"),
        ["entrants"] = new("调入", "entrants"),
        ["leavers"] = new("调出", "leavers"),
        ["start"] = new("占期初", "of the first day's teachers"),
        ["average"] = new("占平均", "of the average"),
        ["end"] = new("占期末", "of the last day's teachers"),
        ["rolling"] = new("滚动五年", "rolling window"),
        ["fixed"] = new("固定五年", "fixed window"),
        ["lastSemester"] = new("上学期", "last semester"),
        ["thisSemester"] = new("本学期（进行中）", "this semester, still running"),
        ["lastYear"] = new("上年度", "last year"),
        ["thisYear"] = new("本年度（进行中）", "this year, still running"),
        ["sinceLastPlacement"] = new("上次期满起三年内", "within three years of the last one"),
        ["fixedCycles"] = new("固定三年周期", "fixed cycles of three years"),
        ["rollingWindow"] = new("任意连续三年", "any three years"),
        ["supportTeaching"] = new("支教另计", "support teaching read the other way"),
        ["inTime"] = new("到期才需佐证", "evidence by the due day"),
        ["evidenced"] = new("已有佐证", "evidence already there"),
        ["within"] = new("区间内", "within the band"),
        ["below"] = new("低于区间", "below the band"),
        ["above"] = new("高于区间", "above the band"),
        ["编制"] = new("编制", "establishment"),
        ["高级岗"] = new("高级岗", "senior posts"),
        ["中级岗"] = new("中级岗", "intermediate posts"),
        ["初级岗"] = new("初级岗", "junior posts"),
    };

    private static Bilingual Falls(ClauseReport report)
    {
        var (clause, short_) = (report.Clause, report.ShortBy?.ToString("0", CultureInfo.InvariantCulture));
        return clause switch
        {
            "R02" => new($"再有 {short_} 名专任教师取得中级以上职称即可达标", $"{short_} more of the full-time teachers with an intermediate title would do"),
            "R03" => new($"再有 {short_} 名专任教师取得高级职称即可达标", $"{short_} more of the full-time teachers with a senior title would do"),
            "R04" => new($"在职教职工中再有 {short_} 人为专任教师即可达标", $"{short_} more of the staff as full-time teachers would do"),
            "R15" => new($"再有 {short_} 名专任教师达到本科学历即可达标", $"{short_} more of the full-time teachers with a bachelor's education would do"),
            "R11" => new("本学期至少派出一人", "send at least one teacher this semester"),
            "R12" => new($"尽快安排：{Some(report.Who, "、")}", $"place them as soon as possible: {Some(report.Who, ", ")}"),
            "R13" when short_ is not null => new($"再调入 {short_} 人即进入区间", $"{short_} more entrants would reach the band"),
            "R13" => new("更新高于区间，今后放缓调入", "renewal is above the band: let fewer people in"),
            "R14" or "R22" or "R23" => new($"未达到的有：{Some(report.Who, "、")}", $"who didn't reach it: {Some(report.Who, ", ")}"),
            "R16" => new($"再聘 {short_} 名兼职教师即可达标", $"{short_} more part-time teachers would do"),
            "R18" => new("提高培训专项经费预算", "raise the budget of the training funds"),
            "R19" => new("年末前继续划拨", "transfer more before the year ends"),
            "R26" => new($"落实：{Some(report.Missing, "、")}", $"settle: {Some(report.Missing, ", ")}"),
            "R25" => new("占用超过核定数，暂停调入或申请核增", "more places are taken than approved: let nobody in, or apply for more"),
            _ => new("逐项落实", "settle it item by item"),
        };
    }

    /// <summary>The first few of some names, and how many there are.</summary>
    internal static string Some(IReadOnlyCollection<string> names, string between)
    {
        const int few = 6;
        var shown = string.Join(between, names.Take(few));
        return names.Count <= few ? shown : $"{shown}……（{names.Count}）";
    }
}
