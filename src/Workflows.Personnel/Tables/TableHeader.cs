using System.Collections.Immutable;
using Workflows.Policy;

namespace Workflows.Personnel.Tables;

/// <summary>
/// The header row of a table: the row that names the most columns. Names are compared without spaces, the star of a mandatory column and
/// a note in brackets behind the name, in full or half width.
/// </summary>
/// <param name="Row">The row.</param>
/// <param name="Columns">The places of known columns, counted from 0, by Chinese name.</param>
/// <param name="Unknown">The places and headers of all other columns that have one.</param>
/// <param name="Repeated">Known columns that stand there twice.</param>
internal sealed record TableHeader(
    RawRow Row,
    ImmutableDictionary<string, int> Columns,
    ImmutableArray<(int Column, string Header)> Unknown,
    ImmutableArray<string> Repeated)
{
    private const int RowsSearched = 200;

    /// <summary>Finds the header among the first rows; null if none of them names any column.</summary>
    public static TableHeader? Find(RawTable table, IReadOnlyList<ColumnDefinition> definitions)
    {
        TableHeader? best = null;
        foreach (var row in table.Rows.Take(RowsSearched))
        {
            var header = Match(row, definitions);
            if (header.Columns.Count > (best?.Columns.Count ?? 0)) best = header;
            if (header.Columns.Count == definitions.Count) break;
        }
        return best?.WithNameless(table);
    }

    /// <summary>True for a row that says again what the header says, as printed lists do on each page.</summary>
    public bool IsRepeatedBy(RawRow row)
    {
        var written = Columns.Values.Where(column => WrittenForm.Compact(row.Cell(column)).Length > 0).ToList();
        return written.Count > 1 && written.All(column => WrittenForm.Compact(row.Cell(column)) == WrittenForm.Compact(Row.Cell(column)));
    }

    /// <summary>Columns that hold something below an empty header cell are unknown columns too, named by their place.</summary>
    private TableHeader WithNameless(RawTable table)
    {
        var below = table.Rows.Where(row => row.Number > Row.Number).ToList();
        var nameless = Enumerable.Range(0, below.Select(row => row.Cells.Count).DefaultIfEmpty(0).Max())
            .Where(place => Bare(Row.Cell(place)).Length == 0)
            .Where(place => below.Any(row => WrittenForm.Compact(row.Cell(place)).Length > 0))
            .Select(place => (place, Header: $"第{place + 1}列"));
        return this with { Unknown = [.. Unknown, .. nameless] };
    }

    private static TableHeader Match(RawRow row, IReadOnlyList<ColumnDefinition> definitions)
    {
        var columns = ImmutableDictionary.CreateBuilder<string, int>();
        var repeated = new List<string>();
        var others = new List<int>();
        for (var place = 0; place < row.Cells.Count; place++)
        {
            var name = Bare(row.Cell(place));
            if (name.Length == 0) continue;
            if (definitions.FirstOrDefault(one => Names(one, name)) is not { } definition) others.Add(place);
            else if (!columns.TryAdd(definition.Chinese, place)) repeated.Add(definition.Chinese);
        }
        foreach (var place in others.ToList())
        {
            var name = WithoutNote(Bare(row.Cell(place)));
            if (definitions.FirstOrDefault(one => Names(one, name)) is not { } definition) continue;
            if (columns.TryAdd(definition.Chinese, place)) others.Remove(place);
        }
        return new TableHeader(
            row,
            columns.ToImmutable(),
            [.. others.Select(place => (place, WrittenForm.Fold(row.Cell(place)).ReplaceLineEndings("")))],
            [.. repeated.Distinct()]);
    }

    private static bool Names(ColumnDefinition definition, string name)
        => name == definition.Chinese
            || string.Equals(name.Replace("_", ""), definition.English.Replace("_", ""), StringComparison.OrdinalIgnoreCase);

    private static string Bare(string header) => WrittenForm.Compact(header).Trim('*', '※', ':');

    private static string WithoutNote(string header)
        => header.IndexOf('(', StringComparison.Ordinal) is > 0 and var note && header.EndsWith(')') ? header[..note].TrimEnd('*') : header;
}
