namespace Workflows.Personnel.Calendar;

/// <summary>A calendar file as it was edited in the office: it takes the place of the file of the same name in <c>workflows/calendar</c>.</summary>
public sealed class CalendarPaper
{
    /// <summary>The file's name, <c>holidays-2027.json</c> or <c>semesters-2026.json</c>.</summary>
    public required string File { get; init; }

    /// <summary>The file's text; empty since the office went back to the file in the folder. The row stays, so that its version only ever rises.</summary>
    public required string Text { get; set; }

    /// <summary>The account that saved it.</summary>
    public Guid SavedBy { get; set; }

    /// <summary>When it was saved, UTC.</summary>
    public DateTimeOffset SavedAt { get; set; }

    /// <summary>Raised by every change.</summary>
    public long Version { get; set; }

    /// <summary>Whether it takes the file's place.</summary>
    public bool Stands => Text.Length > 0;
}
