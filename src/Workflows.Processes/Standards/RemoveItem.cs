using Workflows.Personnel.Cases;
using Workflows.Processes.Cases;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Standards;

/// <summary>HR takes an item off its list from today on, and says why; reports of days before still show it.</summary>
public sealed class RemoveItem(Desk desk)
{
    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="ItemId">The item.</param>
    /// <param name="Version">The version that the page showed.</param>
    /// <param name="Reason">Why it no longer belongs there.</param>
    public sealed record Command(Guid OperationId, Guid ItemId, long Version, string Reason);

    /// <summary>Takes it off.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(RemoveItem), async () =>
        {
            if (await desk.RefusalUnlessAsync(actor, OfficeRole.HumanResources, ct) is { } refusal)
                return refusal;
            if (string.IsNullOrWhiteSpace(command.Reason))
                return Answer.Refused(Refusal.Invalid, "请写明移出的理由。", "Say why it is taken off.");
            var (item, missing) = await desk.StandingItemAsync(command.ItemId, command.Version, ct);
            if (item is null)
                return missing!;
            (item.RemovedOn, item.RemovalReason, item.ChangedAt) = (desk.Today, command.Reason.Trim(), desk.Now);
            await desk.RecordInOfficeAsync(new AuditLine("ItemRemoved", actor) { Subject = $"{item.Number} {item.Id}", OldValue = item.Text, Reason = item.RemovalReason }, ct);
            return Answer.Done($"第 {item.Number} 项已移出。", $"Item {item.Number} is taken off.", item.Id);
        }, ct);
}
