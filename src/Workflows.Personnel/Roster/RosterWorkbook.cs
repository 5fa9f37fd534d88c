using System.Collections.Immutable;
using Workflows.Personnel.Tables;

namespace Workflows.Personnel.Roster;

/// <summary>The workbook of the personnel office: the sheets that are read now, and the names of those that aren't.</summary>
/// <param name="File">The file's name.</param>
/// <param name="People">The sheet 人员, or the only table of a file.</param>
/// <param name="Quotas">The sheet 编制岗位; null if there is none.</param>
/// <param name="NotRead">Visible sheets that were left out, in the order of their tabs.</param>
public sealed record RosterWorkbook(string File, RosterTable People, QuotaTable? Quotas, ImmutableArray<string> NotRead)
{
    private static readonly ImmutableArray<string> OtherSheets =
        ["挂职经历", "职称变动", "状态变动", "兼职聘书", "学校", "工作日志", "年度投入", "意愿与限制"];

    /// <summary>Everything that is wrong in the cells, sheet by sheet.</summary>
    public ImmutableArray<TableFault> Faults => [.. People.Faults, .. Quotas?.Faults ?? []];

    /// <summary>Reads the file; the outcome has faults only where a sheet can't be read at all, and then those of every sheet.</summary>
    /// <param name="content">The file.</param>
    /// <param name="fileName">Its name with its ending.</param>
    public static TableOutcome<RosterWorkbook> Read(byte[] content, string fileName)
    {
        var file = Path.GetFileName(fileName);
        var sheets = TableFile.VisibleSheets(content, fileName);
        var people = sheets.Contains(RosterTable.SheetName) ? RosterTable.SheetName : sheets.FirstOrDefault();
        if (people is not null && people != RosterTable.SheetName && sheets.Any(IsOfTheWorkbook)) return NoPeople(file, sheets);

        var roster = RosterTable.Read(new MemoryStream(content, writable: false), fileName, people);
        var quotas = sheets.Contains(QuotaTable.SheetName)
            ? QuotaTable.Read(new MemoryStream(content, writable: false), fileName)
            : new TableOutcome<QuotaTable>(null, []);
        return roster.Value is null || quotas.Faults.Length > 0
            ? new TableOutcome<RosterWorkbook>(null, [.. roster.Faults, .. quotas.Faults])
            : new RosterWorkbook(
                file, roster.Value, quotas.Value, [.. sheets.Where(sheet => sheet != people && sheet != QuotaTable.SheetName)]);
    }

    private static bool IsOfTheWorkbook(string sheet) => sheet == QuotaTable.SheetName || OtherSheets.Contains(sheet);

    private static TableFault NoPeople(string file, ImmutableArray<string> sheets)
    {
        var names = string.Join(", ", sheets);
        return new TableFault(
            file,
            RosterTable.SheetName,
            null,
            null,
            new("缺少这张工作表", "this sheet is missing"),
            new($"请加上(或取消隐藏);现有:{names}", $"add or unhide it; there are: {names}"));
    }
}
