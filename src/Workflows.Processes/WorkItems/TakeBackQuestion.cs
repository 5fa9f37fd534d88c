using Workflows.Personnel.Cases;
using Workflows.Storage.Audit;

namespace Workflows.Processes.WorkItems;

/// <summary>Whoever asked a colleague for advice takes the question back, and can decide without it.</summary>
public sealed class TakeBackQuestion(Desk desk)
{
    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="ConsultationId">The question.</param>
    public sealed record Command(Guid OperationId, Guid ConsultationId);

    /// <summary>Closes the question without advice.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(TakeBackQuestion), async () =>
        {
            var consultation = await desk.QuestionAsync(command.ConsultationId, ct);
            if (consultation is null || consultation.AskedBy != actor)
                return Answer.Refused(Refusal.NotFound, "没有您提出的这个征询。", "There is no such question of yours.");
            var item = consultation.Part.WorkItem;
            if (consultation.ClosedAt is not null || item.Stage is not WorkItemStage.Open)
                return Answer.Refused(Refusal.Stale, "这个征询已经结束。", "This question is already closed.");

            consultation.ClosedAt = desk.Now;
            consultation.Part.AwaitsAdvice = false;
            item.ChangedAt = desk.Now;
            desk.Record(item.Case, new AuditLine("QuestionTakenBack", actor)
            {
                Subject = $"{item.WaitId} {consultation.Part.Role}", OldValue = $"{consultation.AskedOf}", Reason = consultation.Question,
            });
            return Answer.Done("已撤回征询。", "The question is taken back.", item.CaseId);
        }, ct);
}
