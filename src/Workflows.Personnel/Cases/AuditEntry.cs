namespace Workflows.Personnel.Cases;

/// <summary>One line of a case's record: who did what, when, why. Entries are only ever added, and each carries the hash of the one before.</summary>
public sealed class AuditEntry
{
    /// <summary>The case whose chain this is.</summary>
    public Guid CaseId { get; init; }

    /// <summary>Place in the chain, from 1, without gaps.</summary>
    public int Number { get; init; }

    /// <summary>When, UTC, cut to microseconds.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The account that acted; null when the process itself did (a step, a timer).</summary>
    public Guid? ActorId { get; init; }

    /// <summary>For whom a deputy acted; null when the actor used a right of their own.</summary>
    public Guid? OnBehalfOf { get; init; }

    /// <summary>What was done, as a code, for example <c>WorkItemDecided</c>.</summary>
    public required string Action { get; init; }

    /// <summary>What it was done to: an item's wait, a step, a field.</summary>
    public string Subject { get; init; } = "";

    /// <summary>The value before; empty when there was none. Never personal data: those stand in <see cref="Personal"/>.</summary>
    public string OldValue { get; init; } = "";

    /// <summary>The value after.</summary>
    public string NewValue { get; init; } = "";

    /// <summary>The reason in the actor's words.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The salted hash of the personal values beside the chain (32 bytes), or empty: so they can be erased and the chain still verifies.</summary>
    public byte[] PersonalHash { get; init; } = [];

    /// <summary>The hash of this entry over its fields and the previous entry's hash (32 bytes).</summary>
    public byte[] Hash { get; set; } = [];

    /// <summary>The personal values that belong to this entry, kept beside the chain.</summary>
    public AuditPersonal? Personal { get; init; }
}

/// <summary>Personal values of one audit entry, kept beside the chain so that they can be erased by law without breaking it.</summary>
public sealed class AuditPersonal
{
    /// <summary>The entry's case.</summary>
    public Guid CaseId { get; init; }

    /// <summary>The entry's number.</summary>
    public int Number { get; init; }

    /// <summary>Random salt (16 bytes), so that a short value can't be guessed from its hash.</summary>
    public byte[] Salt { get; init; } = [];

    /// <summary>The values, as JSON.</summary>
    public required string Values { get; init; }
}
