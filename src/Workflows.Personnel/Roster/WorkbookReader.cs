using System.Collections.Immutable;
using Workflows.Personnel.Roster.Sheets;
using Workflows.Personnel.Spellings;
using Workflows.Personnel.Tables;

namespace Workflows.Personnel.Roster;

/// <summary>Reads a file sheet by sheet, each as far as it goes, so that every fault is said at once.</summary>
internal sealed class WorkbookReader(byte[] content, string fileName, SpellingBook spellings)
{
    private readonly string file = Path.GetFileName(fileName);
    private readonly ImmutableArray<string> tabs = TableFile.VisibleSheets(content, fileName);
    private readonly List<TableFault> unusable = [];
    private readonly HashSet<string> read = [];

    public TableOutcome<RosterWorkbook> Read()
    {
        var ours = tabs.Where(tab => RosterWorkbook.Definitions.Any(one => one.IsNamed(tab))).ToList();
        var people = TabOf(RosterTable.Definition) ?? (ours.Count == 0 ? tabs.FirstOrDefault() : null);
        if (people is null && ours.Count > 0) return NoPeople();
        if (people is not null) read.Add(people);
        var roster = RosterTable.Read(new MemoryStream(content, writable: false), fileName, people, spellings);
        unusable.AddRange(roster.Faults);
        var (placements, titles, statuses) = (Sheet(PlacementSheet.Definition, PlacementSheet.Entry), Sheet(TitleSheet.Definition, TitleSheet.Entry), Sheet(StatusSheet.Definition, StatusSheet.Entry));
        var (partTime, schools, quotas) = (Sheet(PartTimeSheet.Definition, PartTimeSheet.Entry), Sheet(SchoolSheet.Definition, SchoolSheet.Entry), Sheet(QuotaSheet.Definition, QuotaSheet.Entry));
        var (days, funds, wishes) = (Sheet(DaySheet.Definition, DaySheet.Entry), Sheet(FundsSheet.Definition, FundsSheet.Entry), Sheet(WishSheet.Definition, WishSheet.Entry));
        if (unusable.Count > 0 || roster.Value is not { } table) return new TableOutcome<RosterWorkbook>(null, [.. unusable]);

        return new RosterWorkbook(file, table, [.. tabs.Where(tab => !read.Contains(tab))], [.. Missing()])
        {
            Placements = placements, Titles = titles, Statuses = statuses, PartTime = partTime, Schools = schools, Quotas = quotas, Days = days,
            Funds = funds, Wishes = wishes,
        };
    }

    private Sheet<T>? Sheet<T>(SheetDefinition definition, Func<RosterCells, T?> entry) where T : class, ISheetEntry
    {
        if (TabOf(definition) is not { } tab) return null;
        read.Add(tab);
        var outcome = SheetReader.Read(definition, entry, content, fileName, tab, spellings);
        unusable.AddRange(outcome.Faults);
        return outcome.Value;
    }

    private string? TabOf(SheetDefinition definition) => tabs.FirstOrDefault(definition.IsNamed);

    private IEnumerable<string> Missing()
        => RosterWorkbook.Definitions.Skip(1).Where(definition => TabOf(definition) is null).Select(definition => definition.Chinese);

    private TableFault NoPeople()
        => new(
            file,
            RosterTable.SheetName,
            null,
            null,
            new("缺少这张工作表", "this sheet is missing"),
            new($"请加上(或取消隐藏);现有:{string.Join(", ", tabs)}", $"add or unhide it; there are: {string.Join(", ", tabs)}"));
}
