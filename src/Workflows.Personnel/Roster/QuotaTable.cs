using System.Collections.Immutable;
using System.Globalization;
using Workflows.Personnel.Staff;
using Workflows.Personnel.Tables;
using Workflows.Policy;
using Workflows.Policy.Dates;

namespace Workflows.Personnel.Roster;

/// <summary>The sheet 编制岗位: approved numbers of places and the days from which they are valid (R25).</summary>
/// <param name="Entries">The numbers, in the order of the rows.</param>
/// <param name="Faults">What is wrong, by row and column; with any of them nothing may be imported.</param>
/// <param name="UnknownColumns">Columns that nobody knows; they are left out.</param>
public sealed record QuotaTable(
    ImmutableArray<QuotaEntry> Entries, ImmutableArray<TableFault> Faults, ImmutableArray<string> UnknownColumns)
{
    /// <summary>The sheet's name.</summary>
    public const string SheetName = "编制岗位";

    private const string Kind = "类别";
    private const string Approved = "核定数";
    private const string From = "生效日期";
    private const string Kinds = "编制 高级岗 中级岗 初级岗";

    private static readonly ImmutableArray<ColumnDefinition> Columns =
        [new(Kind, "kind", Mandatory: true), new(Approved, "approved", Mandatory: true), new(From, "from", Mandatory: true)];

    /// <summary>Reads the sheet.</summary>
    /// <param name="content">The file's content; read to its end, not closed.</param>
    /// <param name="fileName">The file's name with its ending.</param>
    /// <param name="sheet">The sheet to read; null for the first visible one.</param>
    public static TableOutcome<QuotaTable> Read(Stream content, string fileName, string? sheet = SheetName)
        => TableFile.Read(content, fileName, sheet).Then(raw => TableReader.Read(raw, Columns)).Then<QuotaTable>(table => Of(table));

    /// <summary>What the sheet calls a kind of quota.</summary>
    public static string Name(QuotaKind kind) => Kinds.Split(' ')[(int)kind];

    private static QuotaTable Of(Table table)
    {
        var faults = new RowFaults(table.File, table.Sheet);
        var entries = table.Rows.Select(row => Entry(row, faults)).OfType<QuotaEntry>().ToList();
        foreach (var group in entries.GroupBy(entry => (entry.Kind, entry.From)))
        {
            foreach (var second in group.Skip(1))
            {
                faults.Fault(
                    second.Row,
                    From,
                    new($"与第 {group.First().Row} 行同类别、同日期", $"is of the same kind and day as row {group.First().Row}"),
                    new("请只留一行", "keep one of them"));
            }
        }
        return new QuotaTable([.. entries], [.. faults.Faults.OrderBy(fault => fault.Row)], table.UnknownColumns);
    }

    private static QuotaEntry? Entry(TableRow row, RowFaults faults)
    {
        var cells = new RosterCells(row, faults);
        var kind = cells.OneOf<QuotaKind>(Kind, KindOf, Kinds);
        var isNumber = int.TryParse(cells.Compact(Approved), NumberStyles.None, CultureInfo.InvariantCulture, out var approved);
        if (!isNumber)
            faults.Fault(
                row.Number,
                Approved,
                new($"“{cells.Text(Approved)}”不是人数", $"“{cells.Text(Approved)}” is no number of people"),
                new("请写成 45", "write it like 45"));
        var from = cells.Date(From);
        if (from.Reading is DateReading.Empty)
            faults.Fault(row.Number, From, new("没有填写", "is empty"), new("请写成 2022-06-01", "write it like 2022-06-01"));
        return kind is { } known && isNumber && from.IsKnown ? new QuotaEntry(row.Number, known, approved, from.First) : null;
    }

    private static QuotaKind? KindOf(string word)
        => Array.IndexOf(Kinds.Split(' '), WrittenForm.Compact(word)) is var place and >= 0 ? (QuotaKind)place : null;
}

/// <summary>One approved number.</summary>
/// <param name="Row">The row's number as the sheet counts it, from 1.</param>
/// <param name="Kind">What is counted.</param>
/// <param name="Approved">How many people are approved.</param>
/// <param name="From">The first day on which the number is valid; of a month, its first day.</param>
public sealed record QuotaEntry(int Row, QuotaKind Kind, int Approved, DateOnly From);
