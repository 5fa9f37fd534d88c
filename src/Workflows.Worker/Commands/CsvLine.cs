using System.Buffers;
using System.Text.RegularExpressions;

namespace Workflows.Worker.Commands;

/// <summary>
/// A record of comma-separated text (RFC 4180) that a spreadsheet may open: no cell runs as a formula. A program that wants the cells byte for
/// byte takes the JSON.
/// </summary>
public static partial class CsvLine
{
    // Half and full width: Excel reads both as the beginning of a formula.
    private const string BeginsFormula = "=+-@＝＋－＠";

    // The semicolon and the tab part cells in the spreadsheets of other countries.
    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create(",\"\n\r;\t");

    /// <summary>The cells with their line end; an apostrophe goes before a cell that a spreadsheet would run. A plain number stays one.</summary>
    public static string Of(IEnumerable<string> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    private static string Cell(string cell)
    {
        var harmless = MayRun(cell) ? "'" + cell : cell;
        return harmless.AsSpan().IndexOfAny(NeedQuotes) < 0 ? harmless : $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    // Leading white space, and characters that nobody sees, don't keep a spreadsheet from it; a leading tab or line end is one of its tricks.
    private static bool MayRun(string cell) =>
        !Number().IsMatch(cell)
        && (cell is ['\t' or '\r' or '\n', ..] || cell.TrimStart(Unseen) is [var first, ..] && BeginsFormula.Contains(first, StringComparison.Ordinal));

    private static readonly char[] Unseen =
        [' ', '\t', '\r', '\n', '\v', '\f', '\0', '\u00A0', '\u3000', '\u200B', '\u200C', '\u200D', '\u2060', '\uFEFF', '\u200E', '\u200F'];

    [GeneratedRegex(@"^[+-]?[0-9]+(\.[0-9]+)?\z")]
    private static partial Regex Number();
}
