using System.Xml;

namespace Workflows.Personnel.Tables.Xlsx;

/// <summary>The list of worksheets, in the order of the tabs; chart sheets are no tables and left out.</summary>
/// <param name="Sheets">The worksheets.</param>
/// <param name="Dates1904">True when day 0 is 1904-01-01.</param>
internal sealed record Workbook(IReadOnlyList<WorkbookSheet> Sheets, bool Dates1904)
{
    public static Workbook? Read(XlsxParts parts, string part, Dictionary<string, (string Type, string Part)> targets)
    {
        using var reader = parts.Open(part);
        if (reader is null) return null;
        var sheets = new List<WorkbookSheet>();
        var dates1904 = false;
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element) continue;
            if (reader.LocalName == "workbookPr") dates1904 = reader.GetAttribute("date1904") is "1" or "true";
            if (reader.LocalName != "sheet" || XlsxParts.RelationshipId(reader) is not { } id) continue;
            if (!targets.TryGetValue(id, out var target) || target.Type != "worksheet") continue;
            var visible = reader.GetAttribute("state") is not ("hidden" or "veryHidden");
            sheets.Add(new WorkbookSheet(reader.GetAttribute("name") ?? "", visible, target.Part));
        }
        return new Workbook(sheets, dates1904);
    }
}

/// <summary>One worksheet.</summary>
internal sealed record WorkbookSheet(string Name, bool Visible, string Part);
