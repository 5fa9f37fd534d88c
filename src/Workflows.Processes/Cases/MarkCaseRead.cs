using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Cases;

/// <summary>Somebody has read a case (已阅): what happens later is shown as new, and a copy counts as read.</summary>
public sealed class MarkCaseRead(Desk desk)
{
    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="CaseId">The case.</param>
    /// <param name="UpTo">The number of the last audit entry that the page showed.</param>
    public sealed record Command(Guid OperationId, Guid CaseId, int UpTo);

    /// <summary>
    /// Remembers how far the actor has read. That a copy was read is recorded, once; reading on is no act in the case, so the record doesn't grow
    /// by it.
    /// </summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(MarkCaseRead), async () =>
        {
            if (await desk.Db.Cases.FindAsync([command.CaseId], ct) is not { } @case || !await desk.MayReadAsync(actor, @case, ct))
                return Answer.Refused(Refusal.NotFound, "没有这个办件。", "There is no such case.");

            var upTo = Math.Clamp(command.UpTo, 0, @case.AuditLength);
            var reading = await desk.Db.CaseReadings.FindAsync([@case.Id, actor], ct);
            if (reading is null)
                desk.Db.CaseReadings.Add(new CaseReading { CaseId = @case.Id, AccountId = actor, UpTo = upTo });
            else
                reading.UpTo = Math.Max(reading.UpTo, upTo);
            if (await desk.Db.CaseCopies.FirstOrDefaultAsync(one => one.CaseId == @case.Id && one.AccountId == actor && one.ReadAt == null, ct) is { } copy)
            {
                copy.ReadAt = desk.Now;
                desk.Record(@case, new AuditLine("CopyRead", actor) { Subject = $"{copy.SentBy}", NewValue = $"{upTo}" });
            }

            return Answer.Done("已标为已阅。", "Marked as read.", @case.Id);
        }, ct);
}
