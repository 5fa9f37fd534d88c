using Workflows.Engine;

namespace Workflows.Processes.WorkItems.Steps;

/// <summary>Waits until a day of the round's plan is over: <c>IntakeClosesOn</c> waits until that day's end, so the day itself still counts.</summary>
[Step("Workflows.WaitUntil", StepAttribute.Due, Inputs = ["endOf"], Waits = true, Zh = "等到时点", En = "Wait until")]
public sealed class WaitUntil(Desk desk) : IStep
{
    /// <inheritdoc />
    public async ValueTask<StepResult> RunAsync(StepCall call, CancellationToken ct)
    {
        var round = await desk.RoundAsync(await desk.CaseAsync(call.CaseId, ct), ct);
        var day = call.Text("endOf") switch
        {
            nameof(round.Plan.IntakeClosesOn) => round.Plan.IntakeClosesOn,
            nameof(round.Plan.ExamOn) => round.Plan.ExamOn,
            var other => throw new InvalidOperationException($"A round's plan has no day {other} to wait for."),
        };
        return StepResult.Wait(desk.Office.StartOf(day.AddDays(1)));
    }
}
