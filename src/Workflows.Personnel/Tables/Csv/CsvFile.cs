using System.Text;

namespace Workflows.Personnel.Tables.Csv;

/// <summary>Reads comma-separated text in UTF-8 (with or without a byte order mark) or GB18030, as Chinese Excel saves it.</summary>
internal static class CsvFile
{
    static CsvFile() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static TableOutcome<RawTable> Read(byte[] bytes, string file)
    {
        if (Decode(bytes) is not { } text) return TableFile.Unreadable(file);
        var records = new CsvRecords(text);
        var rows = new List<RawRow>();
        while (records.Next() is { } row)
        {
            if (row.Cells.Any(cell => !string.IsNullOrWhiteSpace(cell))) rows.Add(row);
            if (rows.Count > TableLimits.Rows) return TableFile.TooManyRows(file, null);
        }
        if (records.UnclosedQuoteLine is not { } line) return new RawTable(file, null, rows);
        return new TableFault(
            file,
            null,
            line,
            null,
            new("引号没有成对", "a quote is never closed"),
            new("请补上引号,或另存为 .xlsx", "close the quote, or save as .xlsx"));
    }

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
