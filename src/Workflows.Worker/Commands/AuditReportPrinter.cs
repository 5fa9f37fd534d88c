using System.Globalization;
using System.Text.Json;
using Workflows.Policy;

namespace Workflows.Worker.Commands;

/// <summary>Prints the check of the record as JSON, as comma-separated text, or as lines for people.</summary>
public static class AuditReportPrinter
{
    private static readonly string[] CsvHeader = ["fault", "case", "title", "entry", "list", "zh", "en"];

    /// <summary>Prints in one of the formats json, csv, table.</summary>
    public static void Print(AuditReport report, string format, TextWriter output)
    {
        if (format == "json")
            output.Write(JsonSerializer.Serialize(report, PolicyJson.Indented) + "\n");
        else if (format == "csv")
            PrintCsv(report, output);
        else
            PrintLines(report, output);
    }

    private static void PrintCsv(AuditReport report, TextWriter output)
    {
        output.Write(CsvLine.Of(CsvHeader));
        foreach (var one in report.Findings)
        {
            output.Write(CsvLine.Of(
                [one.Fault, $"{one.Case}", one.Title ?? "", one.Entry?.ToString(CultureInfo.InvariantCulture) ?? "", one.List, one.Explanation.Zh, one.Explanation.En]));
        }
    }

    private static void PrintLines(AuditReport report, TextWriter output)
    {
        foreach (var one in report.Findings)
            output.WriteLine($"{one.Title ?? $"{one.Case}"}{(one.List.Length > 0 ? $" [{one.List}]" : "")}: {one.Explanation.Zh} / {one.Explanation.En}");
        output.WriteLine(report.Whole
            ? string.Create(CultureInfo.InvariantCulture, $"完整：{report.Chains} 条记录链、{report.Entries} 条记录与 {report.Lists.Count} 份清单相符，最新一份 {report.Newest} / whole: {report.Chains} chains, {report.Entries} entries, by {report.Lists.Count} lists, the newest of {report.Newest}")
            : string.Create(CultureInfo.InvariantCulture, $"不完整：{report.Findings.Count} 处不符 / not whole: {report.Findings.Count} findings"));
    }
}
