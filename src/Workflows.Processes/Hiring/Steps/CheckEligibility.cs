using Workflows.Engine;
using Workflows.Personnel.Hiring;
using Workflows.Policy.Hiring;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Hiring.Steps;

/// <summary>Judges the application by R05 to R08 and R10 under the round's terms. The verdict advises; HR confirms or corrects it.</summary>
[Step("Workflows.CheckEligibility",
    nameof(Verdict.Eligible), nameof(Verdict.NeedsDecision), nameof(Verdict.Undecidable), nameof(Verdict.Ineligible),
    Zh = "核对条件", En = "Check eligibility")]
public sealed class CheckEligibility(Desk desk) : IStep
{
    /// <inheritdoc />
    public async ValueTask<StepResult> RunAsync(StepCall call, CancellationToken ct)
    {
        var @case = await desk.CaseAsync(call.CaseId, ct);
        var round = await desk.RoundAsync(@case, ct);
        var application = await desk.ApplicationAsync(@case, ct);
        application.Verdict = HiringRules.Evaluate(application.Record, round.Plan.Terms(round.AgeReading), desk.Office.Policy);
        application.Standing = Standing.UnderReview;
        desk.Record(@case, new AuditLine("EligibilityChecked", null)
        {
            Subject = application.Verdict.Policy, NewValue = $"{application.Verdict.Verdict}",
        });
        return StepResult.Done($"{application.Verdict.Verdict}");
    }
}
