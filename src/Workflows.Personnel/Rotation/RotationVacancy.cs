using Workflows.Personnel.Hiring;

namespace Workflows.Personnel.Rotation;

/// <summary>Places of one kind for which a rotation opens a hiring round.</summary>
public sealed record RotationVacancy
{
    /// <summary>The vacancy's id; the hiring round that it opens has the same.</summary>
    public Guid Id { get; init; }

    /// <summary>The subject.</summary>
    public required string Subject { get; init; }

    /// <summary>The school stage, as a hiring round writes it: 小学.</summary>
    public required string Stage { get; init; }

    /// <summary>The level of post (R25).</summary>
    public PostLevel Level { get; init; }

    /// <summary>How many are wanted.</summary>
    public int Places { get; init; }

    /// <summary>Why, in Chinese.</summary>
    public required string Reason { get; init; }

    /// <summary>The proposal's reason in English; empty once HR has written a reason of its own.</summary>
    public string ReasonEn { get; init; } = "";

    /// <summary>The hiring round that it opened; null until then.</summary>
    public Guid? HiringRoundId { get; init; }
}
