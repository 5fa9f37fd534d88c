using Workflows.Personnel.Cases;
using Workflows.Processes.WorkItems;

namespace Workflows.Processes.Lists;

/// <summary>HR says that every objection to a list is handled: who goes elsewhere than they were told is asked anew, the others go on.</summary>
public sealed class CloseLineObjections(Desk desk)
{
    /// <summary>Decides the item.</summary>
    public Task<Answer> RunAsync(DecideWorkItem.Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(CloseLineObjections), async () =>
        {
            var asked = await AskedItem.FindAsync(desk, command.WorkItemId, actor, ct);
            if (asked.Refusal(command, WorkItemForm.LineObjections) is { } refusal)
                return refusal;
            if (command.Outcome == Outcomes.Closed
                && (await desk.ListAsync(asked.Item.CaseId, ct)).Everybody.Count(line => line.IsUnhandled) is > 0 and var open)
                return Answer.Refused(Refusal.WrongTime, $"还有 {open} 条异议没有处理。", $"{open} objections are still to be handled.");
            return await asked.DecideAsync(command, ct);
        }, ct);
}
