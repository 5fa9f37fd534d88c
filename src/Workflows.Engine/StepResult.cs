namespace Workflows.Engine;

/// <summary>How a step goes on: <see cref="Completed"/> or <see cref="Waiting"/>, made by its two methods.</summary>
public abstract record StepResult
{
    private static readonly Waiting Undated = new(DueAt: null);

    private StepResult()
    {
    }

    /// <summary>The step is done, by one of its declared outcomes; outputs that the definition binds to no variable are dropped.</summary>
    public static StepResult Done(string outcome = "Done", IReadOnlyDictionary<string, string?>? outputs = null) =>
        new Completed(outcome, outputs);

    /// <summary>
    /// The step waits for a signal; from <paramref name="dueAt"/> on, if given, the wait resolves by itself with
    /// <see cref="StepAttribute.Due"/>.
    /// </summary>
    public static StepResult Wait(DateTimeOffset? dueAt = null) => dueAt is null ? Undated : new Waiting(dueAt);

    /// <summary>The step is done.</summary>
    public sealed record Completed(string Outcome, IReadOnlyDictionary<string, string?>? Outputs) : StepResult;

    /// <summary>The step waits.</summary>
    public sealed record Waiting(DateTimeOffset? DueAt) : StepResult;
}
