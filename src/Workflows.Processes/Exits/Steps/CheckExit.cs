using Workflows.Engine;
using Workflows.Personnel.Staff;

namespace Workflows.Processes.Exits.Steps;

/// <summary>How the person leaves, as each way asks for its own steps.</summary>
[Step("Workflows.CheckExit",
    nameof(ExitKind.TransferOut), nameof(ExitKind.Retirement), nameof(ExitKind.Resignation), nameof(ExitKind.Dismissal),
    Zh = "离岗方式", En = "Check the exit")]
public sealed class CheckExit(Desk desk) : IStep
{
    /// <inheritdoc />
    public async ValueTask<StepResult> RunAsync(StepCall call, CancellationToken ct) =>
        StepResult.Done($"{(await desk.ExitAsync(call.CaseId, ct)).Proposal.Kind}");
}
