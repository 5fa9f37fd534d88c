namespace Workflows.Engine;

/// <summary>Resolves waits that have fallen due: for a sweep over <see cref="CaseState.NextDueAt"/>.</summary>
public interface IDueTimers
{
    /// <summary>
    /// Resolves the waits of the case that have fallen due by now, or records the wish for it: a delay with Done, a step with
    /// <see cref="StepAttribute.Due"/>. Too early, too late or twice does no harm.
    /// </summary>
    /// <exception cref="InvalidOperationException">No such case was ever started.</exception>
    ValueTask SignalDueAsync(Guid caseId, CancellationToken ct);
}
