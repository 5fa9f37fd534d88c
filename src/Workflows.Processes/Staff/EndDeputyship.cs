using Workflows.Personnel.Cases;
using Workflows.Processes.Cases;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Staff;

/// <summary>A deputyship ends before its last day: by who is back, by who named the deputy, by the deputy, or by HR.</summary>
public sealed class EndDeputyship(Desk desk)
{
    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="DeputyshipId">The deputyship.</param>
    /// <param name="Reason">Why; may be empty.</param>
    public sealed record Command(Guid OperationId, Guid DeputyshipId, string Reason = "");

    /// <summary>Ends it from this moment on; what the deputy decided stays.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(EndDeputyship), async () =>
        {
            if (await desk.Db.Deputyships.FindAsync([command.DeputyshipId], ct) is not { } deputyship)
                return Answer.Refused(Refusal.NotFound, "没有这项代理。", "There is no such deputyship.");
            var isParty = actor == deputyship.PrincipalId || actor == deputyship.NamedBy || actor == deputyship.DeputyId;
            if (!isParty && await desk.RefusalUnlessAsync(actor, OfficeRole.HumanResources, ct) is { } refusal)
                return refusal;
            if (deputyship.EndedAt is not null || deputyship.Until < desk.Today)
                return Answer.Refused(Refusal.Stale, "这项代理已经结束。", "This deputyship has already ended.");

            deputyship.EndedAt = desk.Now;
            await desk.RecordInOfficeAsync(new AuditLine("DeputyshipEnded", actor)
            {
                Subject = $"{deputyship.PrincipalId}", OldValue = $"{deputyship.DeputyId} {deputyship.From:yyyy-MM-dd} {deputyship.Until:yyyy-MM-dd}",
                NewValue = $"{desk.Today:yyyy-MM-dd}", Reason = command.Reason.Trim(),
            }, ct);
            return Answer.Done("代理已结束。", "The deputyship has ended.", deputyship.Id);
        }, ct);
}
