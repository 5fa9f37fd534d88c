using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Standards;
using Workflows.Processes.Cases;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Standards;

/// <summary>HR charges somebody with an item, by a day (任务到人, R26). What was handed in for the task before stays with that task.</summary>
public sealed class ChargeItem(Desk desk)
{
    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="ItemId">The item.</param>
    /// <param name="Version">The version that the page showed.</param>
    /// <param name="OwnerId">The person on the roster.</param>
    /// <param name="DueOn">The last day that is in time.</param>
    public sealed record Command(Guid OperationId, Guid ItemId, long Version, Guid OwnerId, DateOnly DueOn);

    /// <summary>Charges the person.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(ChargeItem), async () =>
        {
            if (await desk.RefusalUnlessAsync(actor, OfficeRole.HumanResources, ct) is { } refusal)
                return refusal;
            var (item, missing) = await desk.StandingItemAsync(command.ItemId, command.Version, ct);
            if (item is null)
                return missing!;
            var owner = await desk.Db.People.AsNoTracking().Include(person => person.Tenures).FirstOrDefaultAsync(person => person.Id == command.OwnerId, ct);
            if (owner?.TenureOn(desk.Today) is null)
                return Answer.Refused(Refusal.Invalid, "请从在校人员中选择责任人。", "Choose an owner who is at the college.");
            if (command.DueOn < desk.Today)
                return Answer.Refused(Refusal.Invalid, "期限不能早于今天。", "The due day can't be before today.");

            var before = item.TaskOn(desk.Today);
            var task = desk.Task(item, owner.Id, command.DueOn);
            desk.Db.Add(task);
            item.ChangedAt = desk.Now;
            await desk.RecordInOfficeAsync(new AuditLine("ItemCharged", actor)
            {
                Subject = $"{item.Number} {item.Id}", OldValue = before is null ? "" : $"{before.OwnerId} {before.DueOn:yyyy-MM-dd}",
                NewValue = $"{owner.Id} {task.DueOn:yyyy-MM-dd}",
            }, ct);
            return Answer.Done($"第 {item.Number} 项由{owner.Name}负责，期限 {task.DueOn:yyyy-MM-dd}。", $"{owner.Name} sees to item {item.Number} by {task.DueOn:yyyy-MM-dd}.", item.Id);
        }, ct);
}

/// <summary>What the use cases about items share.</summary>
internal static class Items
{
    /// <summary>A task from today on.</summary>
    public static ItemTask Task(this Desk desk, StandardItem item, Guid ownerId, DateOnly dueOn) => new()
    {
        Id = Guid.CreateVersion7(desk.Now), ItemId = item.Id, OwnerId = ownerId, DueOn = dueOn, From = desk.Today, GivenAt = desk.Now,
    };

    /// <summary>The item as the page showed it, or why there is none.</summary>
    public static async Task<(StandardItem? Item, Answer? Missing)> StandingItemAsync(this Desk desk, Guid id, long version, CancellationToken ct)
    {
        if (await desk.Db.StandardItems.WithTasks().FirstOrDefaultAsync(item => item.Id == id && item.RemovedOn == null, ct) is not { } item)
            return (null, Answer.Refused(Refusal.NotFound, "没有这一项，或已移出。", "There is no such item, or it was taken off."));
        return item.Version == version
            ? (item, null)
            : (null, Answer.Refused(Refusal.Stale, "这一项已被别人改过，请刷新后再办。", "Somebody else changed this item. Reload, then do it."));
    }
}
