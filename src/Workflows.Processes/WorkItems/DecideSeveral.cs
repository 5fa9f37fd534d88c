using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Policy;

namespace Workflows.Processes.WorkItems;

/// <summary>
/// Somebody decides several items in one go, where their definition allows it (批量办理). Each is decided for itself, in a transaction of its
/// own and by the same checks: what one refuses doesn't stop the others.
/// </summary>
public sealed class DecideSeveral(IServiceScopeFactory scopes)
{
    /// <summary>The most items in one go.</summary>
    public const int Most = 50;

    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="Items">The items, each with the revision that the decider saw.</param>
    /// <param name="Outcome">The outcome for all of them.</param>
    /// <param name="Comment">The comment for all of them.</param>
    public sealed record Command(Guid OperationId, IReadOnlyList<Chosen> Items, string Outcome, string Comment);

    /// <summary>One of the items.</summary>
    /// <param name="WorkItemId">The item.</param>
    /// <param name="Revision">The revision the decider saw.</param>
    public sealed record Chosen(Guid WorkItemId, long Revision);

    /// <summary>Decides them one after the other; the answer counts what was done and names what was refused, with reasons.</summary>
    public async Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct)
    {
        var chosen = command.Items.DistinctBy(one => one.WorkItemId).ToList();
        if (command.OperationId == Guid.Empty || chosen.Count is 0 or > Most)
            return Answer.Refused(Refusal.Invalid, $"请勾选要办理的事项，一次最多{Most}项。", $"Tick the items to decide, at most {Most} at a time.");

        List<(Bilingual Title, Answer Answer)> answers = [];
        foreach (var one in chosen)
            answers.Add(await DecideAsync(command, one, actor, ct));
        var refused = answers.FindAll(one => !one.Answer.IsDone);
        var count = new Bilingual($"已办理{answers.Count - refused.Count}项，未办理{refused.Count}项。", $"{answers.Count - refused.Count} decided, {refused.Count} not.");
        return new Answer(refused.Count == answers.Count ? refused[0].Answer.Refusal : null,
            [count, .. refused.Select(one => new Bilingual($"{one.Title.Zh}：{one.Answer.Reasons[0].Zh}", $"{one.Title.En}: {one.Answer.Reasons[0].En}"))]);
    }

    /// <summary>The operation id of one item in the going: the same form posted twice decides nothing twice.</summary>
    internal static Guid OperationOf(Guid operationId, Guid workItemId)
    {
        Span<byte> both = stackalloc byte[32];
        operationId.TryWriteBytes(both, bigEndian: true, out _);
        workItemId.TryWriteBytes(both[16..], bigEndian: true, out _);
        return new Guid(SHA256.HashData(both).AsSpan(0, 16), bigEndian: true);
    }

    private async Task<(Bilingual Title, Answer Answer)> DecideAsync(Command command, Chosen chosen, Guid actor, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var desk = scope.ServiceProvider.GetRequiredService<Desk>();
        var item = await desk.Db.WorkItems.AsNoTracking().Where(one => one.Id == chosen.WorkItemId)
            .Select(one => new { one.AllowsBulk, one.TitleZh, one.TitleEn, CaseZh = one.Case.TitleZh, CaseEn = one.Case.TitleEn }).FirstOrDefaultAsync(ct);
        if (item is null)
            return (new Bilingual("—", "—"), WorkItemLook.Missing);
        var title = new Bilingual($"{item.CaseZh} {item.TitleZh}", $"{item.CaseEn}, {item.TitleEn}");
        if (!item.AllowsBulk)
            return (title, Answer.Refused(Refusal.Invalid, "这个事项要逐项办理。", "This item is decided one by one."));
        var decide = new DecideWorkItem.Command(
            chosen.WorkItemId, chosen.Revision, OperationOf(command.OperationId, chosen.WorkItemId), command.Outcome, command.Comment);
        return (title, await scope.ServiceProvider.GetRequiredService<DecideWorkItem>().RunAsync(decide, actor, ct));
    }
}
