using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Workflows.Personnel.Tables.Xlsx;

/// <summary>Texts of cells: the shared table, and the same markup inside a cell. Phonetic guides are no part of the text.</summary>
internal static partial class SharedStrings
{
    public static List<string> Read(XlsxParts parts, string? part)
    {
        var strings = new List<string>();
        if (part is null) return strings;
        using var reader = parts.Open(part);
        while (reader?.Read() == true)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "si" }) strings.Add(ReadText(reader));
        }
        return strings;
    }

    /// <summary>The text inside the element the reader stands on; leaves the reader on its end.</summary>
    public static string ReadText(XmlReader reader)
    {
        if (reader.IsEmptyElement) return "";
        var text = new StringBuilder();
        var depth = reader.Depth;
        var inText = false;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "rPh" }) SkipInside(reader);
            else if (reader is { LocalName: "t", NodeType: XmlNodeType.Element }) inText = !reader.IsEmptyElement;
            else if (reader is { LocalName: "t", NodeType: XmlNodeType.EndElement }) inText = false;
            else if (inText) AppendValue(reader, text);
        }
        return Escape().Replace(text.ToString(), one => Written((char)Convert.ToUInt16(one.Groups["code"].Value, 16)));
    }

    /// <summary>Adds the value of the node that the reader stands on; one of hundreds of megabytes never comes into memory whole.</summary>
    public static void AppendValue(XmlReader reader, StringBuilder text)
    {
        if (reader.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)) return;
        var piece = new char[1024];
        while (reader.ReadValueChunk(piece, 0, piece.Length) is > 0 and var count)
        {
            text.Append(piece, 0, count);
            if (text.Length > TableLimits.CellCharacters) throw new InvalidDataException("A cell holds more than any spreadsheet takes.");
        }
    }

    // Neither a zero nor half a character can be kept anywhere.
    private static string Written(char sign) => sign is '\0' || char.IsSurrogate(sign) ? "" : sign.ToString();

    /// <summary>A character that XML can't hold, such as <c>_x000D_</c> for a carriage return.</summary>
    [GeneratedRegex("_x(?<code>[0-9A-Fa-f]{4})_")]
    private static partial Regex Escape();

    private static void SkipInside(XmlReader reader)
    {
        if (reader.IsEmptyElement) return;
        var depth = reader.Depth;
        while (reader.Read() && reader.Depth > depth)
        {
        }
    }
}
