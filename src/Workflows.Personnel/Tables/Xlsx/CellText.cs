using System.Globalization;
using System.Text;
using System.Xml;

namespace Workflows.Personnel.Tables.Xlsx;

/// <summary>
/// The text of a cell as a person would write it down. A date cell gives <c>1985-07-09</c>, one that shows only a month and stands on the
/// first day gives <c>1985-07</c>; a number of more than 15 digits gives scientific notation, since its last digits are lost anyway.
/// </summary>
internal sealed class CellText(List<string> strings, DateFormats formats, bool dates1904)
{
    private const string FifteenDigits = "G15";
    private const int DaysTo1904 = 1462;
    private const double LatestSerial = 2_958_465;

    /// <summary>The text of the cell the reader stands on; leaves the reader on its end.</summary>
    public string Read(XmlReader reader)
    {
        var type = reader.GetAttribute("t") ?? "n";
        _ = int.TryParse(reader.GetAttribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out var style);
        if (reader.IsEmptyElement) return "";
        var value = "";
        var depth = reader.Depth;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType != XmlNodeType.Element || reader.Depth != depth + 1) continue;
            if (reader.LocalName == "is") value = SharedStrings.ReadText(reader);
            else if (reader.LocalName == "v") value = Content(reader);
        }
        return type switch
        {
            "s" => Shared(value),
            "n" => Number(value, formats[style]),
            "b" => value == "1" ? "是" : "否",
            "d" => value.Split('T')[0],
            _ => value,
        };
    }

    private string Shared(string value)
    {
        var known = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place < strings.Count;
        return known ? strings[place] : "";
    }

    private static string Content(XmlReader reader)
    {
        if (reader.IsEmptyElement) return "";
        var content = new StringBuilder();
        var depth = reader.Depth;
        while (reader.Read() && reader.Depth > depth) SharedStrings.AppendValue(reader, content);
        return content.ToString();
    }

    private string Number(string value, DateFormat format)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return value;
        var isDate = format != DateFormat.None && number is >= 1 and <= LatestSerial;
        if (!isDate) return number.ToString(FifteenDigits, CultureInfo.InvariantCulture);
        var day = DateOnly.FromDateTime(DateTime.FromOADate(number + (dates1904 ? DaysTo1904 : 0)));
        var pattern = format == DateFormat.Month && day.Day == 1 ? "yyyy-MM" : "yyyy-MM-dd";
        return day.ToString(pattern, CultureInfo.InvariantCulture);
    }
}
