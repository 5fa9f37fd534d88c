using System.Collections.Immutable;
using Workflows.Personnel.Roster;
using Workflows.Personnel.Tables;
using Workflows.Policy.Dates;

namespace Workflows.Personnel.Days;

/// <summary>The sheet 工作日志: one row for each day, or half a day, of a person at a school.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Sheet">The sheet's name; null for a text file.</param>
/// <param name="Rows">The rows that can be read, in their order.</param>
/// <param name="Faults">What is wrong, by row and column; with any of them nothing may be taken in.</param>
/// <param name="UnknownColumns">Columns that nobody knows; they are left out.</param>
public sealed record DaySheet(
    string File, string? Sheet, ImmutableArray<DayRow> Rows, ImmutableArray<TableFault> Faults, ImmutableArray<string> UnknownColumns)
{
    /// <summary>The sheet's name in the workbook.</summary>
    public const string SheetName = "工作日志";

    /// <summary>姓名.</summary>
    public const string Name = "姓名";

    /// <summary>教职工号, where two have the same name.</summary>
    public const string StaffNumber = "教职工号";

    /// <summary>日期.</summary>
    public const string On = "日期";

    /// <summary>学校.</summary>
    public const string School = "学校";

    /// <summary>类型.</summary>
    public const string Kind = "类型";

    /// <summary>半天.</summary>
    public const string Half = "半天";

    /// <summary>核实人.</summary>
    public const string VerifiedBy = "核实人";

    /// <summary>备注.</summary>
    public const string Note = "备注";

    /// <summary>All columns.</summary>
    public static ImmutableArray<ColumnDefinition> Columns { get; } =
    [
        new(Name, "name", Mandatory: true), new(StaffNumber, "staff_number"), new(On, "date", Mandatory: true), new(School, "school", Mandatory: true),
        new(Kind, "kind", Mandatory: true), new(Half, "half_day"), new(VerifiedBy, "verified_by"), new(Note, "note"),
    ];

    /// <summary>Reads the workbook's sheet, or the only table of a file.</summary>
    /// <param name="content">The file.</param>
    /// <param name="fileName">Its name with its ending.</param>
    public static TableOutcome<DaySheet> Read(byte[] content, string fileName)
    {
        var sheet = TableFile.VisibleSheets(content, fileName).Contains(SheetName) ? SheetName : null;
        return TableFile.Read(new MemoryStream(content, writable: false), fileName, sheet)
            .Then(raw => TableReader.Read(raw, Columns)).Then<DaySheet>(table => Of(table));
    }

    private static DaySheet Of(Table table)
    {
        var faults = new RowFaults(table.File, table.Sheet);
        var rows = table.Rows.Select(row => Row(row, faults)).OfType<DayRow>().ToImmutableArray();
        return new DaySheet(table.File, table.Sheet, rows, [.. faults.Faults], table.UnknownColumns);
    }

    private static DayRow? Row(TableRow row, RowFaults faults)
    {
        var cells = new RosterCells(row, faults);
        var before = faults.Faults.Count;
        var (name, school) = (cells.Compact(Name), cells.Compact(School));
        foreach (var (column, text) in new[] { (Name, name), (School, school) })
        {
            if (text.Length == 0)
                faults.Fault(row.Number, column, new("没有填写", "is empty"), new("请填写", "fill it in"));
        }

        var date = cells.Date(On);
        if (date.Reading is DateReading.Empty)
            faults.Fault(row.Number, On, new("没有填写", "is empty"), new("请写成 2026-03-05", "write it like 2026-03-05"));
        else if (date.IsKnown && date.First != date.Last)
            faults.Fault(row.Number, On, new("没有写到日", "names no day"), new("请写成 2026-03-05", "write it like 2026-03-05"));
        var kind = cells.OneOf(Kind, DayWords.Parse, DayWords.Kinds);
        var isHalf = cells.YesOrNo(Half) ?? false;
        return faults.Faults.Count > before ? null
            : new DayRow(row.Number, name, cells.Compact(StaffNumber), date.First, school, kind!.Value, isHalf, cells.Text(VerifiedBy), cells.Text(Note));
    }
}

/// <summary>One row of the sheet.</summary>
/// <param name="Row">The row, from 1.</param>
/// <param name="Name">The person, by name.</param>
/// <param name="StaffNumber">教职工号; empty where it isn't given.</param>
/// <param name="On">The day.</param>
/// <param name="School">The school.</param>
/// <param name="Kind">What was done.</param>
/// <param name="IsHalf">Whether it was half a day.</param>
/// <param name="VerifiedBy">核实人; empty where nobody has verified it.</param>
/// <param name="Note">What it was about.</param>
public sealed record DayRow(
    int Row, string Name, string StaffNumber, DateOnly On, string School, DayKind Kind, bool IsHalf, string VerifiedBy, string Note);
