namespace Workflows.Personnel.Roster.Sheets;

/// <summary>The sheet 兼职聘书: letters of appointment of external part-time teachers (R16).</summary>
public static class PartTimeSheet
{
    /// <summary>起止.</summary>
    public const string Span = "起止";

    /// <summary>学科.</summary>
    public const string Subject = "学科";

    /// <summary>现单位.</summary>
    public const string Employer = "现单位";

    /// <summary>The sheet.</summary>
    public static SheetDefinition Definition { get; } = new("兼职聘书", "part_time",
    [
        new(RosterColumns.Name, "name", Mandatory: true), new(Span, "period", Mandatory: true), new(Subject, "subject"), new(Employer, "employer"),
    ]);

    internal static PartTimeEntry? Entry(RosterCells cells)
    {
        var (name, span) = (cells.Name(), cells.Span(Span));
        if (span is { IsInSemesters: true })
        {
            cells.Fault(Span, "是学期,聘书要写日期", "is a semester; a letter says days", new("请写成 2025-09-01~2028-08-31", "write it like 2025-09-01~2028-08-31"));
            return null;
        }
        return name.Length > 0 && span is not null
            ? new PartTimeEntry(cells.Row, name, span.From!.First, span.To?.Last.AddDays(1), cells.Text(Subject), cells.Text(Employer))
            : null;
    }
}

/// <summary>One letter of appointment.</summary>
/// <param name="Row">The row's number as the sheet counts it, from 1.</param>
/// <param name="Name">The teacher, who isn't on the roster.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The first day on which it no longer holds; null where it has no end.</param>
/// <param name="Subject">学科; empty where the row doesn't say.</param>
/// <param name="Employer">现单位; empty where the row doesn't say.</param>
public sealed record PartTimeEntry(int Row, string Name, DateOnly From, DateOnly? Until, string Subject, string Employer) : ISheetEntry;
