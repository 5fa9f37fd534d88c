using System.Collections.Immutable;
using System.Globalization;
using Spectre.Console;
using Workflows.Planning;

namespace Workflows.Worker.Commands;

/// <summary>What the plans of all modes have in common when they are printed.</summary>
internal static class PlanTable
{
    private const int WidthWithoutTerminal = 160;

    private static readonly string[] CsvHeader = ["person_id", "person", "semester", "host", "stage", "kind", "reasons_zh", "reasons_en"];

    /// <summary>Who goes when and where, as comma-separated text.</summary>
    public static void PrintCsv(ImmutableArray<PrintedAssignment> assignments, TextWriter output)
    {
        output.Write(CsvLine.Of(CsvHeader));
        foreach (var one in assignments)
        {
            output.Write(CsvLine.Of(
            [
                one.PersonId, one.Person, one.Semester, one.Host, one.Stage, one.Kind, string.Join('；', one.Reasons.Select(reason => reason.Zh)),
                string.Join("; ", one.Reasons.Select(reason => reason.En)),
            ]));
        }
    }

    /// <summary>The same as a table for people; nothing where nobody goes.</summary>
    public static void Print(ImmutableArray<PrintedAssignment> assignments, TextWriter output)
    {
        if (assignments.IsEmpty)
            return;
        var table = new Table().Border(TableBorder.Square).AddColumns("学期", "姓名", "接收学校", "学段", "理由");
        foreach (var one in assignments)
            table.AddRow([.. new[] { one.Semester, one.Person, one.Host, one.Stage, string.Join('；', one.Reasons.Select(reason => reason.Zh)) }.Select(Markup.Escape)]);
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        if (Console.IsOutputRedirected) console.Profile.Width = WidthWithoutTerminal;
        console.Write(table);
    }

    /// <summary>How good the plan is, in one line.</summary>
    public static string Verdict(PlanStatus status, string people, long? objective, long? bound, double? gap) => $"{Word(status)}：{people}"
        + (gap is null ? "" : string.Create(CultureInfo.InvariantCulture, $"，代价 {objective}，下界 {bound}，差距 {gap:0.0%}"));

    private static string Word(PlanStatus status) => status switch
    {
        PlanStatus.Optimal => "最优计划",
        PlanStatus.Feasible => "可行计划（未证明最优）",
        PlanStatus.Infeasible => "没有全部符合的计划，以下按代价最小的例外排出",
        _ => "上限内没有结果，请提高 --time-limit",
    };
}
