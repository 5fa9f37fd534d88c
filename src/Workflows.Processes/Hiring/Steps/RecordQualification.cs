using Workflows.Engine;
using Workflows.Personnel.Hiring;

namespace Workflows.Processes.Hiring.Steps;

/// <summary>Admits the applicant to the tests.</summary>
[Step("Workflows.RecordQualification", Zh = "登记合格", En = "Record the qualification")]
public sealed class RecordQualification(Desk desk) : IStep
{
    /// <inheritdoc />
    public async ValueTask<StepResult> RunAsync(StepCall call, CancellationToken ct)
    {
        var application = await desk.ApplicationAsync(await desk.CaseAsync(call.CaseId, ct), ct);
        application.Standing = Standing.Qualified;
        application.Reason = "";
        return StepResult.Done();
    }
}
