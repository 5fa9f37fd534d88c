using System.Globalization;
using System.Text.Json;
using Spectre.Console;
using Workflows.Planning;
using Workflows.Policy;

namespace Workflows.Worker.Commands;

/// <summary>Prints a plan as JSON, as comma-separated text, or as a table for people.</summary>
public static class SecondmentPlanPrinter
{
    private const int WidthWithoutTerminal = 160;

    private static readonly string[] CsvHeader = ["person_id", "person", "semester", "host", "stage", "kind", "reasons_zh", "reasons_en"];

    /// <summary>Prints in one of the formats json, csv, table.</summary>
    public static void Print(SecondmentPlanReport report, string format, TextWriter output)
    {
        if (format == "json") output.Write(JsonSerializer.Serialize(report, PolicyJson.Indented) + "\n");
        else if (format == "csv") PrintCsv(report, output);
        else PrintTable(report, output);
    }

    private static void PrintCsv(SecondmentPlanReport report, TextWriter output)
    {
        output.Write(CsvLine.Of(CsvHeader));
        foreach (var one in report.Assignments)
        {
            output.Write(CsvLine.Of(
            [
                one.PersonId, one.Person, one.Semester, one.Host, one.Stage, one.Kind, string.Join('；', one.Reasons.Select(reason => reason.Zh)),
                string.Join("; ", one.Reasons.Select(reason => reason.En)),
            ]));
        }
    }

    private static void PrintTable(SecondmentPlanReport report, TextWriter output)
    {
        var table = new Table().Border(TableBorder.Square).AddColumns("学期", "姓名", "接收学校", "学段", "理由");
        foreach (var one in report.Assignments)
            table.AddRow([.. new[] { one.Semester, one.Person, one.Host, one.Stage, string.Join('；', one.Reasons.Select(reason => reason.Zh)) }.Select(Markup.Escape)]);
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        if (Console.IsOutputRedirected) console.Profile.Width = WidthWithoutTerminal;
        if (table.Rows.Count > 0) console.Write(table);
        output.WriteLine(Verdict(report));
        foreach (var rule in report.Rules.Where(rule => rule.Slack < 0))
            output.WriteLine($"  差 {-rule.Slack}：{rule.Clause} {rule.Sentence.Zh}");
        foreach (var conflict in report.Conflicts)
            output.WriteLine($"  {Subject(conflict.Subject)}不能同时做到：{string.Join("；", conflict.Rules.Select(rule => rule.Zh))}");
        foreach (var way in report.Relaxations)
            output.WriteLine($"  {Subject(way.Subject)}可行的例外（{way.Points} 分）：{string.Join("；", way.Waivers.Select(waiver => waiver.Zh))}");
        foreach (var one in report.Undecided)
            output.WriteLine($"  未列入：{one.Name}，{one.Why.Zh}");
    }

    private static string Verdict(SecondmentPlanReport report) => string.Create(CultureInfo.InvariantCulture, $"{Word(report.Status)}：{report.Assignments.Length} 人次")
        + (report is { Objective: { } objective, Bound: { } bound, Gap: { } gap }
            ? string.Create(CultureInfo.InvariantCulture, $"，代价 {objective}，下界 {bound}，差距 {gap:0.0%}") : "");

    private static string Subject(string subject) => subject.Length > 0 ? subject : "未登记学科";

    private static string Word(PlanStatus status) => status switch
    {
        PlanStatus.Optimal => "最优计划",
        PlanStatus.Feasible => "可行计划（未证明最优）",
        PlanStatus.Infeasible => "没有全部符合的计划，以下按代价最小的例外排出",
        _ => "上限内没有结果，请提高 --time-limit",
    };
}
