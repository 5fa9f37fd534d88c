using System.Collections.Immutable;
using System.Globalization;
using Workflows.Policy.Hiring;
using Workflows.Policy.Shares;

namespace Workflows.Policy.College.Futures;

/// <summary>A future and what the clauses say in it, in words.</summary>
public static class FutureWording
{
    /// <summary>Another reading.</summary>
    public static Bilingual Reading(string clause, string reading)
    {
        var words = ClauseWording.Reading(reading);
        return new($"{clause} 按“{words.Zh}”口径", $"{clause} read “{words.En}”");
    }

    /// <summary>Another number.</summary>
    public static Bilingual Number(StructureNumber number, int value) =>
        new($"{number.Clause} {number.Words.Zh}改为 {value}", $"{number.Clause} {number.Words.En}: {value}");

    /// <summary>As what people would come.</summary>
    public static Bilingual Name(HireKind kind) => kind switch
    {
        HireKind.FullTimeTeacher => new("专任教师", "full-time teachers"),
        HireKind.OtherStaff => new("其他在编人员", "other staff"),
        _ => new("兼职教师", "part-time teachers"),
    };

    /// <summary>People who would come.</summary>
    public static Bilingual Of(FutureHire hire)
    {
        var kind = Name(hire.Kind);
        var (title, education) = (hire.Title is { } level ? LevelNames.Of(level) : new("符合 R07 最低要求", "just fulfilling R07"),
            hire.Education is { } given ? LevelNames.Of(given) : new("符合 R05 最低要求", "just fulfilling R05"));
        var (zh, en) = hire.Kind is HireKind.PartTimeTeacher ? ("", "") : ($"，{education.Zh}，{title.Zh}", $", {education.En}, {title.En}");
        if (hire.Subject.Length > 0)
            (zh, en) = ($"{zh}，{hire.Subject}", $"{en}, {hire.Subject}");
        if (hire.BornIn is { } year)
            (zh, en) = ($"{zh}，{year} 年出生", $"{en}, born in {year}");
        return new($"{hire.From:yyyy-MM-dd} 起新进{kind.Zh} {hire.People} 人{zh}", $"{hire.People} {kind.En} from {hire.From:yyyy-MM-dd}{en}");
    }

    /// <summary>Somebody who would go.</summary>
    public static Bilingual Of(FutureExit exit, string name) => new($"{name} {exit.From:yyyy-MM-dd} 起离开", $"{name} gone from {exit.From:yyyy-MM-dd}");

    /// <summary>Somebody of another level.</summary>
    public static Bilingual Of(FutureLevel level, string name)
    {
        var words = LevelNames.Of(level.Level);
        return level.Kind is LevelKind.Title
            ? new($"{name} {level.From:yyyy-MM-dd} 起职称为{words.Zh}", $"{name}: title {words.En} from {level.From:yyyy-MM-dd}")
            : new($"{name} {level.From:yyyy-MM-dd} 起聘任{words.Zh}岗", $"{name}: post {words.En} from {level.From:yyyy-MM-dd}");
    }

    /// <summary>What a clause says and why, in one sentence.</summary>
    /// <param name="report">What it says.</param>
    /// <param name="rules">The rules that it was judged by.</param>
    /// <param name="lost">Subjects that are taught today and by nobody then (R01).</param>
    public static Bilingual Why(ClauseReport report, StructurePolicy rules, ImmutableArray<string> lost)
    {
        var (counted, asked) = (Counted(report, rules), Asked(report.Clause, rules));
        var (verdict, tail) = (ClauseWording.Name(report.Verdict), Tail(report, lost));
        return new(
            $"{report.Clause}：{counted.Zh}；{asked.Zh}：{verdict.Zh}{tail.Zh}。",
            $"{report.Clause}: {counted.En}; {asked.En}: {verdict.En.ToLowerInvariant()}{tail.En}.");
    }

