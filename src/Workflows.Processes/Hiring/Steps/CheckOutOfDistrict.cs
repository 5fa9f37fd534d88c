using Workflows.Engine;
using Workflows.Policy.Hiring;

namespace Workflows.Processes.Hiring.Steps;

/// <summary>Whether the applicant comes from outside the district for a shortage post (R10): then the personnel bureau approves it.</summary>
[Step("Workflows.CheckOutOfDistrict", "Needed", "NotNeeded", Zh = "是否外区调入", En = "Does it come from outside the district?")]
public sealed class CheckOutOfDistrict(Desk desk) : IStep
{
    /// <inheritdoc />
    public async ValueTask<StepResult> RunAsync(StepCall call, CancellationToken ct)
    {
        var application = await desk.ApplicationAsync(await desk.CaseAsync(call.CaseId, ct), ct);
        var isNeeded = application.Verdict.Warnings.Any(warning => warning.Code is WarningCode.ExtraApproval);
        return StepResult.Done(isNeeded ? "Needed" : "NotNeeded");
    }
}
