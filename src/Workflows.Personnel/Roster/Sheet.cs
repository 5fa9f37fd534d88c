using System.Collections.Immutable;
using Workflows.Personnel.Spellings;
using Workflows.Personnel.Tables;

namespace Workflows.Personnel.Roster;

/// <summary>One sheet of the workbook, understood row by row.</summary>
/// <typeparam name="T">What one row says.</typeparam>
/// <param name="Definition">Which sheet it is.</param>
/// <param name="Entries">What the rows say, in their order; rows that can't be recorded are left out and stand among the faults.</param>
/// <param name="Faults">What is wrong, by row and column; with any of them nothing may be imported.</param>
/// <param name="Questions">What is open, by row and column; it stops nothing.</param>
/// <param name="Unlisted">Words that no table lists, each once.</param>
/// <param name="UnknownColumns">Columns that nobody knows; there is no place for them, they are left out.</param>
public sealed record Sheet<T>(
    SheetDefinition Definition,
    ImmutableArray<T> Entries,
    ImmutableArray<TableFault> Faults,
    ImmutableArray<TableFault> Questions,
    ImmutableArray<UnlistedWord> Unlisted,
    ImmutableArray<string> UnknownColumns)
    : ISheet
    where T : class, ISheetEntry;

/// <summary>What every sheet has, whatever its rows say.</summary>
public interface ISheet
{
    /// <summary>Which sheet it is.</summary>
    SheetDefinition Definition { get; }

    /// <summary>What is wrong.</summary>
    ImmutableArray<TableFault> Faults { get; }

    /// <summary>What is open.</summary>
    ImmutableArray<TableFault> Questions { get; }

    /// <summary>Words that no table lists.</summary>
    ImmutableArray<UnlistedWord> Unlisted { get; }

    /// <summary>Columns that nobody knows.</summary>
    ImmutableArray<string> UnknownColumns { get; }
}

/// <summary>What one row of a sheet says.</summary>
public interface ISheetEntry
{
    /// <summary>The row's number as the sheet counts it, from 1.</summary>
    int Row { get; }
}

/// <summary>What one row says of somebody on the roster.</summary>
public interface IPersonEntry : ISheetEntry
{
    /// <summary>Whom it speaks of.</summary>
    PersonKey Who { get; }
}

/// <summary>Whom a row speaks of: by staff number where it has one, else by name.</summary>
/// <param name="Name">The name, without inner spaces.</param>
/// <param name="StaffNumber">教职工号; empty where the row has none.</param>
public sealed record PersonKey(string Name, string StaffNumber);

/// <summary>Reads one sheet; every sheet beside 人员 is read alike.</summary>
internal static class SheetReader
{
    /// <summary>Reads a tab; the outcome has faults only where the sheet can't be read at all.</summary>
    /// <param name="definition">Which sheet it is.</param>
    /// <param name="entry">Understands one row: all of it, or none with every fault said.</param>
    /// <param name="content">The file.</param>
    /// <param name="fileName">Its name with its ending.</param>
    /// <param name="tab">The tab's name; null for the first visible one, or the only table.</param>
    /// <param name="spellings">What unlisted words mean.</param>
    public static TableOutcome<Sheet<T>> Read<T>(
        SheetDefinition definition, Func<RosterCells, T?> entry, byte[] content, string fileName, string? tab, SpellingBook spellings)
        where T : class, ISheetEntry
        => TableFile.Read(new MemoryStream(content, writable: false), fileName, tab)
            .Then(raw => TableReader.Read(raw, definition.Columns, mayBeEmpty: true))
            .Then<Sheet<T>>(table =>
            {
                var faults = new RowFaults(table.File, definition.Chinese);
                var entries = table.Rows.Select(row => entry(new RosterCells(row, faults, spellings))).OfType<T>().ToImmutableArray();
                return new Sheet<T>(
                    definition, entries, [.. faults.Faults.OrderBy(fault => fault.Row)], [.. faults.Questions.OrderBy(fault => fault.Row)],
                    [.. faults.Unlisted.Distinct()], table.UnknownColumns);
            });
}
