using System.Globalization;

namespace Workflows.Policy.Days;

/// <summary>The sentences of R14, R22 and R23, one template for each reason.</summary>
public static class DayWording
{
    /// <summary>Why the finding says what it says, with its numbers.</summary>
    public static Bilingual Explain(DayFinding finding)
    {
        var (zh, en) = Units(finding);
        var (required, actual, missing) = (finding.Required, Amount(finding.Actual), Amount(finding.Missing));
        var sentence = finding.Reason switch
        {
            DayReason.Reached => new Bilingual($"已有 {actual} {zh}，达到 {required} {zh}", $"{actual} of {required} {en}: enough"),
            DayReason.AwaitsSchools => new(
                $"已核实 {actual} {zh}，另有 {Amount(finding.Waiting)} {zh}待学校核实；核实后即达到 {required} {zh}",
                $"{actual} of {required} {en} are verified, {Amount(finding.Waiting)} more wait for the schools and would be enough"),
            DayReason.OnPace => new(
                $"已核实 {actual} {zh}，按进度应有 {Amount(finding.Expected)} {zh}，进度正常；还缺 {missing} {zh}{Left(finding).Zh}",
                $"{actual} of {required} {en} are verified, {Amount(finding.Expected)} expected by now: on pace; {missing} missing{Left(finding).En}"),
            DayReason.Behind => new(
                $"已核实 {actual} {zh}，按进度应有 {Amount(finding.Expected)} {zh}，进度落后；还缺 {missing} {zh}{Left(finding).Zh}",
                $"{actual} of {required} {en} are verified, {Amount(finding.Expected)} expected by now: behind; {missing} missing{Left(finding).En}"),
            DayReason.OutOfReach => new(
                $"已核实 {actual} {zh}，还缺 {missing} {zh}{Left(finding).Zh}，已来不及达到 {required} {zh}",
                $"{actual} of {required} {en} are verified, {missing} missing{Left(finding).En}: it can no longer be reached"),
            DayReason.Missed => new(
                $"到 {finding.Span!.Last:yyyy-MM-dd} 为止核实 {actual} {zh}，不足 {required} {zh}，缺 {missing} {zh}",
                $"{actual} of {required} {en} were verified by {finding.Span!.Last:yyyy-MM-dd}, {missing} too few"),
            DayReason.NoSemester => new("不知道是哪个学期：请在花名册补学段，或补校历", "the semester isn't known: state the school stage on the roster, or add the calendar"),
            _ => throw new ArgumentOutOfRangeException(nameof(finding), finding.Reason, "No such reason."),
        };
        return finding.IsProvisional && finding.Standing is not DayStanding.Met
            ? new($"{sentence.Zh}（校历暂定）", $"{sentence.En} (provisional calendar)")
            : sentence;
    }

    /// <summary>The reason in a word or two, for a chip.</summary>
    public static Bilingual Name(DayReason reason) => reason switch
    {
        DayReason.Reached => new("已达到", "Reached"),
        DayReason.AwaitsSchools => new("待学校核实", "Waits for schools"),
        DayReason.OnPace => new("进度正常", "On pace"),
        DayReason.Behind => new("进度落后", "Behind"),
        DayReason.OutOfReach => new("已来不及", "Out of reach"),
        DayReason.Missed => new("未达到", "Missed"),
        DayReason.NoSemester => new("学段不明", "No semester"),
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "No such reason."),
    };

    /// <summary>An amount of days or sessions, <c>7.5</c> or <c>8</c>.</summary>
    public static string Amount(decimal amount) => amount.ToString("0.#", CultureInfo.InvariantCulture);

    private static (string Zh, string En) Units(DayFinding finding) => finding.Clause switch
    {
        LeaderDays.SessionsClause => ("次", "sessions"),
        LeaderDays.DaysClause => ("个工作日", "working days"),
        _ => ("天", "days"),
    };

    private static Bilingual Left(DayFinding finding) => new(
        $"{(finding.Waiting > 0 ? $"（其中 {Amount(finding.Waiting)} 待核实）" : "")}，到 {finding.Span!.Last:yyyy-MM-dd} 还剩 {Amount(finding.Remaining)} 个工作日",
        $"{(finding.Waiting > 0 ? $" ({Amount(finding.Waiting)} of them wait for the schools)" : "")}, {Amount(finding.Remaining)} working days left until {finding.Span!.Last:yyyy-MM-dd}");
}
