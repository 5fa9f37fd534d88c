namespace Workflows.Personnel.Cases;

/// <summary>A thing somebody asked for, with the answer it got: asked again under the same id, it gets the same answer and changes nothing.</summary>
public sealed class Operation
{
    /// <summary>The id that the asking page or program chose.</summary>
    public Guid Id { get; init; }

    /// <summary>The account that asked.</summary>
    public Guid AccountId { get; init; }

    /// <summary>The use case, for example <c>DecideWorkItem</c>.</summary>
    public required string UseCase { get; init; }

    /// <summary>When it was answered, UTC.</summary>
    public DateTimeOffset AnsweredAt { get; init; }

    /// <summary>The answer, as JSON.</summary>
    public required string Answer { get; init; }
}
