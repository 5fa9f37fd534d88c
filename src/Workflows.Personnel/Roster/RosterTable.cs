using System.Collections.Immutable;
using Workflows.Personnel.Spellings;
using Workflows.Personnel.Tables;
using Workflows.Policy;

namespace Workflows.Personnel.Roster;

/// <summary>The sheet 人员, understood row by row.</summary>
/// <param name="Sheet">The sheet; null for a text file.</param>
/// <param name="Entries">The people, in the order of the rows; rows that can't be recorded are left out and stand among the faults.</param>
/// <param name="LeftOut">The names in the rows that were left out, as far as they are written.</param>
/// <param name="Faults">What is wrong, by row and column; with any of them nothing may be imported.</param>
/// <param name="Questions">What is open, by row and column; it stops nothing.</param>
/// <param name="Unlisted">Words that no list has, each once.</param>
/// <param name="UnknownColumns">Columns that nobody knows; their cells are kept with the person.</param>
/// <param name="SkippedRows">The numbers of rows that hold sums, notes or the header again.</param>
public sealed record RosterTable(
    string? Sheet,
    ImmutableArray<RosterEntry> Entries,
    ImmutableArray<string> LeftOut,
    ImmutableArray<TableFault> Faults,
    ImmutableArray<TableFault> Questions,
    ImmutableArray<UnlistedWord> Unlisted,
    ImmutableArray<string> UnknownColumns,
    ImmutableArray<int> SkippedRows)
{
    /// <summary>The sheet's name in a workbook of several sheets.</summary>
    public const string SheetName = "人员";

    /// <summary>The sheet in a workbook of several sheets.</summary>
    public static SheetDefinition Definition { get; } = new(SheetName, "people", RosterColumns.All);

    /// <summary>
    /// Reads an <c>.xlsx</c> or <c>.csv</c> file. The outcome has faults only where the file can't be read at all; wrong cells are
    /// faults of the table, all of them.
    /// </summary>
    /// <param name="content">The file's content; read to its end, not closed.</param>
    /// <param name="fileName">The file's name with its ending.</param>
    /// <param name="sheet">The sheet to read; null for the first visible one.</param>
    /// <param name="spellings">What unlisted words mean; null for none answered.</param>
    public static TableOutcome<RosterTable> Read(Stream content, string fileName, string? sheet = null, SpellingBook? spellings = null)
        => TableFile.Read(content, fileName, sheet)
            .Then(raw => TableReader.Read(raw, RosterColumns.All))
            .Then<RosterTable>(table => Of(table, spellings ?? SpellingBook.Empty));

    private static RosterTable Of(Table table, SpellingBook spellings)
    {
        var faults = new RowFaults(table.File, table.Sheet);
        var isTicked = IsTicked(table);
        var entries = new List<RosterEntry>();
        var leftOut = new List<string>();
        foreach (var row in table.Rows)
        {
            if (RosterRow.Read(row, isTicked, faults, spellings) is not { } entry)
            {
                leftOut.Add(WrittenForm.Name(row[RosterColumns.Name]));
                continue;
            }
            RosterChecks.Check(entry, WrittenForm.Compact(row[RosterColumns.Term]).Length == 0, faults);
            entries.Add(entry);
        }
        RosterChecks.CheckDoubles(entries, faults);
        return new RosterTable(
            table.Sheet,
            [.. entries],
            [.. leftOut],
            [.. faults.Faults.OrderBy(fault => fault.Row)],
            [.. faults.Questions.OrderBy(question => question.Row)],
            [.. faults.Unlisted.Distinct()],
            table.UnknownColumns,
            table.SkippedRows);
    }

    /// <summary>A column of ticks: it says yes somewhere and no nowhere, so an empty cell says no.</summary>
    private static bool IsTicked(Table table)
    {
        var words = table.Rows
            .Select(row => WrittenForm.Compact(row[RosterColumns.OnEstablishment]))
            .Where(word => word.Length > 0)
            .ToList();
        return words.Count > 0 && words.TrueForAll(word => word is "√" or "✓" or "✔" or "☑");
    }
}
