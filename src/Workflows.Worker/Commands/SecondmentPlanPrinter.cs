using System.Text.Json;
using Workflows.Policy;

namespace Workflows.Worker.Commands;

/// <summary>Prints a plan as JSON, as comma-separated text, or as a table for people.</summary>
public static class SecondmentPlanPrinter
{
    /// <summary>Prints in one of the formats json, csv, table.</summary>
    public static void Print(SecondmentPlanReport report, string format, TextWriter output)
    {
        if (format == "json") output.Write(JsonSerializer.Serialize(report, PolicyJson.Indented) + "\n");
        else if (format == "csv") PlanTable.PrintCsv(report.Assignments, output);
        else PrintTable(report, output);
    }

    private static void PrintTable(SecondmentPlanReport report, TextWriter output)
    {
        PlanTable.Print(report.Assignments, output);
        output.WriteLine(PlanTable.Verdict(report.Status, $"{report.Assignments.Length} 人次", report.Objective, report.Bound, report.Gap));
        foreach (var rule in report.Rules.Where(rule => rule.Slack < 0))
            output.WriteLine($"  差 {-rule.Slack}：{rule.Clause} {rule.Sentence.Zh}");
        foreach (var conflict in report.Conflicts)
            output.WriteLine($"  {Subject(conflict.Subject)}不能同时做到：{string.Join("；", conflict.Rules.Select(rule => rule.Zh))}");
        foreach (var way in report.Relaxations)
            output.WriteLine($"  {Subject(way.Subject)}可行的例外（{way.Points} 分）：{string.Join("；", way.Waivers.Select(waiver => waiver.Zh))}");
        foreach (var one in report.Undecided)
            output.WriteLine($"  未列入：{one.Name}，{one.Why.Zh}");
    }

    private static string Subject(string subject) => subject.Length > 0 ? subject : "未登记学科";
}
