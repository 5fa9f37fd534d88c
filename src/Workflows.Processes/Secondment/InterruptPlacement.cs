using Workflows.Personnel.Cases;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Secondment;

/// <summary>HR breaks off a placement that a cycle follows while it waits for a day, with the reason: it doesn't count, and the cycle goes on waiting.</summary>
public sealed class InterruptPlacement(Desk desk)
{
    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="CaseId">The cycle's case.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Command(Guid OperationId, Guid CaseId, string Reason);

    /// <summary>Breaks the placement off.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(InterruptPlacement), async () =>
        {
            if (await desk.Db.SecondmentCycles.FindAsync([command.CaseId], ct) is not { } cycle)
                return Answer.Refused(Refusal.NotFound, "没有这个周期。", "There is no such cycle.");
            if (await desk.RefusalOfSecondmentDeskAsync(actor, cycle.PersonId, ct) is { } refusal)
                return refusal;
            if (cycle is not { PlacementId: not null, WaitId: { } wait })
                return Answer.Refused(Refusal.WrongTime, "现在没有可以中断的派出；有待办事项时，请在待办里选择“中断”。", "Nothing can be broken off here now; where an item waits, choose “Broken off” there.");
            if (command.Reason.Trim() is not { Length: > 0 } reason)
                return Answer.Refused(Refusal.Invalid, "请写明中断原因。", "Say why it is broken off.");

            desk.Record(await desk.CaseAsync(cycle.CaseId, ct), new AuditLine("PlacementInterrupted", actor) { Subject = $"{cycle.PersonId}", Reason = reason });
            await desk.Engine.SignalAsync(cycle.CaseId, wait, Outcomes.Interrupted, command.OperationId, ct);
            return Answer.Done("已中断，不计入；周期继续等待下一次派出。", "Broken off, it doesn't count; the cycle waits for another placement.", cycle.CaseId);
        }, ct);
}
