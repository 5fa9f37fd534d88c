namespace Workflows.Personnel.Cases;

/// <summary>
/// A dated deputy (代理): from the first to the last day, both counted, the deputy may decide what the absent colleague may. It doesn't pass
/// on: a deputy's deputy gets only what is the deputy's own.
/// </summary>
public sealed class Deputyship
{
    /// <summary>The deputyship's id.</summary>
    public Guid Id { get; init; }

    /// <summary>The absent colleague.</summary>
    public Guid PrincipalId { get; init; }

    /// <summary>Who stands in.</summary>
    public Guid DeputyId { get; init; }

    /// <summary>The first day.</summary>
    public DateOnly From { get; init; }

    /// <summary>The last day; it still counts.</summary>
    public DateOnly Until { get; init; }

    /// <summary>Why: leave, a course, illness.</summary>
    public required string Reason { get; init; }

    /// <summary>Who named the deputy: the colleague, or HR for somebody who can't.</summary>
    public Guid NamedBy { get; init; }

    /// <summary>When it was named, UTC.</summary>
    public DateTimeOffset NamedAt { get; init; }

    /// <summary>When it was ended early, UTC; null when it runs to its last day.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Whether it holds on a day.</summary>
    public bool HoldsOn(DateOnly day) => EndedAt is null && From <= day && day <= Until;
}
