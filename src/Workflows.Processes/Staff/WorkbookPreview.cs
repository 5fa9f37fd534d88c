using Workflows.Personnel.Roster;
using Workflows.Personnel.Spellings;
using Workflows.Personnel.Tables;

namespace Workflows.Processes.Staff;

/// <summary>What an import would do.</summary>
/// <param name="Refusal">Why it can't be done at all; null when it can.</param>
/// <param name="Faults">What is wrong, by sheet, row and column; with any of them nothing is imported.</param>
/// <param name="Questions">What is open, by sheet, row and column; it stops nothing.</param>
/// <param name="Unlisted">Words that no table lists and nobody has explained yet, each with what it may stand for.</param>
/// <param name="Lines">One line for each row of each sheet, in their order; empty where the file can't be read.</param>
/// <param name="Missing">What is kept and not in the file; it stays.</param>
/// <param name="MissingSheets">Sheets that the file doesn't have; what needs them stays as it is kept, or unknown.</param>
/// <param name="NotRead">Sheets that aren't of this workbook.</param>
/// <param name="UnknownColumns">Columns that nobody knows, with their sheets.</param>
public sealed record WorkbookPreview(
    Answer? Refusal,
    IReadOnlyList<TableFault> Faults,
    IReadOnlyList<TableFault> Questions,
    IReadOnlyList<SpellingQuestion> Unlisted,
    IReadOnlyList<PreviewLine> Lines,
    IReadOnlyList<MissingLine> Missing,
    IReadOnlyList<string> MissingSheets,
    IReadOnlyList<string> NotRead,
    IReadOnlyList<UnknownColumn> UnknownColumns)
{
    /// <summary>How many there are of each, in the order of the sheets; those that are neither in the file nor kept are left out.</summary>
    public IReadOnlyList<SheetCounts> Sheets
    {
        get
        {
            var (lines, missing) = (Lines.ToLookup(line => line.Sheet), Missing.ToLookup(line => line.Sheet));
            var (faults, questions) = (Faults.ToLookup(SheetOf), Questions.ToLookup(SheetOf));
            return
            [
                .. RosterWorkbook.Definitions.Select(sheet => sheet.Chinese)
                    .Where(sheet => !MissingSheets.Contains(sheet))
                    .Select(sheet => new SheetCounts(
                        sheet, lines[sheet].Count(line => line.Change is Change.Added), lines[sheet].Count(line => line.Change is Change.Changed),
                        lines[sheet].Count(line => line.Change is Change.Unchanged), missing[sheet].Count(), faults[sheet].Count(), questions[sheet].Count())),
            ];
        }
    }

    /// <summary>The sheet that a fault stands in; a text file is one of people.</summary>
    public static string SheetOf(TableFault fault) =>
        RosterWorkbook.Definitions.FirstOrDefault(sheet => sheet.IsNamed(fault.Sheet ?? ""))?.Chinese ?? RosterTable.SheetName;

    /// <summary>How many rows do this.</summary>
    public int Count(Change change) => Lines.Count(line => line.Change == change);

    /// <summary>A file that can't be read, or may not be.</summary>
    internal static WorkbookPreview Unread(Answer? refusal, IReadOnlyList<TableFault> faults) => new(refusal, faults, [], [], [], [], [], [], []);
}

/// <summary>How many there are of each in one sheet.</summary>
/// <param name="Sheet">The sheet, by its Chinese name.</param>
/// <param name="Added">Rows that are new.</param>
/// <param name="Changed">Rows that change something.</param>
/// <param name="Unchanged">Rows that change nothing.</param>
/// <param name="Missing">What is kept and not in the file.</param>
/// <param name="Faults">What is wrong.</param>
/// <param name="Questions">What is open.</param>
public sealed record SheetCounts(string Sheet, int Added, int Changed, int Unchanged, int Missing, int Faults, int Questions);

/// <summary>One row of the file.</summary>
/// <param name="Sheet">The sheet, by its Chinese name.</param>
/// <param name="Row">The row, from 1.</param>
/// <param name="Name">The person or thing, with its day where that tells it from others.</param>
/// <param name="Change">New, changed or unchanged.</param>
/// <param name="Differences">The columns that change, with old and new value; for something new the new values alone.</param>
public sealed record PreviewLine(string Sheet, int Row, string Name, Change Change, IReadOnlyList<Difference> Differences);

/// <summary>One column that changes.</summary>
/// <param name="Column">The column.</param>
/// <param name="Old">What is kept; empty for nothing.</param>
/// <param name="New">What the file says.</param>
public sealed record Difference(string Column, string Old, string New);

/// <summary>Something that is kept and that the file doesn't name.</summary>
/// <param name="Sheet">The sheet, by its Chinese name.</param>
/// <param name="Name">The person or thing.</param>
public sealed record MissingLine(string Sheet, string Name);

/// <summary>A column that nobody knows.</summary>
/// <param name="Sheet">The sheet, by its Chinese name.</param>
/// <param name="Column">The header.</param>
/// <param name="IsKept">Whether its cells are kept with the person; otherwise there is no place for them.</param>
public sealed record UnknownColumn(string Sheet, string Column, bool IsKept);

/// <summary>A word that nobody has explained yet.</summary>
/// <param name="Word">The word and its column.</param>
/// <param name="Choices">The listed words that it may stand for.</param>
public sealed record SpellingQuestion(UnlistedWord Word, IReadOnlyList<string> Choices);

/// <summary>What a row of the file does.</summary>
public enum Change
{
    /// <summary>Somebody or something new.</summary>
    Added,

    /// <summary>The file says something else than what is kept.</summary>
    Changed,

    /// <summary>It stays as it is.</summary>
    Unchanged,
}
