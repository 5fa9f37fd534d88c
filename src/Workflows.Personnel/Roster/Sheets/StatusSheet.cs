using Workflows.Personnel.Staff;
using Workflows.Policy.Dates;

namespace Workflows.Personnel.Roster.Sheets;

/// <summary>The sheet 状态变动: which status held from which day on (R04).</summary>
public static class StatusSheet
{
    /// <summary>生效日期.</summary>
    public const string From = "生效日期";

    /// <summary>The sheet.</summary>
    public static SheetDefinition Definition { get; } = new("状态变动", "statuses",
    [
        new(RosterColumns.Name, "name", Mandatory: true), new(RosterColumns.StaffNumber, "staff_number"), new(From, "from", Mandatory: true),
        new(RosterColumns.Status, "status", Mandatory: true),
    ]);

    internal static StatusEntry? Entry(RosterCells cells)
    {
        var (who, from) = (cells.Who(), cells.Since(From));
        var status = cells.OneOf<StaffStatus>(RosterColumns.Status, StaffWords.Status, StaffWords.StatusList);
        return who.Name.Length > 0 && from is not null && status is { } known ? new StatusEntry(cells.Row, who, from, known) : null;
    }
}

/// <summary>One status.</summary>
/// <param name="Row">The row's number as the sheet counts it, from 1.</param>
/// <param name="Who">The person.</param>
/// <param name="From">The first day, or the month, of the status.</param>
/// <param name="Status">人员状态.</param>
public sealed record StatusEntry(int Row, PersonKey Who, WrittenDate From, StaffStatus Status) : IPersonEntry;
