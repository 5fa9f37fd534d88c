namespace Workflows.Personnel.Days;

/// <summary>One thing that was done to an entry of the day ledger: the ledger's journal. Never changed, never removed.</summary>
public sealed class DayChange
{
    /// <summary>The entry.</summary>
    public Guid EntryId { get; init; }

    /// <summary>Which version of the entry it made, 0 for the logging: with the entry its key.</summary>
    public long Number { get; init; }

    /// <summary>The account that did it.</summary>
    public Guid ChangedBy { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>Where the entry stood before; null for the first logging.</summary>
    public DayState? Before { get; init; }

    /// <summary>Where it stands since.</summary>
    public DayState After { get; init; }

    /// <summary>The reason, or the name of who verified, in words; empty where none is asked.</summary>
    public string Words { get; init; } = "";
}
