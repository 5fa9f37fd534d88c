using System.Collections.Immutable;
using Workflows.Personnel.Roster.Sheets;
using Workflows.Personnel.Spellings;
using Workflows.Personnel.Tables;

namespace Workflows.Personnel.Roster;

/// <summary>The workbook of the personnel office: ten sheets, of which only 人员 must be there.</summary>
/// <param name="File">The file's name.</param>
/// <param name="People">The sheet 人员, or the only table of a file.</param>
/// <param name="NotRead">Visible sheets that aren't of this workbook, in the order of their tabs.</param>
/// <param name="MissingSheets">Sheets that the file doesn't have: what needs them stays as it is kept, or unknown.</param>
public sealed record RosterWorkbook(string File, RosterTable People, ImmutableArray<string> NotRead, ImmutableArray<string> MissingSheets)
{
    /// <summary>挂职经历; null if the file has no such sheet, as for the others.</summary>
    public Sheet<PlacementEntry>? Placements { get; init; }

    /// <summary>职称变动.</summary>
    public Sheet<TitleEntry>? Titles { get; init; }

    /// <summary>状态变动.</summary>
    public Sheet<StatusEntry>? Statuses { get; init; }

    /// <summary>兼职聘书.</summary>
    public Sheet<PartTimeEntry>? PartTime { get; init; }

    /// <summary>学校.</summary>
    public Sheet<SchoolEntry>? Schools { get; init; }

    /// <summary>编制岗位.</summary>
    public Sheet<QuotaEntry>? Quotas { get; init; }

    /// <summary>工作日志.</summary>
    public Sheet<DaySheetEntry>? Days { get; init; }

    /// <summary>年度投入.</summary>
    public Sheet<FundsEntry>? Funds { get; init; }

    /// <summary>意愿与限制.</summary>
    public Sheet<WishEntry>? Wishes { get; init; }

    /// <summary>All ten sheets, in the order of their tabs.</summary>
    public static ImmutableArray<SheetDefinition> Definitions { get; } =
    [
        RosterTable.Definition, PlacementSheet.Definition, TitleSheet.Definition, StatusSheet.Definition, PartTimeSheet.Definition,
        SchoolSheet.Definition, QuotaSheet.Definition, DaySheet.Definition, FundsSheet.Definition, WishSheet.Definition,
    ];

    /// <summary>Everything that is wrong in the cells, sheet by sheet.</summary>
    public ImmutableArray<TableFault> Faults => [.. People.Faults, .. Others.SelectMany(sheet => sheet.Faults)];

    /// <summary>Everything that is open in the cells, sheet by sheet.</summary>
    public ImmutableArray<TableFault> Questions => [.. People.Questions, .. Others.SelectMany(sheet => sheet.Questions)];

    /// <summary>Words that no list has, each once.</summary>
    public ImmutableArray<UnlistedWord> Unlisted => [.. People.Unlisted.Concat(Others.SelectMany(sheet => sheet.Unlisted)).Distinct()];

    /// <summary>The sheets beside 人员 that the file has.</summary>
    public IEnumerable<ISheet> Others => new ISheet?[] { Placements, Titles, Statuses, PartTime, Schools, Quotas, Days, Funds, Wishes }.OfType<ISheet>();

    /// <summary>Reads the file; the outcome has faults only where a sheet can't be read at all, and then those of every sheet.</summary>
    /// <param name="content">The file.</param>
    /// <param name="fileName">Its name with its ending.</param>
    /// <param name="spellings">What unlisted words mean; null for none answered.</param>
    public static TableOutcome<RosterWorkbook> Read(byte[] content, string fileName, SpellingBook? spellings = null)
        => new WorkbookReader(content, fileName, spellings ?? SpellingBook.Empty).Read();
}
