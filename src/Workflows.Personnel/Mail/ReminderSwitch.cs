namespace Workflows.Personnel.Mail;

/// <summary>Whether one reminder rule writes to people. A rule that is switched on speaks from then on: what was due before isn't sent after all.</summary>
public sealed class ReminderSwitch
{
    /// <summary>The rule's key, <c>R12</c>.</summary>
    public required string Rule { get; init; }

    /// <summary>Whether it writes.</summary>
    public bool IsOn { get; set; }

    /// <summary>Since when, UTC.</summary>
    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>The account that switched it; null for the first start.</summary>
    public Guid? ChangedBy { get; set; }

    /// <summary>Raised by every change.</summary>
    public long Version { get; set; }
}
