namespace Workflows.Worker.Commands;

/// <summary>A record of comma-separated text (RFC 4180).</summary>
public static class CsvLine
{
    private static readonly char[] NeedQuotes = [',', '"', '\n', '\r'];

    /// <summary>The cells with their line end; an apostrophe goes before a cell that a spreadsheet would run as a formula.</summary>
    public static string Of(IEnumerable<string> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    private static string Cell(string cell)
    {
        var harmless = cell is ['=' or '+' or '-' or '@', ..] ? "'" + cell : cell;
        return harmless.IndexOfAny(NeedQuotes) < 0 ? harmless : $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