    private static Bilingual Counted(ClauseReport report, StructurePolicy rules)
    {
        if (report is not { Numerator: { } counted, Denominator: { } of })
            return new("数据未知", "the numbers aren't known");
        var (n, all, share) = (Plain(counted), Plain(of), ClauseWording.Percent(counted, of));
        var (zh, en) = share.Length > 0 ? ($"（{share}）", $" ({share})") : ("", "");
        var reading = report.Variants.Length > 0 ? ClauseWording.Reading(report.Variants[0].Reading) : null;
        return report.Clause switch
        {
            "R01" => new($"专任教师 {all} 人，{n} 人有任教学科", $"{n} of {all} full-time teachers have a subject on record"),
            "R02" => new($"{all} 名专任教师中，中级及以上 {n} 人{zh}，{reading!.Zh}", $"{n} of {all} full-time teachers are intermediate or above{en}, {reading.En}"),
            "R03" => new($"{all} 人中高级及以上 {n} 人{zh}，{reading!.Zh}", $"{n} of {all} are senior or above{en}, {reading.En}"),
            "R04" => new($"在职 {all} 人，专任教师 {n} 人{zh}", $"{n} of {all} active staff are full-time teachers{en}"),
            "R13" => new($"{rules.RenewalYears} 年内 {n} 人，占 {all} 人{zh}，{reading!.Zh}", $"{n} in {rules.RenewalYears} years, of {all}{en}, {reading.En}"),
            "R15" => new($"{all} 名专任教师中，本科及以上 {n} 人{zh}", $"{n} of {all} full-time teachers have a bachelor's education or above{en}"),
            "R16" => new($"兼职教师 {n} 人，专职教师 {all} 人", $"{n} part-time teachers, {all} full-time teachers"),
            _ => Places(report),
        };
    }

    private static Bilingual Places(ClauseReport report)
    {
        var places = report.Variants.Select(one => (Name: ClauseWording.Reading(one.Reading), Use: $"{one.Numerator}/{(one.Denominator is { } approved ? Plain(approved) : "?")}")).ToList();
        return new(
            $"占用/核定 {string.Join("，", places.Select(one => $"{one.Name.Zh} {one.Use}"))}",
            $"taken/approved {string.Join(", ", places.Select(one => $"{one.Name.En} {one.Use}"))}");
    }

    /// <summary>What a clause asks for.</summary>
    /// <param name="clause">The clause, one that people move.</param>
    /// <param name="rules">The rules that it is judged by.</param>
    public static Bilingual Asked(string clause, StructurePolicy rules) => clause switch
    {
        "R01" => new("要求每人不少于 1 门", "one subject each is asked"),
        "R16" => new("要求不低于 1:1", "at least as many are asked"),
        "R25" => new("要求不超核定数", "no more than approved"),
        _ => ClauseWording.Asked(clause, rules) switch
        {
            (var from, { } to) => new($"要求 {from:0.#}%—{to:0.#}%，不严于±1 人", $"{from:0.#}% to {to:0.#}% asked, never tighter than one person"),
            (var from, _) => new($"要求不低于 {from:0.#}%", $"at least {from:0.#}% asked"),
            _ => throw new ArgumentOutOfRangeException(nameof(clause), clause, "No clause that people move."),
        },
    };

    private static Bilingual Tail(ClauseReport report, ImmutableArray<string> lost)
    {
        var (zh, en) = (report.ShortBy is { } people ? $"，还差 {people} 人" : "", report.ShortBy is { } missing ? $", short by {missing}" : "");
        if (report.Verdict is FindingResult.Unknown && report.Missing.Length > 0)
            (zh, en) = ($"，缺：{ClauseWording.Some(report.Missing, "、")}", $", missing: {ClauseWording.Some(report.Missing, ", ")}");
        if (report.Clause == "R01" && lost.Length > 0)
            (zh, en) = ($"{zh}；届时无专任教师的学科：{string.Join("、", lost)}", $"{en}; subjects with no full-time teacher then: {string.Join(", ", lost)}");
        return new(zh, en);
    }

    private static string Plain(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
