using System.Text.Json;
using Workflows.Personnel.Staff;
using Workflows.Policy;
using Workflows.Processes.Cases;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Appointments;

/// <summary>HR revises a proposal that was returned; handing it in again is a step of its own.</summary>
public sealed class ReviseAppointment(Desk desk)
{
    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="CaseId">The appointment's case.</param>
    /// <param name="Version">The version that the page showed.</param>
    /// <param name="Proposal">What is proposed instead.</param>
    public sealed record Command(Guid OperationId, Guid CaseId, long Version, AppointmentProposal Proposal);

    /// <summary>Replaces the proposal.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(ReviseAppointment), async () =>
        {
            if (await desk.Db.Appointments.FindAsync([command.CaseId], ct) is not { } appointment)
                return Answer.Refused(Refusal.NotFound, "没有这项聘任。", "There is no such appointment.");
            var @case = await desk.CaseAsync(command.CaseId, ct);
            if (await desk.RefusalOfRevisionAsync(actor, @case, ct) is { } refusal)
                return refusal;
            if (appointment.Version != command.Version)
                return Answer.Refused(Refusal.Stale, "聘任方案已被别人改过，请刷新后再改。", "Somebody else changed the proposal. Reload, then revise it.");
            var person = await desk.PersonAsync(@case, ct);
            var proposal = command.Proposal.Tidied();
            if (AppointmentChecks.Faults(proposal, person, desk.Office.Policy.Titles, desk.Today) is { Count: > 0 } faults)
                return Answer.Refused(Refusal.Invalid, faults);

            var before = appointment.Proposal;
            appointment.Proposal = proposal;
            var to = StaffWording.Grade(proposal.ToGrade);
            (@case.TitleZh, @case.TitleEn) = ($"聘任 {person.Name} {to.Zh}", $"Appointment of {person.Name}: {to.En}");
            desk.Record(@case, new AuditLine("AppointmentRevised", actor)
            {
                OldValue = JsonSerializer.Serialize(before, PolicyJson.Options), NewValue = JsonSerializer.Serialize(proposal, PolicyJson.Options),
                Reason = proposal.Reason,
            });
            return Answer.Done("已修改，请重新提交。", "Revised; hand it in again.", @case.Id);
        }, ct);
}
