namespace Workflows.Engine;

/// <summary>Where case states live. An implementation works inside the caller's transaction and never commits by itself.</summary>
public interface ICaseStates
{
    /// <summary>
    /// The state of the case, or null if it was never started. Within one unit of work the same case gives the same object, so that a
    /// later call sees what an earlier one changed.
    /// </summary>
    ValueTask<CaseState?> FindAsync(Guid caseId, CancellationToken ct);

    /// <summary>Adds a new state, or marks a found one as changed; called after each advance with the state as it now is.</summary>
    void Put(CaseState state);
}
