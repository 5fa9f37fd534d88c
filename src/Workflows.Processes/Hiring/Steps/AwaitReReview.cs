using Workflows.Engine;
using Workflows.Personnel.Cases;

namespace Workflows.Processes.Hiring.Steps;

/// <summary>Waits for a refused applicant to ask for a re-review, until the last day for it is over.</summary>
[Step("Workflows.AwaitReReview", Outcomes.ReReview, StepAttribute.Due, Waits = true, Zh = "等待复核申请", En = "Await a re-review")]
public sealed class AwaitReReview(Desk desk) : IStep
{
    /// <inheritdoc />
    public async ValueTask<StepResult> RunAsync(StepCall call, CancellationToken ct)
    {
        var application = await desk.ApplicationAsync(await desk.CaseAsync(call.CaseId, ct), ct);
        application.ReReviewWait = call.WaitId;
        return StepResult.Wait(desk.Office.StartOf(application.ReReviewUntil!.Value.AddDays(1)));
    }

    /// <inheritdoc />
    public async ValueTask WithdrawAsync(StepCall call, CancellationToken ct) =>
        (await desk.ApplicationAsync(await desk.CaseAsync(call.CaseId, ct), ct)).ReReviewWait = null;
}
