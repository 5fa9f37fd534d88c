using Workflows.Engine;
using Workflows.Policy;

namespace Workflows.Processes.Hiring.Steps;

/// <summary>
/// Whether the applicant can only be taken by a waiver (R09): a clause isn't met, and a ground is there. 适当放宽 has no number, so
/// leadership decides it collectively, each time.
/// </summary>
[Step("Workflows.CheckWaiver", "Needed", "NotNeeded", Zh = "是否须放宽", En = "Is a waiver needed?")]
public sealed class CheckWaiver(Desk desk) : IStep
{
    /// <inheritdoc />
    public async ValueTask<StepResult> RunAsync(StepCall call, CancellationToken ct)
    {
        var application = await desk.ApplicationAsync(await desk.CaseAsync(call.CaseId, ct), ct);
        return StepResult.Done(application.Verdict.Findings.Any(finding => finding.Result is FindingResult.NotMet) ? "Needed" : "NotNeeded");
    }
}
