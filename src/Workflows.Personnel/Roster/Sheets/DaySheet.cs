using Workflows.Personnel.Days;
using Workflows.Personnel.Spellings;
using Workflows.Personnel.Tables;

namespace Workflows.Personnel.Roster.Sheets;

/// <summary>The sheet 工作日志: days at schools (R14, R22, R23).</summary>
public static class DaySheet
{
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

    /// <summary>内容.</summary>
    public const string Note = "内容";

    /// <summary>The sheet.</summary>
    public static SheetDefinition Definition { get; } = new("工作日志", "days",
    [
        new(RosterColumns.Name, "name", Mandatory: true), new(RosterColumns.StaffNumber, "staff_number"), new(On, "date", Mandatory: true),
        new(School, "school", Mandatory: true), new(Kind, "kind", Mandatory: true), new(Half, "half_day"), new(VerifiedBy, "verified_by"),
        new(Note, "note"),
    ]);

    /// <summary>Reads this sheet of a workbook, or the only table of a file.</summary>
    /// <param name="content">The file.</param>
    /// <param name="fileName">Its name with its ending.</param>
    public static TableOutcome<Sheet<DaySheetEntry>> Read(byte[] content, string fileName)
    {
        var tabs = TableFile.VisibleSheets(content, fileName);
        return SheetReader.Read(Definition, Entry, content, fileName, tabs.FirstOrDefault(Definition.IsNamed) ?? tabs.FirstOrDefault(), SpellingBook.Empty);
    }

    internal static DaySheetEntry? Entry(RosterCells cells)
    {
        var (who, on, school) = (cells.Who(), cells.Day(On), cells.Required(School));
        var kind = cells.OneOf<DayKind>(Kind, DayWords.Parse, DayWords.Kinds);
        var isHalf = HalfOf(cells);
        return who.Name.Length > 0 && on is { } day && school.Length > 0 && kind is { } known
            ? new DaySheetEntry(cells.Row, who, day, school, known, isHalf, cells.Text(VerifiedBy), cells.Text(Note))
            : null;
    }

    // A column of ticks: nothing says that it was a whole day, as most are. Without the column nothing is said at all.
    private static bool? HalfOf(RosterCells cells) => !cells.Has(Half) ? null : cells.Compact(Half) switch
    {
        "半天" => true,
        "" or "全天" => false,
        _ => cells.YesOrNo(Half),
    };
}

/// <summary>One day, or half a day, at a school.</summary>
/// <param name="Row">The row's number as the sheet counts it, from 1.</param>
/// <param name="Who">The person.</param>
/// <param name="On">The day.</param>
/// <param name="School">The school.</param>
/// <param name="Kind">类型.</param>
/// <param name="IsHalf">半天; null in a sheet without the column.</param>
/// <param name="VerifiedBy">核实人; empty while nobody has verified it.</param>
/// <param name="Note">What it was about; empty where the row doesn't say.</param>
public sealed record DaySheetEntry(
    int Row, PersonKey Who, DateOnly On, string School, DayKind Kind, bool? IsHalf, string VerifiedBy, string Note) : IPersonEntry;
