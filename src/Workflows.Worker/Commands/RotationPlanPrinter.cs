using System.Text.Json;
using Workflows.Planning.Rotation;
using Workflows.Policy;

namespace Workflows.Worker.Commands;

/// <summary>Prints a plan of rotations as JSON, as comma-separated text, or as a table for people.</summary>
public static class RotationPlanPrinter
{
    /// <summary>Prints in one of the formats json, csv, table.</summary>
    public static void Print(RotationPlanReport report, string format, TextWriter output)
    {
        if (format == "json") output.Write(JsonSerializer.Serialize(report, PolicyJson.Indented) + "\n");
        else if (format == "csv") PlanTable.PrintCsv(report.Assignments, output);
        else PrintTable(report, output);
    }

    private static void PrintTable(RotationPlanReport report, TextWriter output)
    {
        PlanTable.Print(report.Assignments, output);
        foreach (var one in report.Newcomers)
            output.WriteLine($"{one.Semester} 补充{(one.Subject.Length > 0 ? one.Subject : "未登记学科")}教师 {one.Count} 人（{(one.Level is NewcomerLevel.Senior ? "高级" : "中级及以上")}）：{string.Join('；', one.Reasons.Select(reason => reason.Zh))}");
        output.WriteLine(PlanTable.Verdict(report.Status, $"调出 {report.Assignments.Length} 人，补充 {report.Newcomers.Sum(one => one.Count)} 人", report.Objective, report.Bound, report.Gap));
        foreach (var rule in report.Rules.Where(rule => rule.Slack < 0))
            output.WriteLine($"  差 {-rule.Slack}：{rule.Clause} {rule.Sentence.Zh}");
        if (!report.Conflict.IsEmpty)
            output.WriteLine($"  不能同时做到：{string.Join('；', report.Conflict.Select(rule => rule.Zh))}");
        foreach (var way in report.Relaxations)
            output.WriteLine($"  可行的例外（{way.Points} 分）：{string.Join('；', way.Waivers.Select(waiver => waiver.Zh))}");
        foreach (var missing in report.Missing)
            output.WriteLine($"  未知：{missing.Zh}");
        foreach (var one in report.NotAsked)
            output.WriteLine($"  不列入：{one.Name}，{one.Why.Zh}");
    }
}
