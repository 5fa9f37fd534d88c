namespace Workflows.Personnel.Tables;

/// <summary>The written rows of a sheet or a text file, before anyone knows which one is the header.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Sheet">The sheet's name; null for a text file.</param>
/// <param name="Rows">The rows that hold anything, in their order.</param>
public sealed record RawTable(string File, string? Sheet, IReadOnlyList<RawRow> Rows);

/// <summary>One row: its number and its cells.</summary>
/// <param name="Number">
/// The number as the sheet counts it, from 1. In a text file it is the line on which the record begins, so a line break inside a quoted
/// cell moves the numbers of the records below.
/// </param>
/// <param name="Cells">The cells as text, from the first column on; an empty string for an empty cell.</param>
public sealed record RawRow(int Number, IReadOnlyList<string> Cells)
{
    /// <summary>The cell of a column, counted from 0; empty beyond the last one.</summary>
    public string Cell(int column) => column < Cells.Count ? Cells[column] : "";
}
