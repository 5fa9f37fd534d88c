using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflows.Storage.Engine;

/// <summary>
/// The inbox of an engine that works outside the caller's transaction: what somebody wants of a case, committed together with the decision
/// that wants it. It stays until the engine is known to have followed, and takes effect once.
/// </summary>
public sealed class EngineWish
{
    /// <summary>The order in which wishes are carried out.</summary>
    public long Number { get; init; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; init; }

    /// <summary>What is wanted.</summary>
    public WishKind Kind { get; init; }

    /// <summary>The definition to start on; the wait and its outcome; or the reason of a cancellation, each where the kind needs it.</summary>
    public string? DefinitionId { get; init; }

    /// <summary>The wait to resolve.</summary>
    public string? WaitId { get; init; }

    /// <summary>The outcome of the wait.</summary>
    public string? Outcome { get; init; }

    /// <summary>Why the case is cancelled.</summary>
    public string? Reason { get; init; }

    /// <summary>The version to move to.</summary>
    public int? ToVersion { get; init; }

    /// <summary>The operation that wants it; none for a start and for what falls due by itself.</summary>
    public Guid? OperationId { get; init; }

    /// <summary>When it was wished, UTC.</summary>
    public DateTimeOffset WishedAt { get; init; }

    /// <summary>When the case's record took it in, UTC; from then on the engine only has to follow. Null before.</summary>
    public DateTimeOffset? TakenAt { get; set; }

    /// <summary>How often carrying it out failed.</summary>
    public int Failures { get; set; }

    /// <summary>When it may be tried again after a failure, UTC; null if it never failed.</summary>
    public DateTimeOffset? RetryAt { get; set; }
}

/// <summary>What can be wanted of a case.</summary>
public enum WishKind
{
    /// <summary>Open it on a definition.</summary>
    Start,

    /// <summary>Resolve a wait.</summary>
    Signal,

    /// <summary>Resolve what has fallen due.</summary>
    Due,

    /// <summary>End it with a reason.</summary>
    Cancel,

    /// <summary>Move it to a newer version.</summary>
    Migrate,
}

internal sealed class EngineWishTable : IEntityTypeConfiguration<EngineWish>
{
    public void Configure(EntityTypeBuilder<EngineWish> table)
    {
        table.ToTable("engine_wishes");
        table.HasKey(wish => wish.Number);
        table.Property(wish => wish.Number).ValueGeneratedOnAdd();
        table.Property(wish => wish.Kind).HasConversion<string>();
        table.HasIndex(wish => wish.CaseId);
    }
}
