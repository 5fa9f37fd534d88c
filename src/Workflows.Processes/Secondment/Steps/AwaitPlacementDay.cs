using Workflows.Engine;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Secondment;

namespace Workflows.Processes.Secondment.Steps;

/// <summary>
/// Waits for a day of the placement that a cycle follows: <c>First</c> for its first day, <c>Half</c> for its middle, <c>Over</c> until its last day
/// is over. A day that has come needs no waiting.
/// </summary>
[Step("Workflows.AwaitPlacementDay", StepAttribute.Due, Outcomes.Interrupted, Outcomes.Again, Inputs = ["day"], Waits = true,
    Zh = "等到挂职节点", En = "Await a day of the placement")]
public sealed class AwaitPlacementDay(Desk desk) : IStep
{
    /// <inheritdoc />
    public async ValueTask<StepResult> RunAsync(StepCall call, CancellationToken ct)
    {
        var cycle = await desk.CycleAsync(call.CaseId, ct);
        var day = Day(await desk.PlacementAsync(cycle.PlacementId ?? Guid.Empty, ct), call.Text("day"));
        if (desk.Today >= day)
        {
            cycle.WaitId = null;
            return StepResult.Done(StepAttribute.Due);
        }

        cycle.WaitId = call.WaitId;
        return StepResult.Wait(desk.Office.StartOf(day));
    }

    /// <inheritdoc />
    public async ValueTask WithdrawAsync(StepCall call, CancellationToken ct) => (await desk.CycleAsync(call.CaseId, ct)).WaitId = null;

    private static DateOnly Day(Placement placement, string which)
    {
        var until = placement.Until ?? throw new InvalidOperationException($"The end of placement {placement.Id} isn't known.");
        return which switch
        {
            "First" => placement.From,
            "Half" => placement.From.AddDays((until.DayNumber - placement.From.DayNumber) / 2),
            "Over" => until,
            _ => throw new InvalidOperationException($"A placement has no day {which} to wait for."),
        };
    }
}
