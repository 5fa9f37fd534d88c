namespace Workflows.Personnel.Staff;

/// <summary>A title (职称, 评) with the day from which it is held: what was true when. It holds until the next one.</summary>
public sealed class TitleChange
{
    /// <summary>The change's id.</summary>
    public Guid Id { get; init; }

    /// <summary>The person.</summary>
    public Guid PersonId { get; init; }

    /// <summary>The first day of the title.</summary>
    public DateOnly From { get; init; }

    /// <summary>The title as written.</summary>
    public required string Title { get; init; }

    /// <summary>When this was recorded, UTC.</summary>
    public DateTimeOffset RecordedAt { get; init; }

    /// <summary>When it was found to be wrong, UTC; null while it stands.</summary>
    public DateTimeOffset? RetractedAt { get; set; }
}
