using System.Globalization;
using System.Xml;

namespace Workflows.Personnel.Tables.Xlsx;

/// <summary>The rows of one sheet. A value merged over several rows belongs to each of them that holds anything else.</summary>
internal sealed class SheetRows(CellText text)
{
    private const int BeyondEveryColumn = 100_000;

    /// <summary>The rows that hold anything, or null beyond the limit.</summary>
    public List<RawRow>? Read(XmlReader reader)
    {
        var rows = new List<RawRow>();
        var row = 0;
        var merges = new List<(int Column, int FirstRow, int LastRow)>();
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element) continue;
            if (reader.LocalName == "row")
            {
                row = Number(reader.GetAttribute("r")) ?? row + 1;
                var cells = ReadCells(reader);
                if (cells.Any(cell => !string.IsNullOrWhiteSpace(cell))) rows.Add(new RawRow(row, cells));
                if (rows.Count > TableLimits.Rows) return null;
            }
            else if (reader.LocalName == "mergeCell" && Merge(reader.GetAttribute("ref")) is { } merge)
            {
                merges.Add(merge);
            }
        }
        FillDown(rows, merges);
        return rows;
    }

    private List<string> ReadCells(XmlReader reader)
    {
        var cells = new List<string>();
        if (reader.IsEmptyElement) return cells;
        var depth = reader.Depth;
        var column = -1;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "c") continue;
            column = reader.GetAttribute("r") is { } place ? Column(place) : column + 1;
            var value = text.Read(reader);
            if (column >= TableLimits.Columns || value.Length == 0) continue;
            while (cells.Count <= column) cells.Add("");
            cells[column] = value;
        }
        return cells;
    }

    private static void FillDown(List<RawRow> rows, List<(int Column, int FirstRow, int LastRow)> merges)
    {
        foreach (var (column, firstRow, lastRow) in merges)
        {
            var value = rows.Find(row => row.Number == firstRow)?.Cell(column) ?? "";
            if (value.Length == 0) continue;
            foreach (var row in rows.Where(row => row.Number > firstRow && row.Number <= lastRow))
            {
                var cells = (List<string>)row.Cells;
                while (cells.Count <= column) cells.Add("");
                if (cells[column].Length == 0) cells[column] = value;
            }
        }
    }

    private static (int Column, int FirstRow, int LastRow)? Merge(string? range)
    {
        if (range?.Split(':') is not [var first, var last]) return null;
        var (firstRow, lastRow) = (Row(first), Row(last));
        return lastRow > firstRow ? (Column(first), firstRow, lastRow) : null;
    }

    private static int Column(string place)
        => place.TakeWhile(char.IsAsciiLetterUpper)
            .Aggregate(0, (column, letter) => Math.Min(BeyondEveryColumn, (column * 26) + letter - 'A' + 1)) - 1;

    private static int Row(string place) => Number(place.AsSpan().TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ$")) ?? 0;

    private static int? Number(ReadOnlySpan<char> digits)
        => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
