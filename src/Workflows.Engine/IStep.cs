namespace Workflows.Engine;

/// <summary>
/// What an activity of type <c>Workflows.*</c> does; the class carries a <see cref="StepAttribute"/> and comes from the scope of the unit
/// of work. A step runs at least once for each (case, activity, visit), so its effects are keyed by these three and idempotent.
/// It may call <see cref="IProcessEngine"/>: the wish is carried out after the present advance, in the order of the calls.
/// </summary>
public interface IStep
{
    /// <summary>Does the work of this visit and says how to go on: with an outcome, or with a wait.</summary>
    ValueTask<StepResult> RunAsync(StepCall call, CancellationToken ct);

    /// <summary>
    /// Takes back what an open wait asks of people, because nobody will resolve it any more: the case ended or was cancelled, another
    /// branch won, or it fell due. Called at least once, never for a wait that a signal resolved.
    /// </summary>
    ValueTask WithdrawAsync(StepCall call, CancellationToken ct) => ValueTask.CompletedTask;
}
