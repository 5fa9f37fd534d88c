using Workflows.Engine;
using Workflows.Personnel.Cases;
using Workflows.Processes.WorkItems;

namespace Workflows.Processes.Secondment.Steps;

/// <summary>Keeps what was found on the cycle: <c>MidTerm</c> for 中期检查, <c>Assessment</c> for 期满考核, in the words of whoever decided.</summary>
[Step("Workflows.RecordPlacementCheck", Inputs = ["what"], Zh = "登记检查考核", En = "Record a check")]
public sealed class RecordPlacementCheck(Desk desk) : IStep
{
    /// <inheritdoc />
    public async ValueTask<StepResult> RunAsync(StepCall call, CancellationToken ct)
    {
        var cycle = await desk.CycleAsync(call.CaseId, ct);
        var @case = await desk.CaseAsync(call.CaseId, ct);
        switch (call.Text("what"))
        {
            case "MidTerm":
                cycle.MidTerm = (await desk.LastDecisionAsync(@case, Outcomes.Closed, ct)).Comment;
                break;
            case "Assessment":
                cycle.Assessment = (await desk.LastDecisionAsync(@case, Outcomes.Passed, ct)).Comment;
                break;
            case var other:
                throw new InvalidOperationException($"A cycle keeps no {other}.");
        }

        return StepResult.Done();
    }
}
