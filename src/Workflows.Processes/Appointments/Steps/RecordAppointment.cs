using Workflows.Engine;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Staff;
using Workflows.Processes.Cases;
using Workflows.Processes.WorkItems;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Appointments.Steps;

/// <summary>
/// Records the appointment on the person, from its first day on (R24): the post held until then ends. Only while the title allows it and the post
/// structure has room (R25).
/// </summary>
[Step("Workflows.RecordAppointment", "Recorded", "NotAllowed", Zh = "登记聘任", En = "Record the appointment")]
public sealed class RecordAppointment(Desk desk) : IStep
{
    /// <inheritdoc />
    public async ValueTask<StepResult> RunAsync(StepCall call, CancellationToken ct)
    {
        var @case = await desk.CaseAsync(call.CaseId, ct);
        var appointment = await desk.AppointmentAsync(@case.Id, ct);
        var person = await desk.PersonAsync(@case, ct);
        if (person.Posts.Exists(post => post.CaseId == @case.Id))
            return StepResult.Done("Recorded");
        if (await desk.ObstacleAsync(@case, ct) is { } obstacle)
        {
            desk.Record(@case, new AuditLine("AppointmentChecked", null) { Subject = "R25", NewValue = "NotAllowed", Reason = obstacle.Zh });
            return StepResult.Done("NotAllowed");
        }

        var proposal = appointment.Proposal;
        appointment.DocumentNumber = (await desk.LastDecisionAsync(@case, Outcomes.Issued, ct)).DocumentNumber ?? "";
        if (person.PostOn(proposal.EffectiveOn) is { } before)
            before.Until = proposal.EffectiveOn;
        desk.Db.PostHoldings.Add(new PostHolding
        {
            Id = Guid.CreateVersion7(desk.Now), PersonId = person.Id, From = proposal.EffectiveOn, Grade = proposal.ToGrade,
            Direction = proposal.Direction, CaseId = @case.Id, DocumentNumber = appointment.DocumentNumber, RecordedAt = desk.Now,
        });
        person.PostLevel = proposal.ToLevel;
        desk.Record(@case, new AuditLine("AppointmentRecorded", null)
        {
            Subject = $"{person.Id}", OldValue = $"{proposal.FromGrade}", NewValue = $"{proposal.ToGrade}", Reason = appointment.DocumentNumber,
        });
        return StepResult.Done("Recorded");
    }
}
