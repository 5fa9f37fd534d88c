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

    // A small file can hold so many merges over each other that filling them would take hours; no real sheet has them.
    private static void FillDown(List<RawRow> rows, List<(int Column, int FirstRow, int LastRow)> merges)
    {
        var (byNumber, last) = (rows.ToLookup(row => row.Number), rows.Count == 0 ? 0 : rows.Max(row => row.Number));
        long visited = 0;
        foreach (var (column, firstRow, lastRow) in merges)
        {
            var end = Math.Min(lastRow, last);
            visited += 1 + Math.Max(0, end - firstRow);
            if (visited > TableLimits.MergedRows) throw new InvalidDataException("Too many merged cells.");
            var value = byNumber[firstRow].FirstOrDefault()?.Cell(column) ?? "";
            for (var number = firstRow + 1; value.Length > 0 && number <= end; number++)
            {
                foreach (var row in byNumber[number]) Fill((List<string>)row.Cells, column, value);
            }
        }
    }

    private static void Fill(List<string> cells, int column, string value)
    {
        while (cells.Count <= column) cells.Add("");
        if (cells[column].Length == 0) cells[column] = value;
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
