namespace Workflows.Personnel.Mail;

/// <summary>
/// A stretch of sending that begins when the database was restored from a backup. Nobody knows what went out between the backup and the loss, so
/// no mail leaves until a person has said that it may.
/// </summary>
public sealed class SendingEpoch
{
    /// <summary>The number, from 1; a database that was never restored has none.</summary>
    public int Number { get; init; }

    /// <summary>When the restore was made, UTC.</summary>
    public DateTimeOffset RaisedAt { get; init; }

    /// <summary>When the backup had been made, UTC.</summary>
    public DateTimeOffset BackupAt { get; init; }

    /// <summary>When sending was opened again, UTC; null while it is closed.</summary>
    public DateTimeOffset? AcknowledgedAt { get; set; }

    /// <summary>The account that opened it; null for the operator at the command line.</summary>
    public Guid? AcknowledgedBy { get; set; }

    /// <summary>Raised by every change.</summary>
    public long Version { get; set; }
}
