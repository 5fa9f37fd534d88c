using System.Collections.Immutable;
using Workflows.Policy;

namespace Workflows.Personnel.Tables;

/// <summary>Finds the header of a sheet and puts each cell under its column.</summary>
public static class TableReader
{
    private static readonly string[] Sums = ["合计", "总计", "小计", "共计"];
    private static readonly string[] Notes = ["注:", "备注:", "说明:", "填表说明", "填表人", "制表", "审核人", "填报单位"];

    /// <summary>Reads a table; a missing or doubled column, or no row at all, makes it unusable.</summary>
    /// <param name="raw">The written rows.</param>
    /// <param name="definitions">The columns that the table may have; the first one names what a row is about.</param>
    /// <param name="mayBeEmpty">Whether a header without rows is a table too: one sheet of several that says that there is nothing.</param>
    public static TableOutcome<Table> Read(RawTable raw, IReadOnlyList<ColumnDefinition> definitions, bool mayBeEmpty = false)
    {
        var header = TableHeader.Find(raw, definitions);
        var faults = HeaderFaults(raw, header, definitions);
        if (faults.Length > 0) return new TableOutcome<Table>(null, faults);
        var rows = ImmutableArray.CreateBuilder<TableRow>();
        var skipped = ImmutableArray.CreateBuilder<int>();
        foreach (var row in raw.Rows.Where(row => row.Number > header!.Row.Number))
        {
            if (IsBlank(row, header!)) continue;
            if (IsNoData(row, header!, definitions)) skipped.Add(row.Number);
            else rows.Add(Under(header!, row));
        }
        return rows.Count == 0 && !mayBeEmpty
            ? Empty(raw, header!.Row.Number)
            : new Table(
                raw.File,
                raw.Sheet,
                header!.Row.Number,
                rows.ToImmutable(),
                [.. header.Unknown.Select(other => other.Header)],
                skipped.ToImmutable());
    }

    private static ImmutableArray<TableFault> HeaderFaults(RawTable raw, TableHeader? header, IReadOnlyList<ColumnDefinition> definitions)
    {
        if (raw.Rows.Count == 0) return [Empty(raw, null)];
        var missing = definitions.Where(one => one.Mandatory && header?.Columns.ContainsKey(one.Chinese) != true);
        return
        [
            .. missing.Select(one => new TableFault(
                raw.File,
                raw.Sheet,
                header?.Row.Number,
                one.Chinese,
                new("缺少必填列", "this mandatory column is missing"),
                new($"请在表头加上“{one.Chinese}”", $"add a header {one.Chinese} or {one.English}"))),
            .. (header?.Repeated ?? []).Select(column => new TableFault(
                raw.File,
                raw.Sheet,
                header!.Row.Number,
                column,
                new("该列出现两次", "this column stands there twice"),
                new("请只保留一列", "keep one of them"))),
        ];
    }

    private static TableFault Empty(RawTable raw, int? headerRow)
        => new(
            raw.File,
            raw.Sheet,
            headerRow,
            null,
            new("表中没有数据", "the table is empty"),
            new("请在表头下面填写", "fill in at least one row below the header"));

    /// <summary>A row with nothing under a known column is blank: prepared lists number their empty rows.</summary>
    private static bool IsBlank(RawRow row, TableHeader header)
        => header.Columns.Values.All(column => IsEmpty(row, column));

    private static bool IsNoData(RawRow row, TableHeader header, IReadOnlyList<ColumnDefinition> definitions)
    {
        var name = header.Columns.TryGetValue(definitions[0].Chinese, out var column) ? WrittenForm.Compact(row.Cell(column)) : "";
        var begins = new[] { FirstText(row), name };
        if (begins.Any(text => Sums.Any(sum => text.StartsWith(sum, StringComparison.Ordinal)))) return true;
        return header.IsRepeatedBy(row) || (begins.Any(IsNote) && HoldsNoFacts(row, header, definitions));
    }

    private static bool IsNote(string text) => Notes.Any(note => text.StartsWith(note, StringComparison.Ordinal));

    private static bool HoldsNoFacts(RawRow row, TableHeader header, IReadOnlyList<ColumnDefinition> definitions)
        => definitions.Skip(1).Where(one => one.Mandatory).All(one => IsEmpty(row, header.Columns[one.Chinese]));

    private static bool IsEmpty(RawRow row, int column) => WrittenForm.Compact(row.Cell(column)).Length == 0;

    private static string FirstText(RawRow row) => row.Cells.Select(WrittenForm.Compact).FirstOrDefault(text => text.Length > 0, "");

    private static TableRow Under(TableHeader header, RawRow row)
        => new(
            row.Number,
            header.Columns.ToImmutableDictionary(column => column.Key, column => row.Cell(column.Value)),
            [.. header.Unknown.Where(other => !IsEmpty(row, other.Column)).Select(other => (other.Header, row.Cell(other.Column)))]);
}
