using Workflows.Policy.Dates;

namespace Workflows.Personnel.Roster.Sheets;

/// <summary>The sheet 职称变动: which title was held from which day on (R02, R03).</summary>
public static class TitleSheet
{
    /// <summary>生效日期.</summary>
    public const string From = "生效日期";

    /// <summary>The sheet.</summary>
    public static SheetDefinition Definition { get; } = new("职称变动", "titles",
    [
        new(RosterColumns.Name, "name", Mandatory: true), new(RosterColumns.StaffNumber, "staff_number"), new(From, "from", Mandatory: true),
        new(RosterColumns.Title, "title", Mandatory: true),
    ]);

    internal static TitleEntry? Entry(RosterCells cells)
    {
        var (who, from, title) = (cells.Who(), cells.Since(From), cells.Listed(RosterColumns.Title));
        if (title.Length == 0) cells.Empty(RosterColumns.Title);
        return who.Name.Length > 0 && from is not null && title.Length > 0 ? new TitleEntry(cells.Row, who, from, title) : null;
    }
}

/// <summary>One title.</summary>
/// <param name="Row">The row's number as the sheet counts it, from 1.</param>
/// <param name="Who">The person.</param>
/// <param name="From">The first day, or the month, of the title.</param>
/// <param name="Title">The title as written, or the listed one that it stands for.</param>
public sealed record TitleEntry(int Row, PersonKey Who, WrittenDate From, string Title) : IPersonEntry;
