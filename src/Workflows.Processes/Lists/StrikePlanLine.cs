
namespace Workflows.Processes.Lists;

/// <summary>HR takes somebody off a list, with the reason. Whoever was asked already is told.</summary>
public sealed class StrikePlanLine(Desk desk)
{
    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="LineId">The line.</param>
    /// <param name="Version">The list's version that the page showed.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Command(Guid OperationId, Guid LineId, long Version, string Reason);

    /// <summary>Strikes the line; it stays readable with its reason.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(StrikePlanLine), async () =>
        {
            if (await desk.FindLineAsync(command.LineId, ct) is not ({ } list, { } line))
                return Answer.Refused(Refusal.NotFound, "名单上没有这一行。", "The list has no such line.");
            if (await desk.RefusalOfListWorkAsync(actor, list, command.Version, ListDesk.DraftStep, ct) is { } refusal)
                return refusal;
            if (!line.Stands)
                return Answer.Refused(Refusal.Stale, "这一行已经去掉了。", "This line has been taken off already.");
            if (command.Reason.Trim() is not { Length: > 0 } reason)
                return Answer.Refused(Refusal.Invalid, "请写明去掉的理由。", "Say why the line is taken off.");

            await desk.StrikeAsync(list, line, reason, actor, ct);
            return Answer.Done("已从名单中去掉。", "Taken off the list.", list.CaseId);
        }, ct);
}
