using Workflows.Engine;

namespace Workflows.Processes.Lists.Steps;

/// <summary>Whether an objection to a list waits for HR.</summary>
[Step("Workflows.CheckObjections", "Objected", "Agreed", Zh = "有无异议", En = "Any objections?")]
public sealed class CheckObjections(Desk desk) : IStep
{
    /// <inheritdoc />
    public async ValueTask<StepResult> RunAsync(StepCall call, CancellationToken ct) =>
        StepResult.Done((await desk.ListAsync(call.CaseId, ct)).Everybody.Any(line => line.IsUnhandled) ? "Objected" : "Agreed");
}
