using Microsoft.EntityFrameworkCore;
using Workflows.Engine;
using Workflows.Personnel.Secondment;
using Workflows.Personnel.Staff;
using Workflows.Policy.Secondment;
using Workflows.Processes.WorkItems;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Secondment.Steps;

/// <summary>
/// The person is back: the placement was served to its end (<c>completed</c> true) or broken off, and the status is Active again. Whether that fulfils
/// the cycle is for R12 to say; where it doesn't, the cycle goes on waiting.
/// </summary>
[Step("Workflows.ClosePlacement", "Fulfilled", "GoesOn", Inputs = ["completed"], Zh = "挂职期满", En = "Close the placement")]
public sealed class ClosePlacement(Desk desk) : IStep
{
    /// <inheritdoc />
    public async ValueTask<StepResult> RunAsync(StepCall call, CancellationToken ct)
    {
        var cycle = await desk.CycleAsync(call.CaseId, ct);
        var @case = await desk.CaseAsync(call.CaseId, ct);
        if (cycle.PlacementId is not { } id)
            return StepResult.Done("GoesOn");
        var placement = await desk.PlacementAsync(id, ct);
        var person = await desk.Db.People.FirstAsync(one => one.Id == cycle.PersonId, ct);
        var isCompleted = call.Boolean("completed");
        if (isCompleted)
            placement.State = PlacementState.Completed;
        else
            placement.BreakOff(desk.Today.AddDays(1));
        var reason = isCompleted ? $"{placement.School}挂职期满返校" : $"{placement.School}挂职中断：{await desk.LastRefusalAsync(@case, ct)}".TrimEnd('：');
        if (person.Status is StaffStatus.Seconded)
            desk.ChangeStatus(person, StaffStatus.Active, placement.Until ?? desk.Today, reason, placement.DocumentNumber, call.CaseId);
        desk.Record(@case, new AuditLine("PlacementClosed", null) { Subject = $"{person.Id}", NewValue = $"{placement.State}", Reason = reason });
        var finding = await desk.FindingAsync(cycle, await desk.PlacementsAsync(person.Id, ct), desk.Today, ct);
        if (isCompleted && finding.Due?.CountedFrom > cycle.CountedFrom)
            return StepResult.Done("Fulfilled");

        if (isCompleted)
            desk.Record(@case, new AuditLine("CycleNotFulfilled", null) { Subject = $"{person.Id}", Reason = SecondmentWording.Explain(finding).Zh });
        (cycle.PlacementId, cycle.ReportedOn, cycle.MidTerm, cycle.Assessment) = (null, null, "", "");
        return StepResult.Done("GoesOn");
    }
}
