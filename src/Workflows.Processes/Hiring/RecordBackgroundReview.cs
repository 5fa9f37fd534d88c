using Workflows.Personnel.Cases;
using Workflows.Personnel.Hiring;
using Workflows.Policy;
using Workflows.Processes.WorkItems;

namespace Workflows.Processes.Hiring;

/// <summary>HR goes through the background review's checklist. Passing needs every point in order; approvers see pass or fail only.</summary>
public sealed class RecordBackgroundReview(Desk desk)
{
    /// <summary>What the page posts.</summary>
    /// <param name="WorkItemId">The item.</param>
    /// <param name="Revision">The revision the page showed.</param>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="Lines">Every point of the checklist, once.</param>
    /// <param name="Comment">The summary; required where a point isn't in order.</param>
    public sealed record Command(Guid WorkItemId, long Revision, Guid OperationId, IReadOnlyList<ChecklistLine> Lines, string Comment);

    /// <summary>Records the review and decides the item by it.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(RecordBackgroundReview), async () =>
        {
            var review = new BackgroundReview([.. command.Lines.OrderBy(line => line.Point)]);
            var decision = new DecideWorkItem.Command(command.WorkItemId, command.Revision, command.OperationId,
                review.Passed ? Outcomes.Passed : Outcomes.Failed, command.Comment);
            var asked = await AskedItem.FindAsync(desk, command.WorkItemId, actor, ct);
            if (asked.Refusal(decision, WorkItemForm.BackgroundReview) is { } refusal)
                return refusal;
            if (Faults(review).ToList() is { Count: > 0 } faults)
                return Answer.Refused(Refusal.Invalid, faults);

            var application = await desk.ApplicationAsync(asked.Item.Case, ct);
            application.Background = review;
            if (!review.Passed)
                application.Reason = command.Comment.Trim();
            return await asked.DecideAsync(decision, ct);
        }, ct);

    private static IEnumerable<Bilingual> Faults(BackgroundReview review)
    {
        if (!review.Lines.Select(line => line.Point).SequenceEqual(Enum.GetValues<ChecklistPoint>()))
            yield return new Bilingual("清单上的每一项都要有一个结论。", "Every point of the checklist needs one result.");
        if (review.Lines.Any(line => !line.InOrder && string.IsNullOrWhiteSpace(line.Note)))
            yield return new Bilingual("有问题的项目要写明情况。", "Say what is wrong with each point that isn't in order.");
    }
}
