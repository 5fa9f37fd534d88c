using Workflows.Engine;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Hiring;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Hiring.Steps;

/// <summary>Records whether the applicant passed background review and medical check, and tells the round, which may call up the next.</summary>
[Step("Workflows.ConcludeChecks", Inputs = ["passed"], Zh = "考察体检结论", En = "Conclude the checks")]
public sealed class ConcludeChecks(Desk desk) : IStep
{
    /// <inheritdoc />
    public async ValueTask<StepResult> RunAsync(StepCall call, CancellationToken ct)
    {
        var @case = await desk.CaseAsync(call.CaseId, ct);
        var application = await desk.ApplicationAsync(@case, ct);
        var passed = call.Boolean("passed");
        application.Standing = passed ? Standing.Proposed : Standing.FailedChecks;
        desk.Record(@case, new AuditLine("ChecksConcluded", null) { NewValue = passed ? Outcomes.Passed : Outcomes.Failed });
        await desk.TellCallUpAsync(await desk.RoundAsync(@case, ct), ct);
        return StepResult.Done();
    }
}
