using Workflows.Engine;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Appointments.Steps;

/// <summary>Whether the title held allows the grade and the post structure has room on the first day (R25), as things are now.</summary>
[Step("Workflows.CheckAppointment", "Allowed", "NotAllowed", Zh = "核对聘任条件", En = "Check the appointment")]
public sealed class CheckAppointment(Desk desk) : IStep
{
    /// <inheritdoc />
    public async ValueTask<StepResult> RunAsync(StepCall call, CancellationToken ct)
    {
        var @case = await desk.CaseAsync(call.CaseId, ct);
        var obstacle = await desk.ObstacleAsync(@case, ct);
        var result = obstacle is null ? "Allowed" : "NotAllowed";
        desk.Record(@case, new AuditLine("AppointmentChecked", null) { Subject = "R25", NewValue = result, Reason = obstacle?.Zh ?? "" });
        return StepResult.Done(result);
    }
}
