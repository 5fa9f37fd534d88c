using System.Text.Json;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Lists;
using Workflows.Policy;
using Workflows.Processes.Cases;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Lists;

/// <summary>A teacher confirms their line of a list, or objects to it; or HR records what the teacher said.</summary>
public sealed class AnswerPlanLine(Desk desk)
{
    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="LineId">The line.</param>
    /// <param name="Objects">Whether the teacher objects.</param>
    /// <param name="Words">What they say; needed for an objection.</param>
    public sealed record Command(Guid OperationId, Guid LineId, bool Objects, string Words);

    /// <summary>Records the answer; when everybody who was asked has answered, the list moves on.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(AnswerPlanLine), async () =>
        {
            if (await desk.FindLineAsync(command.LineId, ct) is not ({ } list, { } line) || await desk.SpeaksAsync(actor, line, ct) is not { } isOwn)
                return Answer.Refused(Refusal.NotFound, "没有这一行，或者不是您的。", "There is no such line, or it isn't yours.");
            var @case = await desk.CaseAsync(list.CaseId, ct);
            if (!isOwn && await desk.IsConcernedAsync(actor, @case, ct))
                return Answer.Refused(Refusal.NotAllowed, "名单涉及您本人或亲属，应当回避，请由其他人事干部办理。", "You or a declared relative are on the list: another HR officer acts.");
            if (await desk.Db.Hearings.FindAsync([list.CaseId], ct) is not { WaitId: { } wait } hearing
                || !line.Stands || line.HeardUntil != hearing.Until || desk.Today > hearing.Until)
                return Answer.Refused(Refusal.WrongTime, "现在不能确认或提出异议：期限已过，或名单已进入下一环节。", "It is too late to confirm or object, or the list has moved on.");
            if (command.Objects && string.IsNullOrWhiteSpace(command.Words))
                return Answer.Refused(Refusal.Invalid, "请写明异议的理由。", "Say why you object.");

            line.Answer = command.Objects ? TeacherAnswer.Objected : TeacherAnswer.Confirmed;
            (line.Objection, line.Handling, line.AnsweredAt) = (command.Objects ? command.Words.Trim() : "", "", desk.Now);
            desk.Touch(list);
            desk.Record(@case, new AuditLine("PlanLineAnswered", actor)
            {
                Subject = $"{line.PersonId}", NewValue = $"{line.Answer}",
                Personal = command.Words.Trim() is { Length: > 0 } words ? JsonSerializer.Serialize(new { words }, PolicyJson.Options) : "",
            });
            if (list.Standing.Where(one => one.HeardUntil == hearing.Until).All(one => one.Answer is not TeacherAnswer.None))
            {
                hearing.WaitId = null;
                await desk.Engine.SignalAsync(@case.Id, wait, Outcomes.Stated, command.OperationId, ct);
            }

            return command.Objects
                ? Answer.Done("已记录异议，人事会逐条处理并答复。", "The objection is recorded; HR handles it and answers.", line.Id)
                : Answer.Done("已确认。", "Confirmed.", line.Id);
        }, ct);
}
