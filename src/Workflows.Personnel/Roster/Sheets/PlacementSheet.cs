using Workflows.Policy;
using Workflows.Policy.Secondment;
using Workflows.Policy.Semesters;

namespace Workflows.Personnel.Roster.Sheets;

/// <summary>The sheet 挂职经历: stays at schools, from which R12 is computed.</summary>
public static class PlacementSheet
{
    /// <summary>起止.</summary>
    public const string Span = "起止";

    /// <summary>接收学校.</summary>
    public const string School = "接收学校";

    /// <summary>学段.</summary>
    public const string Stage = "学段";

    /// <summary>方式.</summary>
    public const string Kind = "方式";

    /// <summary>是否完成.</summary>
    public const string Completed = "是否完成";

    /// <summary>The ways of working at a school, for a remedy.</summary>
    public const string Kinds = "挂职锻炼 兼任教学 支教";

    /// <summary>The sheet.</summary>
    public static SheetDefinition Definition { get; } = new("挂职经历", "placements",
    [
        new(RosterColumns.Name, "name", Mandatory: true), new(RosterColumns.StaffNumber, "staff_number"), new(Span, "period", Mandatory: true),
        new(School, "host_school", Mandatory: true), new(Stage, "stage", Mandatory: true), new(Kind, "kind", Mandatory: true),
        new(Completed, "completed", Mandatory: true),
    ]);

    /// <summary>What the sheet calls a way of working at a school.</summary>
    public static string Name(PlacementKind kind) => Kinds.Split(' ')[(int)kind];

    internal static PlacementEntry? Entry(RosterCells cells)
    {
        var who = cells.Who();
        var (span, school) = (cells.Span(Span), cells.Required(School));
        var (stage, kind) = (cells.Stage(Stage), cells.OneOf<PlacementKind>(Kind, KindOf, Kinds));
        var completed = cells.Decided(Completed);
        if (completed is true && span is { To: null, LastSemester: null })
        {
            cells.Fault(Completed, "与起止“至今”矛盾", "contradicts a time that still runs", new("已完成的请写明结束日期", "state the last day of a completed one"));
            return null;
        }
        return who.Name.Length > 0 && span is not null && school.Length > 0 && stage is { } knownStage && kind is { } knownKind && completed is { } done
            ? new PlacementEntry(cells.Row, who, span, school, knownStage, knownKind, done)
            : null;
    }

    private static PlacementKind? KindOf(string word)
        => Array.IndexOf(Kinds.Split(' '), WrittenForm.Compact(word)) is var place and >= 0 ? (PlacementKind)place : null;
}

/// <summary>One stay at a school.</summary>
/// <param name="Row">The row's number as the sheet counts it, from 1.</param>
/// <param name="Who">The person.</param>
/// <param name="Span">From when to when, in days, months or semesters.</param>
/// <param name="School">接收学校.</param>
/// <param name="Stage">学段: whose semesters count.</param>
/// <param name="Kind">方式.</param>
/// <param name="IsCompleted">是否完成.</param>
public sealed record PlacementEntry(
    int Row, PersonKey Who, WrittenSpan Span, string School, SchoolStage Stage, PlacementKind Kind, bool IsCompleted) : IPersonEntry;
