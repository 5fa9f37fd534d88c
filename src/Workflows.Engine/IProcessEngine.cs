namespace Workflows.Engine;

/// <summary>
/// The port through which use cases drive cases. A call only records the wish in the caller's transaction; everything that follows is
/// done by <see cref="IStep"/> classes, at once or later. Never conclude anything about the case from a call having returned.
/// </summary>
public interface IProcessEngine
{
    /// <summary>
    /// Opens the case on the newest version of the definition and pins that version. The same case and definition again change nothing.
    /// </summary>
    /// <exception cref="ArgumentException">No such definition is loaded.</exception>
    /// <exception cref="InvalidOperationException">The case already follows another definition.</exception>
    ValueTask StartAsync(Guid caseId, string definitionId, CancellationToken ct);

    /// <summary>
    /// Resolves an open wait (see <see cref="StepCall.WaitId"/>) with one of its activity's outcomes. A wait that is no longer open, a case
    /// that no longer runs and an operation that was already applied to this case change nothing: late and doubled signals are normal.
    /// </summary>
    /// <exception cref="ArgumentException">The wait is open and its activity has no such outcome.</exception>
    /// <exception cref="UnknownVersionException">The case follows a version that isn't loaded.</exception>
    /// <exception cref="InvalidOperationException">No such case was ever started.</exception>
    ValueTask SignalAsync(Guid caseId, string waitId, string outcome, Guid operationId, CancellationToken ct);

    /// <summary>Ends a running case with a reason and withdraws all its waits. A case that no longer runs stays as it is.</summary>
    /// <exception cref="InvalidOperationException">No such case was ever started.</exception>
    ValueTask CancelAsync(Guid caseId, string reason, Guid operationId, CancellationToken ct);

    /// <summary>
    /// Makes a running case follow a newer version of its definition, with everything that is open kept as it is. Ask
    /// <see cref="Migration.Obstacles"/> in the same transaction before. A case that already follows that version or a newer one, or no longer
    /// runs, stays as it is; one that meanwhile went where the version can't take it up stays too, and <see cref="IMigrationWitness"/> is told.
    /// </summary>
    /// <exception cref="ArgumentException">No such version is loaded.</exception>
    /// <exception cref="InvalidOperationException">No such case was ever started, or it can't be moved and nobody is there to be told.</exception>
    ValueTask MigrateAsync(Guid caseId, int toVersion, Guid operationId, CancellationToken ct);
}
