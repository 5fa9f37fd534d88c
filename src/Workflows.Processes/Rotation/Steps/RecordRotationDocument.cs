using Workflows.Engine;
using Workflows.Personnel.Cases;
using Workflows.Processes.WorkItems;

namespace Workflows.Processes.Rotation.Steps;

/// <summary>Writes the number of the issued document on a year's rotation: from then on it can't be withdrawn, and takes effect on its day.</summary>
[Step("Workflows.RecordRotationDocument", Zh = "登记轮岗文件", En = "Record the rotation's document")]
public sealed class RecordRotationDocument(Desk desk) : IStep
{
    /// <inheritdoc />
    public async ValueTask<StepResult> RunAsync(StepCall call, CancellationToken ct)
    {
        var round = await desk.RotationAsync(call.CaseId, ct);
        round.DocumentNumber = (await desk.LastDecisionAsync(await desk.CaseAsync(call.CaseId, ct), Outcomes.Issued, ct)).DocumentNumber ?? "";
        return StepResult.Done();
    }
}
