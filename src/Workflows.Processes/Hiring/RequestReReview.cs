using Workflows.Personnel.Cases;
using Workflows.Personnel.Hiring;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Hiring;

/// <summary>HR records that a refused applicant asks for a re-review, in time: the review opens again.</summary>
public sealed class RequestReReview(Desk desk)
{
    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="ApplicationId">The application.</param>
    /// <param name="Grounds">What the applicant says.</param>
    public sealed record Command(Guid OperationId, Guid ApplicationId, string Grounds);

    /// <summary>Opens the review again, until the last day for it and before the scores are closed.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(RequestReReview), async () =>
        {
            if (await desk.RefusalUnlessAsync(actor, OfficeRole.HumanResources, ct) is { } refusal)
                return refusal;
            if (await desk.Db.Applications.FindAsync([command.ApplicationId], ct) is not { } application)
                return Answer.Refused(Refusal.NotFound, "没有这份应聘材料。", "There is no such application.");
            if (application is not { Standing: Standing.Refused, ReReviewWait: { } wait, CaseId: { } caseId })
                return Answer.Refused(Refusal.WrongTime, "这份材料现在不能申请复审。", "There is nothing to review again now.");
            if (desk.Today > application.ReReviewUntil)
            {
                return Answer.Refused(Refusal.WrongTime,
                    $"复审申请已于 {application.ReReviewUntil:yyyy-MM-dd} 截止。", $"A re-review could be asked for until {application.ReReviewUntil:yyyy-MM-dd}.");
            }

            var @case = await desk.CaseAsync(caseId, ct);
            if ((await desk.RoundAsync(@case, ct)).Stage is not (RoundStage.QualificationReview or RoundStage.Examination))
                return Answer.Refused(Refusal.WrongTime, "成绩已经排名，不能再复审。", "The ranking is made; there can be no re-review.");
            if (string.IsNullOrWhiteSpace(command.Grounds))
                return Answer.Refused(Refusal.Invalid, "请写明申请复审的理由。", "State the grounds for the re-review.");

            application.ReReviewWait = null;
            application.Standing = Standing.UnderReview;
            desk.Record(@case, new AuditLine("ReReviewRequested", actor) { Subject = $"{application.Id}", Reason = command.Grounds.Trim() });
            await desk.Engine.SignalAsync(caseId, wait, Outcomes.ReReview, command.OperationId, ct);
            return Answer.Done("已受理复审申请。", "The re-review is opened.", caseId);
        }, ct);
}
