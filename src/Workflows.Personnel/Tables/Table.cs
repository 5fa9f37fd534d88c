using System.Collections.Immutable;

namespace Workflows.Personnel.Tables;

/// <summary>A table whose header has been found: what stands under which column.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Sheet">The sheet's name; null for a text file.</param>
/// <param name="HeaderRow">The number of the header row.</param>
/// <param name="Rows">The rows below it, without blank ones, sums (合计), notes and repeated headers.</param>
/// <param name="UnknownColumns">Headers that no definition names, in their order.</param>
/// <param name="SkippedRows">The numbers of the sums, notes and repeated headers that were left out.</param>
public sealed record Table(
    string File,
    string? Sheet,
    int HeaderRow,
    ImmutableArray<TableRow> Rows,
    ImmutableArray<string> UnknownColumns,
    ImmutableArray<int> SkippedRows);

/// <summary>One row of a table.</summary>
/// <param name="Number">The row's number as the sheet counts it, from 1.</param>
/// <param name="Cells">The cells as written, by the Chinese name of their column.</param>
/// <param name="Others">The cells that aren't empty under unknown columns, with their headers, in their order.</param>
public sealed record TableRow(
    int Number,
    ImmutableDictionary<string, string> Cells,
    ImmutableArray<(string Header, string Cell)> Others)
{
    /// <summary>The cell under a column; empty if the table has no such column.</summary>
    public string this[string column] => Cells.GetValueOrDefault(column, "");
}
