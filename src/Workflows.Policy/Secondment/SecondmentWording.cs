using Workflows.Policy.Semesters;

namespace Workflows.Policy.Secondment;

/// <summary>The sentences of R12, one template for each reason.</summary>
public static class SecondmentWording
{
    /// <summary>Why the finding says what it says, with the clause's numbers.</summary>
    public static Bilingual Explain(SecondmentFinding finding)
    {
        var last = finding.Completed.LastOrDefault();
        return finding.Reason switch
        {
            SecondmentReason.InTime => new(
                $"已完成 {last!.Name}（{last.Stage.Word()}），{Until(finding).Zh}",
                $"{last.Name} was completed; {Until(finding).En}"),
            SecondmentReason.FirstNotDue => new($"尚未完成过一个学期，{Until(finding).Zh}", $"no semester was completed yet; {Until(finding).En}"),
            SecondmentReason.Overdue => new(
                last is null ? $"已逾期，尚未完成过一个学期，{Until(finding).Zh}" : $"已逾期，最近一次是 {last.Name}，{Until(finding).Zh}",
                last is null ? $"overdue: no semester was completed yet; {Until(finding).En}" : $"overdue: the last was {last.Name}; {Until(finding).En}"),
            SecondmentReason.Exempt => new($"豁免：{finding.Exemption!.Reason}", $"exempt: {finding.Exemption.Reason}"),
            SecondmentReason.NoAnchor => new("不知道从哪天起算，请补进校日期", "there is no day to count from: state the date of joining"),
            SecondmentReason.NoCalendar => new("校历文件没有这个学段，请补学段或校历", "no calendar file knows the school stage: state the stage, or add the calendar"),
            _ => throw new ArgumentOutOfRangeException(nameof(finding), finding.Reason, "No such reason."),
        };
    }

    /// <summary>What the years are counted from, in words.</summary>
    public static Bilingual Name(CycleReading reading) => reading switch
    {
        CycleReading.SinceLastPlacement => new("上次挂职结束后三年内", "within three years of the last completed placement"),
        CycleReading.FixedCycles => new("固定三年一周期", "fixed cycles of three years"),
        CycleReading.RollingWindow => new("任意连续三年", "any stretch of three years"),
        _ => throw new ArgumentOutOfRangeException(nameof(reading), reading, "No such reading."),
    };

    /// <summary>A reading in words; whether 支教 alone counts is said where it does.</summary>
    public static Bilingual Name(SecondmentVariant variant) => variant.SupportTeachingCounts
        ? new($"{Name(variant.Reading).Zh}，支教也算", $"{Name(variant.Reading).En}, support teaching counts too")
        : Name(variant.Reading);

    /// <summary>What somebody does at a school.</summary>
    public static Bilingual Name(PlacementKind kind) => kind switch
    {
        PlacementKind.Secondment => new("挂职锻炼", "secondment"),
        PlacementKind.ConcurrentTeaching => new("兼任教学", "concurrent teaching"),
        PlacementKind.SupportTeaching => new("支教", "support teaching"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind."),
    };

    private static Bilingual Until(SecondmentFinding finding) => finding.Due is not { } due
        ? new("无截止日", "no deadline")
        : new(
            $"应在 {due.DueBy:yyyy-MM-dd}（含当日）以前完成一个学期，最迟安排 {due.LastFeasible.Name}{(due.IsProvisional ? "（暂定校历）" : "")}",
            $"a semester is to be completed by {due.DueBy:yyyy-MM-dd}, at the latest {due.LastFeasible.Name}{(due.IsProvisional ? " (provisional calendar)" : "")}");
}
