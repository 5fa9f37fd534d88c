using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Storage.Audit;

namespace Workflows.Processes.WorkItems;

/// <summary>
/// Somebody takes their own decision back (拿回): while others still have to sign, or while the next item waits untouched and the definition
/// leads back from it. What the others approved stays.
/// </summary>
public sealed class TakeBackDecision(Desk desk)
{
    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="WorkItemId">The decided item.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Command(Guid OperationId, Guid WorkItemId, string Reason);

    /// <summary>Takes the decision back.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(TakeBackDecision), async () =>
        {
            var items = await desk.Db.WorkItems.Include(one => one.Case).Include(one => one.Parts)
                .Where(one => one.Case.Id == desk.Db.WorkItems.Where(asked => asked.Id == command.WorkItemId).Select(asked => asked.CaseId).FirstOrDefault())
                .OrderBy(one => one.Id).ToListAsync(ct);
            if (items.Find(one => one.Id == command.WorkItemId) is not { } item)
                return WorkItemLook.Missing;
            var found = TakingBack.Find(item, items, actor, await desk.OfficerAsync(actor, item.Case, ct));
            if (found.Refusal is { } refusal)
                return refusal;
            if (string.IsNullOrWhiteSpace(command.Reason))
                return Answer.Refused(Refusal.Invalid, "请写明拿回的理由。", "Say why you take your decision back.");

            var (own, next) = (found.Own!, found.Next);
            desk.Record(item.Case, new AuditLine("DecisionTakenBack", actor)
            {
                OnBehalfOf = own.OnBehalfOf, Subject = $"{item.WaitId} {own.Role}", OldValue = DecisionLine.Write(own), Reason = command.Reason.Trim(),
            });
            if (next is null)
                Strike(item, own);
            else
                await AskAnewAsync(next, own, command.OperationId, ct);
            item.ChangedAt = desk.Now;
            return Answer.Done("已拿回，可以重新办理。", "Taken back; you can decide again.", item.CaseId);
        }, ct);

    private static void Strike(WorkItem item, WorkItemPart own)
    {
        own.Outcome = null;
        own.Comment = "";
        own.DecidedBy = own.OnBehalfOf = null;
        own.DecidedAt = null;
        own.Minutes = own.DocumentNumber = null;
        item.Settle();
    }

    private async Task AskAnewAsync(WorkItem next, WorkItemPart own, Guid operationId, CancellationToken ct)
    {
        own.TakenBackAt = desk.Now;
        next.ChangedAt = desk.Now;
        next.Outcome = Outcomes.TakenBack;
        next.Close(WorkItemStage.Withdrawn, desk.Now);
        await desk.Engine.SignalAsync(next.CaseId, next.WaitId, Outcomes.TakenBack, operationId, ct);
    }
}
