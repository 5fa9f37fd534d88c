using System.Text.Json;
using Workflows.Personnel.Cases;
using Workflows.Policy;
using Workflows.Processes.Cases;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Futures;

/// <summary>
/// Leadership approves future B: what was compared and the numbers of this moment are kept in a record of their own. It changes nothing of the college;
/// rounds, exits and appointments begin by their own processes.
/// </summary>
public sealed class ApproveFuture(Desk desk, CompareFutures compare)
{
    /// <summary>What the record's line is called.</summary>
    internal const string Kept = "FutureApproved";

    private const int LongestComment = 1000;

    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="Question">What was compared.</param>
    /// <param name="Seal">The seal of the numbers that were seen.</param>
    /// <param name="Comment">Why it is approved.</param>
    public sealed record Command(Guid OperationId, CompareFutures.Question? Question, string? Seal, string? Comment);

    /// <summary>Keeps it; with other numbers than were seen it is refused.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(ApproveFuture), async () =>
        {
            if (await desk.RefusalUnlessAsync(actor, OfficeRole.Leadership, ct) is { } refusal)
                return refusal;
            if (command.Question is not { } question || command.Comment?.Trim() is not { Length: > 0 and <= LongestComment } comment)
                return Answer.Refused(Refusal.Invalid, $"请写明批准意见，{LongestComment} 字以内。", $"Say why it is approved, in at most {LongestComment} letters.");
            var found = await compare.AskAsync(question, ct);
            if (found.Comparison is not { } comparison)
                return Answer.Refused(Refusal.Invalid, found.Faults);
            if (question.B.IsAsRecorded)
                return Answer.Refused(Refusal.Invalid, "未来 B 与现有记录没有不同，无可批准。", "Future B is the college as recorded: there is nothing to approve.");
            if (command.Seal != found.Seal)
                return Answer.Refused(Refusal.Stale, "您看过之后数据有变，请重新查看再批准。", "The numbers have changed since you saw them. Look again, then approve.");

            var kept = KeptFuture.Of(question, desk.Office.Structure, comparison);
            await desk.RecordFutureAsync(new AuditLine(Kept, actor)
            {
                Subject = $"{question.Day:yyyy-MM-dd}", NewValue = JsonSerializer.Serialize(kept, PolicyJson.Options), Reason = comment,
            }, ct);
            return Answer.Done("已批准并存档未来 B；招聘、离岗、聘任仍按各自流程办理。", "Future B is approved and kept; hiring, exits and appointments still go their own way.");
        }, ct);
}
