using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace Workflows.Personnel.Tables.Xlsx;

/// <summary>What a cell's number format shows of a date.</summary>
internal enum DateFormat
{
    /// <summary>No date.</summary>
    None,

    /// <summary>A year and a month, without a day.</summary>
    Month,

    /// <summary>A day.</summary>
    Day,
}

/// <summary>Which cell styles show a date: the built-in formats, those that Chinese Excel adds to them, and the workbook's own.</summary>
internal sealed partial class DateFormats
{
    private static readonly int[] BuiltInMonths = [17, 27, 36, 50, 52, 57];
    private static readonly int[] BuiltInDays = [14, 15, 16, 22, 28, 29, 30, 31, 51, 53, 54, 58];

    private readonly List<DateFormat> styles = [];

    /// <summary>Reads the style part; without one no cell shows a date.</summary>
    public static DateFormats Read(XlsxParts parts, string? part)
    {
        var formats = new DateFormats();
        if (part is null) return formats;
        using var reader = parts.Open(part);
        var custom = new Dictionary<int, DateFormat>();
        var inCellFormats = false;
        while (reader?.Read() == true)
        {
            if (reader.LocalName == "cellXfs") inCellFormats = reader.NodeType == XmlNodeType.Element;
            if (reader.NodeType != XmlNodeType.Element) continue;
            if (reader.LocalName == "numFmt") custom[Number(reader, "numFmtId")] = Judge(reader.GetAttribute("formatCode") ?? "");
            if (reader.LocalName == "xf" && inCellFormats) formats.styles.Add(Find(Number(reader, "numFmtId"), custom));
        }
        return formats;
    }

    /// <summary>What a style shows, by its number on the cell.</summary>
    public DateFormat this[int style] => style >= 0 && style < styles.Count ? styles[style] : DateFormat.None;

    private static DateFormat Find(int id, Dictionary<int, DateFormat> custom)
    {
        if (custom.TryGetValue(id, out var format)) return format;
        if (BuiltInMonths.Contains(id)) return DateFormat.Month;
        return BuiltInDays.Contains(id) ? DateFormat.Day : DateFormat.None;
    }

    private static DateFormat Judge(string code)
    {
        var letters = Quoted().Replace(code.Split(';')[0], "").ToLowerInvariant();
        if (letters.Contains('d', StringComparison.Ordinal)) return DateFormat.Day;
        var yearAndMonth = letters.Contains('y', StringComparison.Ordinal) && letters.Contains('m', StringComparison.Ordinal);
        return yearAndMonth ? DateFormat.Month : DateFormat.None;
    }

    private static int Number(XmlReader reader, string attribute)
        => int.TryParse(reader.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>Literal text, colours, conditions and locales in a format code.</summary>
    [GeneratedRegex("""
        "[^"]*"|\\.|\[[^\]]*\]|_.|\*.|General
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase)]
    private static partial Regex Quoted();
}
