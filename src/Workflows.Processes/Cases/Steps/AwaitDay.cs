using Workflows.Engine;
using Workflows.Processes.Appointments;

namespace Workflows.Processes.Cases.Steps;

/// <summary>Waits for the day on which an appointment or a rotation takes effect, or for the day after somebody's last day; a day that has come needs no waiting.</summary>
[Step("Workflows.AwaitDay", StepAttribute.Due, Waits = true, Zh = "等到生效日", En = "Await the day")]
public sealed class AwaitDay(Desk desk) : IStep
{
    /// <inheritdoc />
    public async ValueTask<StepResult> RunAsync(StepCall call, CancellationToken ct)
    {
        var day = await desk.Db.Exits.FindAsync([call.CaseId], ct) is { } exit
            ? exit.Proposal.LastDay.AddDays(1)
            : await desk.Db.RotationRounds.FindAsync([call.CaseId], ct) is { } round ? round.EffectiveOn
            : (await desk.AppointmentAsync(call.CaseId, ct)).Proposal.EffectiveOn;
        return desk.Today >= day ? StepResult.Done(StepAttribute.Due) : StepResult.Wait(desk.Office.StartOf(day));
    }
}
