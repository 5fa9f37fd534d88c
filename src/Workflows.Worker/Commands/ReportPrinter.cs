using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Spectre.Console;
using Workflows.Policy;
using Workflows.Policy.College;

namespace Workflows.Worker.Commands;

/// <summary>Prints a report as JSON, as comma-separated text, or as a table for people.</summary>
public static class ReportPrinter
{
    private const int WidthWithoutTerminal = 160;

    private static readonly string[] CsvHeader =
        ["clause", "reading", "verdict", "numerator", "denominator", "required", "dependsOnReading", "shortBy", "who", "missing"];

    /// <summary>Prints in one of the formats json, csv, table.</summary>
    public static void Print(ImmutableArray<ClauseReport> report, string format, TextWriter output)
    {
        if (format == "json") output.Write(JsonSerializer.Serialize(report, PolicyJson.Indented) + "\n");
        else if (format == "csv") PrintCsv(report, output);
        else PrintTable(report, output);
    }

    private static void PrintCsv(ImmutableArray<ClauseReport> report, TextWriter output)
    {
        output.Write(CsvLine.Of(CsvHeader));
        foreach (var clause in report)
        {
            output.Write(CsvLine.Of(
            [
                clause.Clause, "", $"{clause.Verdict}", Number(clause.Numerator), Number(clause.Denominator), clause.Required,
                clause.DependsOnReading ? "true" : "false", Number(clause.ShortBy), string.Join(';', clause.Who), string.Join(';', clause.Missing),
            ]));
            foreach (var variant in clause.Variants)
            {
                output.Write(CsvLine.Of(
                    [clause.Clause, variant.Reading, $"{variant.Verdict}", Number(variant.Numerator), Number(variant.Denominator), "", "", "", "", ""]));
            }
        }
    }

    private static void PrintTable(ImmutableArray<ClauseReport> report, TextWriter output)
    {
        var table = new Table().Border(TableBorder.Square).AddColumns("条款", "结论", "现状", "要求", "差", "不符者 / 缺什么");
        foreach (var clause in report)
        {
            string[] cells =
            [
                clause.Clause, $"{Word(clause.Verdict)}{(clause.DependsOnReading ? "（随理解而变）" : "")}", Ratio(clause.Numerator, clause.Denominator),
                clause.Required, Number(clause.ShortBy), string.Join("、", clause.Who.Concat(clause.Missing.Select(fact => $"缺：{fact}"))),
            ];
            table.AddRow([.. cells.Select(Markup.Escape)]);
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        if (Console.IsOutputRedirected) console.Profile.Width = WidthWithoutTerminal;
        console.Write(table);
    }

    private static string Word(FindingResult verdict) => verdict switch
    {
        FindingResult.Met => "符合",
        FindingResult.NotMet => "不符合",
        _ => "未知",
    };

    private static string Ratio(decimal? numerator, decimal? denominator) =>
        numerator is null ? "" : denominator is null ? Number(numerator) : $"{Number(numerator)} / {Number(denominator)}";

    private static string Number(decimal? number) => number?.ToString("0.##", CultureInfo.InvariantCulture) ?? "";
}
