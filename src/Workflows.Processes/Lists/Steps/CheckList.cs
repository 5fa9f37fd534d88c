using Workflows.Engine;

namespace Workflows.Processes.Lists.Steps;

/// <summary>Whether anybody is left on a list.</summary>
[Step("Workflows.CheckList", "Standing", "Empty", Zh = "名单是否为空", En = "Check the list")]
public sealed class CheckList(Desk desk) : IStep
{
    /// <inheritdoc />
    public async ValueTask<StepResult> RunAsync(StepCall call, CancellationToken ct) =>
        StepResult.Done((await desk.ListAsync(call.CaseId, ct)).Standing.Any() ? "Standing" : "Empty");
}
