using Workflows.Personnel.Cases;
using Workflows.Processes.WorkItems;

namespace Workflows.Processes.Hiring;

/// <summary>HR records whether an applicant passed the medical check: pass or fail, and nothing else of it.</summary>
public sealed class RecordMedicalCheck(Desk desk)
{
    /// <summary>Decides the item by <see cref="Outcomes.Passed"/> or <see cref="Outcomes.Failed"/>.</summary>
    public Task<Answer> RunAsync(DecideWorkItem.Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(RecordMedicalCheck), async () =>
        {
            var asked = await AskedItem.FindAsync(desk, command.WorkItemId, actor, ct);
            if (asked.Refusal(command, WorkItemForm.MedicalCheck) is { } refusal)
                return refusal;

            var application = await desk.ApplicationAsync(asked.Item.Case, ct);
            application.MedicalPassed = command.Outcome is Outcomes.Passed;
            if (application.MedicalPassed is false)
                application.Reason = command.Comment.Trim();
            return await asked.DecideAsync(command, ct);
        }, ct);
}
