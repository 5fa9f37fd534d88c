using Workflows.Engine;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Hiring;

namespace Workflows.Processes.Hiring.Steps;

/// <summary>
/// Calls up as many applicants in rank order as there are places (递补: the next, when somebody fails or withdraws, until the announced
/// day), and waits until all their checks are concluded.
/// </summary>
[Step("Workflows.CallUpNext", "Complete", "Exhausted", Outcomes.Again, Waits = true, Zh = "依次递补", En = "Call up the next")]
public sealed class CallUpNext(Desk desk) : IStep
{
    /// <inheritdoc />
    public async ValueTask<StepResult> RunAsync(StepCall call, CancellationToken ct)
    {
        var round = await desk.RoundAsync(await desk.CaseAsync(call.CaseId, ct), ct);
        round.Stage = RoundStage.Checks;
        var now = CallUp.Next(round.Plan, await desk.ApplicationsAsync(round, ct), desk.Today);
        foreach (var application in now.Next)
        {
            application.Standing = Standing.CalledUp;
            await desk.TellAsync(application, Outcomes.CalledUp, ct);
        }

        round.CallUpWait = now.UnderWay > 0 ? call.WaitId : null;
        if (now.UnderWay > 0)
            return StepResult.Wait();
        return StepResult.Done(now.Passed > 0 ? "Complete" : "Exhausted");
    }
}
