namespace Workflows.Engine;

/// <summary>Why a running case can't go on in another version, at one activity.</summary>
/// <param name="Fault">What stands against it.</param>
/// <param name="ActivityId">The activity concerned; for a variable, its id.</param>
/// <param name="Title">What people call the activity.</param>
/// <param name="Detail">The outcome or the type concerned; empty where there is none.</param>
public sealed record MigrationObstacle(MigrationFault Fault, string ActivityId, ActivityTitle Title, string Detail = "")
{
    /// <summary>The other activities concerned: where a branch came from, or what is open beside this one.</summary>
    public IReadOnlyList<ActivityLine> Others { get; init; } = [];
}

/// <summary>What can stand against moving a running case to another version.</summary>
public enum MigrationFault
{
    /// <summary>The case waits at an activity that the version lacks.</summary>
    StepMissing,

    /// <summary>The case waits at an activity that is of another type in the version.</summary>
    StepChanged,

    /// <summary>An outcome that is already offered leads nowhere in the version.</summary>
    OutcomeGone,

    /// <summary>A branch rests at a join that the version lacks, or that waits in another way there.</summary>
    JoinChanged,

    /// <summary>A branch came to its join over a connection that the version lacks.</summary>
    BranchMissing,

    /// <summary>A variable that has a value is of another type in the version.</summary>
    VariableChanged,

    /// <summary>No case of the version can stand at these activities at once, so that a join would wait in vain or go on too early.</summary>
    NotTogether,

    /// <summary>So many branches run side by side in the new version that it couldn't be walked whether a case can stand there.</summary>
    NotWalked,
}

/// <summary>
/// Is told that a wish to move a case could no longer be carried out: between the wish and its carrying out the case went on. Registered in the
/// scope; called in the transaction in which the wish is carried out.
/// </summary>
public interface IMigrationWitness
{
    /// <summary>The case stays on its version, for these reasons.</summary>
    ValueTask StayedAsync(Guid caseId, int toVersion, IReadOnlyList<MigrationObstacle> obstacles, CancellationToken ct);
}
