using Workflows.Processes.Cases;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Operations;

/// <summary>Says in the office's record that a backup was taken: everybody's personal data left the database with it.</summary>
public sealed class RecordBackup(Desk desk)
{
    /// <summary>What was taken.</summary>
    /// <param name="OperationId">Chosen by the caller.</param>
    /// <param name="Folder">The backup's folder.</param>
    /// <param name="By">The account of the machine that took it.</param>
    public sealed record Command(Guid OperationId, string Folder, string By);

    /// <summary>Records it.</summary>
    public Task<Answer> RunAsync(Command command, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, Guid.Empty, nameof(RecordBackup), async () =>
        {
            await desk.RecordInOfficeAsync(new AuditLine("BackupTaken", null) { Subject = command.Folder, NewValue = command.By }, ct);
            return Answer.Done("已记录本次备份。", "That a backup was taken is recorded.");
        }, ct);
}
