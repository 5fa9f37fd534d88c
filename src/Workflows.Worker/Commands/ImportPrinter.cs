using System.Globalization;
using System.Text.Json;
using Spectre.Console;
using Workflows.Policy;

namespace Workflows.Worker.Commands;

/// <summary>Prints an import as JSON, as comma-separated text, or as a table for people.</summary>
public static class ImportPrinter
{
    private const int WidthWithoutTerminal = 160;

    private static readonly string[] CsvHeader = ["kind", "sheet", "row", "name", "column", "old", "new", "zh", "en"];

    /// <summary>Prints in one of the formats json, csv, table.</summary>
    public static void Print(ImportReport report, string format, TextWriter output)
    {
        if (format == "json") output.Write(JsonSerializer.Serialize(report, PolicyJson.Indented) + "\n");
        else if (format == "csv") PrintCsv(report, output);
        else PrintTable(report, output);
    }

    private static void PrintCsv(ImportReport report, TextWriter output)
    {
        output.Write(CsvLine.Of(CsvHeader));
        foreach (var line in Lines(report))
        {
            var row = line.Row?.ToString(CultureInfo.InvariantCulture) ?? "";
            output.Write(CsvLine.Of(
                [line.Kind, line.Sheet, row, line.Name, line.Column, line.Old, line.New, line.Words.Zh, line.Words.En]));
        }
    }

    private static void PrintTable(ImportReport report, TextWriter output)
    {
        var table = new Table().Border(TableBorder.Square);
        table.AddColumns("", "工作表", "行", "姓名/项目", "列", "原值", "新值", "说明");
        foreach (var line in Lines(report).Where(line => line.Kind != "unchanged"))
        {
            string[] cells =
            [
                Word(line.Kind),
                line.Sheet,
                line.Row?.ToString(CultureInfo.InvariantCulture) ?? "",
                line.Name,
                line.Column,
                line.Old,
                line.New,
                line.Words.Zh,
            ];
            table.AddRow([.. cells.Select(Markup.Escape)]);
        }
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        if (Console.IsOutputRedirected) console.Profile.Width = WidthWithoutTerminal;
        if (table.Rows.Count > 0) console.Write(table);
        foreach (var sheet in report.Sheets)
        {
            output.WriteLine($"{sheet.Sheet}: 新增 {sheet.Added} · 更新 {sheet.Changed} · 未变 {sheet.Unchanged} · 文件中没有 {sheet.Missing}"
                + (sheet.Faults + sheet.Questions > 0 ? $" · 错误 {sheet.Faults} · 疑问 {sheet.Questions}" : ""));
        }
        output.WriteLine(string.Join(" · ", report.Counts.Select(count => $"{Word(count.Key)} {count.Value}")));
    }

    private static IEnumerable<Line> Lines(ImportReport report)
        => Cells("faults", report.Faults)
            .Concat(Cells("questions", report.Questions))
            .Concat(report.Added.Select(row => Whole("added", row)))
            .Concat(report.Changed.SelectMany(Differences))
            .Concat(report.Unchanged.Select(row => Whole("unchanged", row)))
            .Concat(report.Missing.Select(missing => new Line("missing", missing.Sheet, null, missing.Name, "", "", "", new("", ""))));

    private static IEnumerable<Line> Cells(string kind, IEnumerable<ReportedCell> cells)
        => cells.Select(cell => new Line(
            kind,
            cell.Sheet ?? "",
            cell.Row,
            "",
            cell.Column ?? "",
            "",
            "",
            new($"{cell.What.Zh};{cell.Remedy.Zh}", $"{cell.What.En}; {cell.Remedy.En}")));

    private static Line Whole(string kind, ReportedRow row) => new(kind, row.Sheet, row.Row, row.Name, "", "", "", new("", ""));

    private static IEnumerable<Line> Differences(ReportedRow row)
        => row.Differences.Select(one => new Line("changed", row.Sheet, row.Row, row.Name, one.Column, one.Old, one.New, new("", "")));

    private static string Word(string kind) => kind switch
    {
        "added" => "新增",
        "changed" => "更新",
        "unchanged" => "未变",
        "missing" => "文件中没有",
        "faults" => "错误",
        "questions" => "疑问",
        _ => kind,
    };

    private sealed record Line(string Kind, string Sheet, int? Row, string Name, string Column, string Old, string New, Bilingual Words);
}
