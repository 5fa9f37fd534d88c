using Workflows.Engine;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Hiring;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Hiring.Steps;

/// <summary>Ends the round: whoever still waits for it isn't taken, and reviews that are still open end with it.</summary>
[Step("Workflows.CloseRound", Inputs = ["completed"], Zh = "结束招聘", En = "Close the round")]
public sealed class CloseRound(Desk desk) : IStep
{
    /// <inheritdoc />
    public async ValueTask<StepResult> RunAsync(StepCall call, CancellationToken ct)
    {
        var @case = await desk.CaseAsync(call.CaseId, ct);
        var round = await desk.RoundAsync(@case, ct);
        round.Stage = call.Boolean("completed") ? RoundStage.Completed : RoundStage.Closed;
        round.CallUpWait = null;
        foreach (var application in (await desk.ApplicationsAsync(round, ct)).Where(application => application.Standing.WaitsForRound()))
        {
            var isWaiting = application.RoundWait is not null;
            application.Standing = Standing.NotTaken;
            if (isWaiting)
                await desk.TellAsync(application, Outcomes.NotTaken, ct);
            else if (application.CaseId is { } caseId)
                await desk.Engine.CancelAsync(caseId, "招聘结束 The round has ended.", desk.StepOperation(call, caseId), ct);
        }

        desk.Record(@case, new AuditLine("RoundClosed", null) { NewValue = $"{round.Stage}" });
        return StepResult.Done();
    }
}
