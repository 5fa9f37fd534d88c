using System.Globalization;
using System.Text.Json;
using Spectre.Console;
using Workflows.Policy;

namespace Workflows.Worker.Commands;

/// <summary>Prints reminders as JSON, as comma-separated text, or as a table for people.</summary>
public static class RemindersPrinter
{
    private const int WidthWithoutTerminal = 200;

    private static readonly string[] CsvHeader =
        ["key", "clause", "stage", "to", "address", "send_from", "due_on", "title_zh", "title_en", "why_zh", "why_en"];

    /// <summary>Prints in one of the formats json, csv, table.</summary>
    public static void Print(RemindersReport report, string format, TextWriter output)
    {
        if (format == "json") output.Write(JsonSerializer.Serialize(report, PolicyJson.Indented) + "\n");
        else if (format == "csv") PrintCsv(report, output);
        else PrintTable(report, output);
    }

    private static void PrintCsv(RemindersReport report, TextWriter output)
    {
        output.Write(CsvLine.Of(CsvHeader));
        foreach (var one in report.Reminders)
        {
            output.Write(CsvLine.Of(
            [
                one.Key, one.Clause ?? "", one.Stage, one.To, one.Address, one.SendFrom, one.DueOn ?? "", one.Title.Zh, one.Title.En, one.Why?.Zh ?? "",
                one.Why?.En ?? "",
            ]));
        }
    }

    private static void PrintTable(RemindersReport report, TextWriter output)
    {
        var table = new Table().Border(TableBorder.Square);
        table.AddColumns("条款", "阶段", "收件人", "何时起发", "期限", "事项", "为什么", "键");
        foreach (var one in report.Reminders)
        {
            string[] cells = [one.Clause ?? "", one.Stage, $"{one.To} <{one.Address}>", one.SendFrom, one.DueOn ?? "", one.Title.Zh, one.Why?.Zh ?? "", one.Key];
            table.AddRow([.. cells.Select(Markup.Escape)]);
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        if (Console.IsOutputRedirected) console.Profile.Width = WidthWithoutTerminal;
        if (table.Rows.Count > 0) console.Write(table);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{report.AsOf} {(report.DryRun ? "试算" : "计划")} {report.Count} 封 / {report.Count} letters"));
    }
}
