namespace Workflows.Personnel.Standards;

/// <summary>
/// 标准项: one thing that the standard, or one inspection's checklist, asks of the college (R26: 任务到人，逐条逐项). It is never deleted: from a day on it no
/// longer belongs to the list.
/// </summary>
public sealed class StandardItem
{
    /// <summary>The item's id.</summary>
    public Guid Id { get; init; }

    /// <summary>The inspection whose checklist it belongs to; null for the standing register.</summary>
    public Guid? InspectionId { get; init; }

    /// <summary>Its number as the standard writes it, <c>3.2</c>; each once in a list.</summary>
    public required string Number { get; init; }

    /// <summary>What it asks, in the standard's words.</summary>
    public required string Text { get; init; }

    /// <summary>The first day on which it belongs to the list.</summary>
    public DateOnly EnteredOn { get; init; }

    /// <summary>The first day on which it no longer does; null while it does.</summary>
    public DateOnly? RemovedOn { get; set; }

    /// <summary>Why it was taken off; empty while it stands.</summary>
    public string RemovalReason { get; set; } = "";

    /// <summary>Who was to see to it by when, the earliest first.</summary>
    public List<ItemTask> Tasks { get; init; } = [];

    /// <summary>When the item or its task last changed, UTC.</summary>
    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>Raised by every change.</summary>
    public long Version { get; set; }

    /// <summary>Whether it belongs to the list on a day.</summary>
    public bool StandsOn(DateOnly day) => EnteredOn <= day && (RemovedOn is not { } removed || day < removed);

    /// <summary>The task that holds on a day; null while nobody is charged with it.</summary>
    public ItemTask? TaskOn(DateOnly day) => Tasks.Where(task => task.From <= day).MaxBy(task => (task.From, task.GivenAt));
}

/// <summary>任务到人: who sees to an item, and by when. A new one takes the place of the one before, with evidence of its own.</summary>
public sealed class ItemTask
{
    /// <summary>The task's id, ordered by time.</summary>
    public Guid Id { get; init; }

    /// <summary>The item.</summary>
    public Guid ItemId { get; init; }

    /// <summary>The person on the roster who sees to it.</summary>
    public Guid OwnerId { get; init; }

    /// <summary>The last day that is in time.</summary>
    public DateOnly DueOn { get; init; }

    /// <summary>The day from which it holds.</summary>
    public DateOnly From { get; init; }

    /// <summary>When it was given, UTC.</summary>
    public DateTimeOffset GivenAt { get; init; }

    /// <summary>What was handed in for it.</summary>
    public List<Paper> Papers { get; init; } = [];

    /// <summary>Whether evidence of it stands on a day.</summary>
    public bool HasEvidenceOn(DateOnly day) => Papers.Exists(paper => paper.StandsOn(day));
}
