using Workflows.Engine;
using Workflows.Personnel.Staff;

namespace Workflows.Processes.Appointments.Steps;

/// <summary>Where the appointment leads: up, down, or to a first post.</summary>
[Step("Workflows.CheckDirection", nameof(AppointmentDirection.Up), nameof(AppointmentDirection.Initial), nameof(AppointmentDirection.Down),
    Zh = "升聘还是降聘", En = "Up or down?")]
public sealed class CheckDirection(Desk desk) : IStep
{
    /// <inheritdoc />
    public async ValueTask<StepResult> RunAsync(StepCall call, CancellationToken ct) =>
        StepResult.Done($"{(await desk.AppointmentAsync(call.CaseId, ct)).Proposal.Direction}");
}
