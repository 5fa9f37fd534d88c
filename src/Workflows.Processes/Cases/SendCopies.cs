using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Processes.WorkItems;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Cases;

/// <summary>Somebody who works on a case shows it to colleagues for information (抄送): each gets it once, however often it is sent.</summary>
public sealed class SendCopies(Desk desk)
{
    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="CaseId">The case.</param>
    /// <param name="To">The colleagues' accounts.</param>
    /// <param name="Words">Why they should know; may be empty.</param>
    public sealed record Command(Guid OperationId, Guid CaseId, IReadOnlyList<Guid> To, string Words = "");

    /// <summary>Sends the copies; colleagues who have one already are left alone.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(SendCopies), async () =>
        {
            if (await desk.Db.Cases.FindAsync([command.CaseId], ct) is not { } @case)
                return Answer.Refused(Refusal.NotFound, "没有这个办件。", "There is no such case.");
            if (!await desk.WorksOnAsync(actor, @case, ct))
                return Answer.Refused(Refusal.NotAllowed, "您没有办理这件事的权限。", "You may not do this.");
            var to = command.To.Distinct().ToList();
            if (to.Count == 0)
                return Answer.Refused(Refusal.Invalid, "请选择抄送对象。", "Choose who is to be informed.");
            foreach (var account in to)
            {
                if (await desk.OfficerAsync(account, @case, ct) is not { } officer || officer.IsConcernedBy(@case))
                    return Answer.Refused(Refusal.Invalid, "抄送对象须是在岗且不需回避的同事。", "A copy goes to colleagues in office who are not recused.");
            }

            var informed = await desk.Db.CaseCopies.Where(copy => copy.CaseId == @case.Id && to.Contains(copy.AccountId))
                .Select(copy => copy.AccountId).ToListAsync(ct);
            var fresh = to.Except(informed).ToList();
            desk.Db.CaseCopies.AddRange(fresh.Select(account => new CaseCopy
            {
                CaseId = @case.Id, AccountId = account, SentBy = actor, SentAt = desk.Now,
            }));
            if (fresh.Count > 0)
                desk.Record(@case, new AuditLine("CopiesSent", actor) { NewValue = string.Join(" ", fresh), Reason = command.Words.Trim() });
            return Answer.Done($"已抄送{fresh.Count}人，{informed.Count}人此前已收到。",
                $"Sent to {fresh.Count}; {informed.Count} had it already.", @case.Id);
        }, ct);
}
