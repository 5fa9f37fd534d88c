using Workflows.Personnel.Tables;
using Workflows.Policy;
using Workflows.Processes.Staff;

namespace Workflows.Worker.Commands;

/// <summary>What <c>import</c> prints: the faults, and the difference between the file and what is kept.</summary>
/// <param name="File">The file's name.</param>
/// <param name="DryRun">True when nothing was changed.</param>
/// <param name="Counts">How many there are of each.</param>
/// <param name="Faults">What is wrong, by sheet, row and column.</param>
/// <param name="Questions">What is open, by sheet, row and column; it stops nothing.</param>
/// <param name="Added">Rows that are new, with their values.</param>
/// <param name="Changed">Rows that change something, with old and new value.</param>
/// <param name="Unchanged">Rows that change nothing.</param>
/// <param name="Missing">What is kept and not in the file.</param>
/// <param name="Sheets">How many there are of each, sheet by sheet.</param>
/// <param name="MissingSheets">Sheets that the file doesn't have.</param>
/// <param name="SheetsNotRead">Sheets that aren't of this workbook.</param>
/// <param name="UnknownColumns">Columns that nobody knows, with their sheets.</param>
/// <param name="Unlisted">Words that no table lists, with what they may stand for.</param>
public sealed record ImportReport(
    string File,
    bool DryRun,
    OrderedDictionary<string, int> Counts,
    IReadOnlyList<ReportedCell> Faults,
    IReadOnlyList<ReportedCell> Questions,
    IReadOnlyList<ReportedRow> Added,
    IReadOnlyList<ReportedRow> Changed,
    IReadOnlyList<ReportedRow> Unchanged,
    IReadOnlyList<MissingLine> Missing,
    IReadOnlyList<SheetCounts> Sheets,
    IReadOnlyList<string> MissingSheets,
    IReadOnlyList<string> SheetsNotRead,
    IReadOnlyList<UnknownColumn> UnknownColumns,
    IReadOnlyList<SpellingQuestion> Unlisted)
{
    /// <summary>Orders a preview by what happens.</summary>
    public static ImportReport Of(string file, bool isDryRun, WorkbookPreview preview)
    {
        var added = Rows(Change.Added);
        var changed = Rows(Change.Changed);
        var unchanged = Rows(Change.Unchanged);
        var counts = new OrderedDictionary<string, int>
        {
            ["added"] = added.Count,
            ["changed"] = changed.Count,
            ["unchanged"] = unchanged.Count,
            ["missing"] = preview.Missing.Count,
            ["faults"] = preview.Faults.Count,
            ["questions"] = preview.Questions.Count,
        };
        return new ImportReport(
            file,
            isDryRun,
            counts,
            [.. preview.Faults.Select(ReportedCell.Of)],
            [.. preview.Questions.Select(ReportedCell.Of)],
            added,
            changed,
            unchanged,
            preview.Missing,
            preview.Sheets,
            preview.MissingSheets,
            preview.NotRead,
            preview.UnknownColumns,
            preview.Unlisted);

        List<ReportedRow> Rows(Change change)
            => [.. preview.Lines.Where(line => line.Change == change).Select(ReportedRow.Of)];
    }
}

/// <summary>A cell that is wrong or asked about.</summary>
/// <param name="Sheet">The sheet; null in a text file.</param>
/// <param name="Row">The row, from 1.</param>
/// <param name="Column">The column.</param>
/// <param name="What">What is wrong or open.</param>
/// <param name="Remedy">What would be right.</param>
public sealed record ReportedCell(string? Sheet, int? Row, string? Column, Bilingual What, Bilingual Remedy)
{
    /// <summary>Leaves out the file, which is the same for all.</summary>
    public static ReportedCell Of(TableFault fault) => new(fault.Sheet, fault.Row, fault.Column, fault.What, fault.Remedy);
}

/// <summary>A row with what it changes.</summary>
/// <param name="Sheet">The sheet.</param>
/// <param name="Row">The row, from 1.</param>
/// <param name="Name">The person, or the quota with its first day.</param>
/// <param name="Differences">The columns with old and new value; empty for an unchanged row.</param>
public sealed record ReportedRow(string Sheet, int Row, string Name, IReadOnlyList<Difference> Differences)
{
    /// <summary>Leaves out what kind of change it is: the list says it.</summary>
    public static ReportedRow Of(PreviewLine line) => new(line.Sheet, line.Row, line.Name, line.Differences);
}
