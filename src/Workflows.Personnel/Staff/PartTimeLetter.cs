namespace Workflows.Personnel.Staff;

/// <summary>兼职聘书: the appointment of an external part-time teacher for some time (R16).</summary>
public sealed class PartTimeLetter
{
    /// <summary>The letter's id.</summary>
    public Guid Id { get; init; }

    /// <summary>The teacher's name; part-time teachers aren't on the roster.</summary>
    public required string Name { get; init; }

    /// <summary>The first day.</summary>
    public DateOnly From { get; init; }

    /// <summary>The first day on which it no longer holds; null where it has no end (half-open).</summary>
    public DateOnly? Until { get; set; }

    /// <summary>学科.</summary>
    public string Subject { get; set; } = "";

    /// <summary>现单位.</summary>
    public string Employer { get; set; } = "";

    /// <summary>When this was recorded, UTC.</summary>
    public DateTimeOffset RecordedAt { get; init; }

    /// <summary>Raised by every change.</summary>
    public long Version { get; set; }
}
