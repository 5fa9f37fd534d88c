using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Storage.Audit;

namespace Workflows.Processes.WorkItems;

/// <summary>HR or the initiator of the case urges those who still have to decide (催办), at most once a day for each item.</summary>
public sealed class UrgeWorkItem(Desk desk)
{
    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="WorkItemId">The item.</param>
    /// <param name="Words">What to tell them; may be empty.</param>
    public sealed record Command(Guid OperationId, Guid WorkItemId, string Words);

    /// <summary>Records the urging; the letters go out by what was recorded.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(UrgeWorkItem), async () =>
        {
            if (await desk.Db.WorkItems.Include(one => one.Case).Include(one => one.Parts).FirstOrDefaultAsync(one => one.Id == command.WorkItemId, ct) is not { } item)
                return WorkItemLook.Missing;
            if (item.Case.OpenedBy != actor && await desk.RefusalUnlessAsync(actor, OfficeRole.HumanResources, ct) is { } notHr)
                return notHr;
            var effect = ItemActions.Effect(ItemAction.Urge, item.Rule, item.State);
            if (ItemActions.IsRefusal(effect))
                return Answer.Refused(Refusal.Stale, [ItemActions.Meaning(effect)]);
            if (item.UrgedAt is { } last && desk.Office.DayOf(last) == desk.Today)
                return Answer.Refused(Refusal.WrongTime, "今天已经催办过，请明天再催。", "It was urged today already: urge again tomorrow.");

            item.UrgedAt = desk.Now;
            item.UrgedBy = actor;
            item.UrgeWords = command.Words.Trim();
            desk.Record(item.Case, new AuditLine("WorkItemUrged", actor)
            {
                Subject = item.WaitId, Reason = command.Words.Trim(),
                NewValue = string.Join(' ', item.Parts.Where(part => part.IsOpen).OrderBy(part => part.Role)
                    .Select(part => part.AssigneeId is { } named ? $"{named}" : $"{part.Role}").Distinct()),
            });
            return Answer.Done("已催办。", "Those who still have to decide are urged.", item.CaseId);
        }, ct);
}
