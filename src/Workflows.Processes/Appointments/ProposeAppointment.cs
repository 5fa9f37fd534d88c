using System.Text.Json;
using Workflows.Personnel.Staff;
using Workflows.Policy;
using Workflows.Processes.Cases;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Appointments;

/// <summary>HR proposes that somebody is appointed to a post grade, up or down (R24): the case opens.</summary>
public sealed class ProposeAppointment(Desk desk)
{
    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="PersonId">The person on the roster.</param>
    /// <param name="Proposal">The proposal.</param>
    public sealed record Command(Guid OperationId, Guid PersonId, AppointmentProposal Proposal);

    /// <summary>Opens the case; the answer names it.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(ProposeAppointment), async () =>
        {
            if (await desk.RefusalOfOpeningAsync(actor, command.PersonId, ct) is { } refusal)
                return refusal;
            if (await desk.FindPersonAsync(command.PersonId, ct) is not { } person)
                return Answer.Refused(Refusal.NotFound, "花名册上没有这个人。", "There is no such person on the roster.");
            var proposal = command.Proposal.Tidied();
            if (AppointmentChecks.Faults(proposal, person, desk.Office.Policy.Titles, desk.Today) is { Count: > 0 } faults)
                return Answer.Refused(Refusal.Invalid, faults);

            var to = StaffWording.Grade(proposal.ToGrade);
            var @case = await desk.OpenAsync("appointment", person,
                new Bilingual($"聘任 {person.Name} {to.Zh}", $"Appointment of {person.Name}: {to.En}"),
                new AuditLine("AppointmentProposed", actor)
                {
                    Subject = $"{person.Id}", NewValue = JsonSerializer.Serialize(proposal, PolicyJson.Options), Reason = proposal.Reason,
                },
                opened => new Appointment { CaseId = opened.Id, PersonId = person.Id, Proposal = proposal }, ct);
            return Answer.Done("已提出聘任。", "The appointment is proposed.", @case.Id);
        }, ct);
}
