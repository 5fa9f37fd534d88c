using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;

namespace Workflows.Processes.Planning;

/// <summary>HR ends a search for a plan: it keeps the best one so far.</summary>
public sealed class StopPlanSearch(Desk desk)
{
    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="SearchId">The search.</param>
    public sealed record Command(Guid OperationId, Guid SearchId);

    /// <summary>Asks the node that searches to end; it hears of it within a second or two.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(StopPlanSearch), async () =>
        {
            if (await desk.RefusalUnlessAsync(actor, OfficeRole.HumanResources, ct) is { } refusal)
                return refusal;
            return await desk.Db.PlanSearches.Where(one => one.Id == command.SearchId).ExecuteUpdateAsync(set => set.SetProperty(one => one.StopAsked, true), ct) == 0
                ? Answer.Refused(Refusal.NotFound, "没有这次搜索。", "There is no such search.")
                : Answer.Done("即将停止，保留目前最好的方案。", "It ends in a moment and keeps the best plan so far.", command.SearchId);
        }, ct);
}
