using System.Text.Json;
using Workflows.Personnel.Cases;
using Workflows.Policy;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Cases;

/// <summary>HR records what the person concerned says in writing, within the days that the letter gave. The case goes on with it.</summary>
public sealed class RecordStatement(Desk desk)
{
    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="CaseId">The case.</param>
    /// <param name="Objects">Whether the person objects.</param>
    /// <param name="Statement">What the person says, as written.</param>
    public sealed record Command(Guid OperationId, Guid CaseId, bool Objects, string Statement);

    /// <summary>Records the statement.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(RecordStatement), async () =>
        {
            if (await desk.RefusalUnlessAsync(actor, OfficeRole.HumanResources, ct) is { } refusal)
                return refusal;
            if (await desk.Db.Hearings.FindAsync([command.CaseId], ct) is not { } hearing)
                return Answer.Refused(Refusal.NotFound, "这个办件没有书面听取意见的环节。", "Nobody was invited to speak up in this case.");
            if (hearing.WaitId is not { } wait || desk.Today > hearing.Until)
                return Answer.Refused(Refusal.WrongTime, "陈述期限已过，或者已经记录。", "The time to speak up is over, or it is already recorded.");
            var @case = await desk.CaseAsync(command.CaseId, ct);
            if (await desk.IsConcernedAsync(actor, @case, ct))
                return Answer.Refused(Refusal.NotAllowed, "本办件涉及您本人或亲属，应当回避。", "This case is about you or a declared relative: somebody else acts.");
            if (string.IsNullOrWhiteSpace(command.Statement))
                return Answer.Refused(Refusal.Invalid, "请如实记录本人的书面陈述。", "Write down what the person says.");

            hearing.ReceivedOn = desk.Today;
            hearing.Objects = command.Objects;
            hearing.Statement = command.Statement.Trim();
            hearing.WaitId = null;
            desk.Record(@case, new AuditLine("StatementRecorded", actor)
            {
                NewValue = command.Objects ? "Objects" : "Agrees",
                Personal = JsonSerializer.Serialize(new { hearing.Statement }, PolicyJson.Options),
            });
            await desk.Engine.SignalAsync(@case.Id, wait, Outcomes.Stated, command.OperationId, ct);
            return Answer.Done("已记录本人陈述。", "The statement is recorded.", @case.Id);
        }, ct);
}
