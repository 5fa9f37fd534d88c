namespace Workflows.Personnel.Mail;

/// <summary>A mail address that doesn't work, as a server said at once or in a bounce: HR's task until it is put right.</summary>
public sealed class AddressFault
{
    /// <summary>The fault's id.</summary>
    public Guid Id { get; init; }

    /// <summary>The address.</summary>
    public required string Address { get; init; }

    /// <summary>The letter that didn't arrive.</summary>
    public Guid LetterId { get; init; }

    /// <summary>What the server said.</summary>
    public required string Reply { get; init; }

    /// <summary>When that was seen, UTC.</summary>
    public DateTimeOffset SeenAt { get; init; }

    /// <summary>When HR settled it, UTC; null while it is open.</summary>
    public DateTimeOffset? SettledAt { get; set; }

    /// <summary>The account that settled it.</summary>
    public Guid? SettledBy { get; set; }

    /// <summary>What HR did about it, in words.</summary>
    public string Remedy { get; set; } = "";

    /// <summary>Raised by every change.</summary>
    public long Version { get; set; }
}
