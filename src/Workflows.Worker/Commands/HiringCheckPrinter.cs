using System.Globalization;
using System.Text.Json;
using Spectre.Console;
using Workflows.Policy;
using Workflows.Policy.Hiring;

namespace Workflows.Worker.Commands;

/// <summary>Prints a check as JSON, as comma-separated text, or as a table for people.</summary>
public static class HiringCheckPrinter
{
    private const int WidthWithoutTerminal = 160;

    private static readonly string[] CsvHeader =
        ["row", "name", "verdict", "dependsOnReading", "R05", "R06", "R07", "R08", "R10", "waiverGrounds", "warnings", "explanation"];

    /// <summary>Prints in one of the formats json, csv, table.</summary>
    public static void Print(HiringCheck check, string format, TextWriter output)
    {
        if (format == "json") output.Write(JsonSerializer.Serialize(check, PolicyJson.Indented) + "\n");
        else if (format == "csv") PrintCsv(check, output);
        else PrintTable(check, output);
    }

    private static void PrintCsv(HiringCheck check, TextWriter output)
    {
        output.Write(CsvLine.Of(CsvHeader));
        foreach (var applicant in check.Applicants)
        {
            output.Write(CsvLine.Of(
            [
                applicant.Row.ToString(CultureInfo.InvariantCulture),
                applicant.Name,
                applicant.Verdict.ToString(),
                applicant.DependsOnReading ? "true" : "false",
                .. applicant.Findings.Select(finding => finding.Result.ToString()),
                string.Join(';', applicant.WaiverGrounds),
                string.Join(';', applicant.Warnings.Select(warning => warning.Code)),
                string.Join(' ', Open(applicant).Select(finding => finding.Explanation.Zh)),
            ]));
        }
    }

    private static void PrintTable(HiringCheck check, TextWriter output)
    {
        var table = new Table().Border(TableBorder.Square);
        table.AddColumns("行", "姓名", "结论", "R05", "R06", "R07", "R08", "R10", "说明");
        foreach (var applicant in check.Applicants)
        {
            string[] cells =
            [
                applicant.Row.ToString(CultureInfo.InvariantCulture),
                applicant.Name,
                HiringWording.Name(applicant.Verdict).Zh,
                .. applicant.Findings.Select(finding => HiringWording.Name(finding.Result).Zh),
                string.Join('\n', [.. Questions(applicant), .. Warned(applicant)]),
            ];
            table.AddRow([.. cells.Select(Markup.Escape)]);
        }
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        if (Console.IsOutputRedirected) console.Profile.Width = WidthWithoutTerminal;
        console.Write(table);
        var counts = check.Counts.Select(count => $"{HiringWording.Name(Enum.Parse<Verdict>(count.Key)).Zh} {count.Value}");
        output.WriteLine(string.Join(" · ", counts));
    }

    private static IEnumerable<ExplainedFinding> Open(CheckedApplicant applicant)
        => applicant.Findings.Where(finding => finding.Result != FindingResult.Met || finding.DependsOnReading);

    private static IEnumerable<string> Questions(CheckedApplicant applicant)
        => Open(applicant).Select(finding => $"{finding.Clause} {finding.Explanation.Zh}");

    private static IEnumerable<string> Warned(CheckedApplicant applicant)
        => applicant.Warnings.Select(warning => $"! {warning.Column}: {warning.Zh}");
}
