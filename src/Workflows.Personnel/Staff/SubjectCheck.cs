namespace Workflows.Personnel.Staff;

/// <summary>R01: that HR went through the full-time teachers and their subjects in a year (能胜任1门及以上学科教研或培训教学), and what it found.</summary>
public sealed class SubjectCheck
{
    /// <summary>The calendar year; each has one.</summary>
    public int Year { get; init; }

    /// <summary>The day of the check.</summary>
    public DateOnly On { get; init; }

    /// <summary>The account that checked.</summary>
    public Guid By { get; init; }

    /// <summary>How many full-time teachers there were.</summary>
    public int Teachers { get; init; }

    /// <summary>How many of them have a subject on record.</summary>
    public int WithSubject { get; init; }

    /// <summary>What was found, in HR's words; empty where there was nothing to say.</summary>
    public string Note { get; init; } = "";

    /// <summary>When it was recorded, UTC.</summary>
    public DateTimeOffset RecordedAt { get; init; }
}
