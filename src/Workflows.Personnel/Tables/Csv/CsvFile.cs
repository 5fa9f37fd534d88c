using System.Text;
using CsvHelper;

namespace Workflows.Personnel.Tables.Csv;

/// <summary>
/// Reads comma-separated text in UTF-8 (with or without a byte order mark) or GB18030, as Chinese Excel saves it. A quote inside an
/// unquoted cell is an ordinary character; text after a closing quote still belongs to the cell.
/// </summary>
internal static class CsvFile
{
    private static readonly CsvReaderOptions Options = new() { Separator = ',', HasHeader = false, TrackLineNumbers = true };

    static CsvFile() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static TableOutcome<RawTable> Read(byte[] bytes, string file)
    {
        if (Decode(bytes) is not { } text) return TableFile.Unreadable(file);
        using var reader = CsvReader.FromText(text, Options);
        var rows = new List<RawRow>();
        while (reader.Read())
        {
            if (UnclosedQuoteLine(reader) is { } line) return Unclosed(file, line);
            var cells = reader.Current.ToArray();
            if (cells.Any(cell => !string.IsNullOrWhiteSpace(cell))) rows.Add(new RawRow(checked((int)reader.LineNumber), cells));
            if (rows.Count > TableLimits.Rows) return TableFile.TooManyRows(file, null);
        }
        return new RawTable(file, null, rows);
    }

    /// <summary>
    /// The line of a quote that nothing closes; null while all is well. Such a quote is in the last cell of the last record. The library
    /// reports one thing wrong with a record, the first, and by the line of the record, which may lie far above the quote.
    /// </summary>
    private static int? UnclosedQuoteLine(CsvReader reader)
    {
        var last = Encoding.UTF8.GetString(reader.GetRawSpan(reader.FieldCount - 1));
        if (!last.StartsWith('"') || last[1..].Replace("\"\"", "").Contains('"')) return null;
        var before = Encoding.UTF8.GetString(reader.RawRecord)[..^last.Length];
        return checked((int)reader.LineNumber) + before.Replace("\r\n", "\n").Count(one => one is '\r' or '\n');
    }

    private static TableFault Unclosed(string file, int line)
        => new(
            file,
            null,
            line,
            null,
            new("引号没有成对", "a quote is never closed"),
            new("请补上引号，或另存为 .xlsx", "close the quote, or save as .xlsx"));

    /// <summary>The text; null if it is neither encoding. GB18030 accepts almost anything, so UTF-8 is tried first, strictly.</summary>
    private static string? Decode(byte[] bytes)
    {
        foreach (var encoding in (Encoding[])[new UTF8Encoding(false, throwOnInvalidBytes: true), StrictGb18030()])
        {
            try
            {
                var text = encoding.GetString(bytes).TrimStart('\uFEFF');
                return text.Contains('\0', StringComparison.Ordinal) ? null : text;
            }
            catch (DecoderFallbackException)
            {
                continue;
            }
        }
        return null;
    }

    private static Encoding StrictGb18030()
        => Encoding.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
}
