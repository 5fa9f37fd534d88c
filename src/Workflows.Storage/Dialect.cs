using Microsoft.EntityFrameworkCore;

namespace Workflows.Storage;

/// <summary>What one database does differently from another. Everything else is the same on both.</summary>
public abstract class Dialect
{
    /// <summary>The column type for JSON documents.</summary>
    public abstract string JsonColumnType { get; }

    /// <summary>Whether a save failed because a row with the same key is already there.</summary>
    public abstract bool IsDuplicate(DbUpdateException failure);

    /// <summary>Whether a save failed because of another one at the same moment, so that trying again makes sense.</summary>
    public abstract bool IsCollision(Exception failure);

    /// <summary>Whether a save met another one that did the same or touched the same, so that looking again and trying again makes sense.</summary>
    public bool MetAnother(Exception failure) => IsCollision(failure) || (failure is DbUpdateException update && IsDuplicate(update));

    /// <summary>
    /// The letters that are due and held by nobody, now held by this node; see the letter's lease. None while a restore waits for somebody to open
    /// sending: asked by the claim itself, so that no node can slip past. Letters that went out as one mail before are claimed together: in two
    /// hands, that mail would go out twice.
    /// </summary>
    /// <remarks>
    /// Parameters: <c>{0}</c> the node, <c>{1}</c> the lease in seconds, <c>{2}</c> the policy's now as <see cref="Instant"/> gives it,
    /// <c>{3}</c> how many.
    /// </remarks>
    public abstract string ClaimLetters { get; }

    /// <summary>The letters that are due and held by nobody, only looked at: what a node asks every few seconds.</summary>
    /// <remarks>Parameter: <c>{0}</c> the policy's now as <see cref="Instant"/> gives it.</remarks>
    public abstract string FreeLetters { get; }

    /// <summary>Lengthens the leases of all letters that a node still holds, from now on by the database's clock.</summary>
    /// <remarks>Parameters: <c>{0}</c> the node, <c>{1}</c> the lease in seconds.</remarks>
    public abstract string KeepLetters { get; }

    /// <summary>The letters that some node holds now, by the database's clock.</summary>
    public abstract string HeldLetters { get; }

    /// <summary>Lets only one transaction at a time count and claim under the hourly limit; null where a transaction is alone anyway.</summary>
    public abstract string? LockQuota { get; }

    /// <summary>Asks what time it is by the database's clock; null where that is the program's own.</summary>
    public abstract string? Now { get; }

    /// <summary>An instant as a parameter of a raw statement, where no column says how it is kept.</summary>
    public virtual object Instant(DateTimeOffset instant) => instant;

    /// <summary>The statements, run by the migrations, that let audit entries be added but never changed or removed.</summary>
    public abstract IReadOnlyList<string> AppendOnlyAudit { get; }
}
