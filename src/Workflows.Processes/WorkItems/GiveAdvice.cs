using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Storage.Audit;

namespace Workflows.Processes.WorkItems;

/// <summary>A consulted colleague advises: the item goes back to who asked, who decides.</summary>
public sealed class GiveAdvice(Desk desk)
{
    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="ConsultationId">The question.</param>
    /// <param name="Advice">The advice.</param>
    public sealed record Command(Guid OperationId, Guid ConsultationId, string Advice);

    /// <summary>Records the advice.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(GiveAdvice), async () =>
        {
            var consultation = await desk.QuestionAsync(command.ConsultationId, ct);
            if (consultation is null || consultation.AskedOf != actor)
                return Answer.Refused(Refusal.NotFound, "没有向您征询的这个问题。", "There is no such question to you.");
            var item = consultation.Part.WorkItem;
            if (consultation.ClosedAt is not null || item.Stage is not WorkItemStage.Open)
                return Answer.Refused(Refusal.Stale, "这个征询已经结束。", "This question is already closed.");
            if (await desk.OfficerAsync(actor, item.Case, ct) is not { } officer || officer.IsConcernedBy(item.Case))
                return Answer.Refused(Refusal.NotAllowed, "您应当回避，不能提供意见（暂行规定第27条）。", "You are concerned and recused, so you can't advise (2005 provisions, Art. 27).");
            if (string.IsNullOrWhiteSpace(command.Advice))
                return Answer.Refused(Refusal.Invalid, "请写明您的意见。", "Write down your advice.");

            consultation.Advice = command.Advice.Trim();
            consultation.ClosedAt = desk.Now;
            consultation.Part.AwaitsAdvice = false;
            item.ChangedAt = desk.Now;
            desk.Record(item.Case, new AuditLine("AdviceGiven", actor)
            {
                Subject = $"{item.WaitId} {consultation.Part.Role}", NewValue = $"{consultation.AskedBy}", Reason = consultation.Advice,
            });
            return Answer.Done("已答复，事项退回征询人办理。", "Your advice is recorded; the item is back with who asked.", item.CaseId);
        }, ct);
}

internal static class Questions
{
    /// <summary>A question with its item, part and case; null when there is none.</summary>
    public static Task<Consultation?> QuestionAsync(this Desk desk, Guid consultationId, CancellationToken ct) =>
        desk.Db.Consultations.Include(one => one.Part).ThenInclude(part => part.WorkItem).ThenInclude(item => item.Case)
            .FirstOrDefaultAsync(one => one.Id == consultationId, ct);
}
