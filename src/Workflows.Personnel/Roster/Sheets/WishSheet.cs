using Workflows.Policy.Semesters;

namespace Workflows.Personnel.Roster.Sheets;

/// <summary>The sheet 意愿与限制: what people wish, are bound to, or are exempt from (R12).</summary>
public static class WishSheet
{
    /// <summary>学期.</summary>
    public const string Semester = "学期";

    /// <summary>意愿学校.</summary>
    public const string Wished = "意愿学校";

    /// <summary>豁免原因.</summary>
    public const string Exemption = "豁免原因";

    /// <summary>固定学校.</summary>
    public const string Pinned = "固定学校";

    /// <summary>The sheet.</summary>
    public static SheetDefinition Definition { get; } = new("意愿与限制", "wishes",
    [
        new(RosterColumns.Name, "name", Mandatory: true), new(RosterColumns.StaffNumber, "staff_number"), new(Semester, "semester"),
        new(Wished, "wished_school"), new(Exemption, "exemption"), new(Pinned, "pinned_school"),
    ]);

    internal static WishEntry? Entry(RosterCells cells)
    {
        var who = cells.Who();
        var semester = cells.Semester(Semester);
        if (semester is null && cells.Compact(Semester).Length > 0) return null;
        var entry = new WishEntry(cells.Row, who, semester, cells.Text(Wished), cells.Text(Exemption), cells.Text(Pinned));
        if (entry is { WishedSchool: "", ExemptionReason: "", PinnedSchool: "" })
        {
            cells.Ask(Wished, new("这一行没有意愿、豁免或固定学校", "the row states no wish, exemption or pinned school"), new("请补充或删去这一行", "fill it in or delete the row"));
            return null;
        }
        return who.Name.Length > 0 ? entry : null;
    }
}

/// <summary>What holds for one person in one semester, or in all.</summary>
/// <param name="Row">The row's number as the sheet counts it, from 1.</param>
/// <param name="Who">The person.</param>
/// <param name="Semester">学期; null for every semester while the entry stands.</param>
/// <param name="WishedSchool">意愿学校; empty where the row doesn't say, as for the others.</param>
/// <param name="ExemptionReason">豁免原因.</param>
/// <param name="PinnedSchool">固定学校.</param>
public sealed record WishEntry(
    int Row, PersonKey Who, SemesterName? Semester, string WishedSchool, string ExemptionReason, string PinnedSchool) : IPersonEntry;
