using Workflows.Personnel.Cases;
using Workflows.Personnel.Staff;
using Workflows.Policy;
using Workflows.Processes.WorkItems;

namespace Workflows.Processes.Exits;

/// <summary>HR goes through the handover with somebody who leaves: every point is done, or doesn't apply and the note says why.</summary>
public sealed class RecordHandover(Desk desk)
{
    /// <summary>What the page posts.</summary>
    /// <param name="WorkItemId">The item.</param>
    /// <param name="Revision">The revision HR saw.</param>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="Lines">The points.</param>
    /// <param name="Comment">A remark.</param>
    public sealed record Command(Guid WorkItemId, long Revision, Guid OperationId, IReadOnlyList<HandoverLine> Lines, string Comment);

    /// <summary>Records the checklist and decides the item.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(RecordHandover), async () =>
        {
            var asked = await AskedItem.FindAsync(desk, command.WorkItemId, actor, ct);
            var decision = new DecideWorkItem.Command(command.WorkItemId, command.Revision, command.OperationId, Outcomes.Closed, command.Comment);
            if (asked.Refusal(decision, WorkItemForm.Handover) is { } refusal)
                return refusal;
            if (Open(command.Lines).ToList() is { Count: > 0 } open)
                return Answer.Refused(Refusal.Invalid, open);

            (await desk.ExitAsync(asked.Item.CaseId, ct)).Handover = [.. command.Lines.OrderBy(line => line.Point)];
            return await asked.DecideAsync(decision, ct);
        }, ct);

    private static IEnumerable<Bilingual> Open(IReadOnlyList<HandoverLine> lines)
    {
        foreach (var point in Enum.GetValues<HandoverPoint>())
        {
            var name = StaffWording.Name(point);
            if (lines.Count(line => line.Point == point) != 1)
                yield return new Bilingual($"“{name.Zh}”还没有交接结论。", $"Nothing is recorded for {name.En}.");
            else if (lines.First(line => line.Point == point) is { IsDone: false, Note: var note } && string.IsNullOrWhiteSpace(note))
                yield return new Bilingual($"“{name.Zh}”不适用的，请说明原因。", $"Say why {name.En} doesn't apply.");
        }
    }
}
