using Microsoft.EntityFrameworkCore;
using Workflows.Engine;
using Workflows.Personnel.Secondment;
using Workflows.Personnel.Staff;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Secondment.Steps;

/// <summary>
/// The person has reported for duty (报到): the placement runs, from that day where it was late, and the person's status is Seconded.
/// </summary>
[Step("Workflows.StartPlacement", Zh = "到岗", En = "Start the placement")]
public sealed class StartPlacement(Desk desk) : IStep
{
    /// <inheritdoc />
    public async ValueTask<StepResult> RunAsync(StepCall call, CancellationToken ct)
    {
        var cycle = await desk.CycleAsync(call.CaseId, ct);
        var placement = await desk.PlacementAsync(cycle.PlacementId ?? Guid.Empty, ct);
        var person = await desk.Db.People.FirstAsync(one => one.Id == cycle.PersonId, ct);
        var day = cycle.ReportedOn ?? throw new InvalidOperationException($"Nobody recorded the day of reporting in case {call.CaseId}.");
        // Reported late: whether the rest still makes a full semester is for R12 to say.
        if (day > placement.From)
            placement.From = day;
        cycle.WaitId = null;
        placement.State = PlacementState.Running;
        if (person.Status is StaffStatus.Active)
            desk.ChangeStatus(person, StaffStatus.Seconded, day, $"到{placement.School}挂职", placement.DocumentNumber, call.CaseId);
        desk.Record(await desk.CaseAsync(call.CaseId, ct), new AuditLine("ReportedForDuty", null) { Subject = $"{person.Id}", NewValue = $"{day:yyyy-MM-dd}", Reason = placement.School });
        return StepResult.Done();
    }
}
