using Workflows.Personnel.Cases;
using Workflows.Personnel.Hiring;
using Workflows.Policy;
using Workflows.Processes.WorkItems;

namespace Workflows.Processes.Hiring;

/// <summary>HR closes the qualification review of a round; every applicant must have a result by then.</summary>
public sealed class CloseQualificationReview(Desk desk)
{
    /// <summary>Decides the item.</summary>
    public Task<Answer> RunAsync(DecideWorkItem.Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(CloseQualificationReview), async () =>
        {
            var asked = await AskedItem.FindAsync(desk, command.WorkItemId, actor, ct);
            if (asked.Refusal(command, WorkItemForm.QualificationResults) is { } refusal)
                return refusal;
            var round = await desk.RoundAsync(asked.Item.Case, ct);
            var open = (await desk.ApplicationsAsync(round, ct)).Where(application => application.Standing is Standing.UnderReview).ToList();
            if (open.Count > 0)
                return Answer.Refused(Refusal.WrongTime, [.. open.Select(StillOpen)]);

            return await asked.DecideAsync(command, ct);
        }, ct);

    private static Bilingual StillOpen(Application application) =>
        new($"{application.Name} 的资格审查还没有结论。", $"{application.Name}'s qualification isn't decided yet.");
}
