using Workflows.Engine;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Hiring;
using Workflows.Processes.WorkItems;

namespace Workflows.Processes.Hiring.Steps;

/// <summary>Records a refusal with the decider's reasons and the last day to ask for a re-review.</summary>
[Step("Workflows.RefuseApplicant", Zh = "不合格并说明理由", En = "Refuse with reasons")]
public sealed class RefuseApplicant(Desk desk) : IStep
{
    /// <inheritdoc />
    public async ValueTask<StepResult> RunAsync(StepCall call, CancellationToken ct)
    {
        var @case = await desk.CaseAsync(call.CaseId, ct);
        var round = await desk.RoundAsync(@case, ct);
        var application = await desk.ApplicationAsync(@case, ct);
        var refusal = await desk.LastDecisionAsync(@case, [Outcomes.Refused, Outcomes.Rejected], ct);
        application.Standing = Standing.Refused;
        application.Reason = refusal.Comment;
        application.ReReviewUntil = desk.Office.Calendar.WorkingDayOnOrAfter(desk.Today.AddDays(round.Plan.ReReviewDays));
        return StepResult.Done();
    }
}
