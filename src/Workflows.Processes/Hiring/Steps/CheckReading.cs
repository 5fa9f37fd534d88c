using Workflows.Engine;

namespace Workflows.Processes.Hiring.Steps;

/// <summary>Whether the reading of 45周岁以下 changes anybody's finding (R06): then leadership confirms it once for all.</summary>
[Step("Workflows.CheckReading", "Matters", "DoesNotMatter", Zh = "年龄口径是否有别", En = "Does the age reading matter?")]
public sealed class CheckReading(Desk desk) : IStep
{
    /// <inheritdoc />
    public async ValueTask<StepResult> RunAsync(StepCall call, CancellationToken ct)
    {
        var round = await desk.RoundAsync(await desk.CaseAsync(call.CaseId, ct), ct);
        var applications = await desk.ApplicationsAsync(round, ct);
        return StepResult.Done(applications.Exists(application => application.Verdict.DependsOnReading) ? "Matters" : "DoesNotMatter");
    }
}
