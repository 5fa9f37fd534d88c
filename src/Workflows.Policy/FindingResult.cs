namespace Workflows.Policy;

/// <summary>What the facts say of one clause. A missing or ambiguous fact is never guessed: it is <see cref="Unknown"/>.</summary>
public enum FindingResult
{
    /// <summary>The clause is met.</summary>
    Met,

    /// <summary>The clause is not met.</summary>
    NotMet,

    /// <summary>The facts don't decide it; the finding says what to ask.</summary>
    Unknown,
}
