using Workflows.Personnel.Cases;

namespace Workflows.Processes.WorkItems;

/// <summary>An approver decides a work item: approves, returns or rejects it, with a comment and what the item asks for.</summary>
public sealed class DecideWorkItem(Desk desk)
{
    /// <summary>What the page posts.</summary>
    /// <param name="WorkItemId">The item.</param>
    /// <param name="Revision">The revision the decider saw.</param>
    /// <param name="OperationId">Chosen by the page, so that a second click changes nothing.</param>
    /// <param name="Outcome">One of the item's outcomes.</param>
    /// <param name="Comment">The reason or remark; required for every outcome but the first.</param>
    public sealed record Command(Guid WorkItemId, long Revision, Guid OperationId, string Outcome, string Comment)
    {
        /// <summary>The minutes of the collective decision, where the item asks for them.</summary>
        public string? Minutes { get; init; }

        /// <summary>The document's number, where the item asks for it.</summary>
        public string? DocumentNumber { get; init; }
    }

    /// <summary>Decides the item. Items with a form of their own are decided by that form's use case.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(DecideWorkItem), async () =>
        {
            var asked = await AskedItem.FindAsync(desk, command.WorkItemId, actor, ct);
            if (asked.Refusal(command, WorkItemForm.Decision, WorkItemForm.AgeReading, WorkItemForm.RevisePlan, WorkItemForm.Waiver) is { } refusal)
                return refusal;

            return await asked.DecideAsync(command, ct);
        }, ct);
}
