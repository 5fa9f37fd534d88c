using System.Text.Json;
using Workflows.Personnel.Staff;
using Workflows.Policy;
using Workflows.Processes.Cases;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Exits;

/// <summary>HR opens somebody's leaving (R24: 能出): by transfer, retirement, resignation or dismissal.</summary>
public sealed class OpenExit(Desk desk)
{
    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="PersonId">The person on the roster.</param>
    /// <param name="Proposal">How, when and why.</param>
    public sealed record Command(Guid OperationId, Guid PersonId, ExitProposal Proposal);

    /// <summary>Opens the case; the answer names it.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(OpenExit), async () =>
        {
            if (await desk.RefusalOfOpeningAsync(actor, command.PersonId, ct) is { } refusal)
                return refusal;
            if (await desk.FindPersonAsync(command.PersonId, ct) is not { } person)
                return Answer.Refused(Refusal.NotFound, "花名册上没有这个人。", "There is no such person on the roster.");
            var proposal = command.Proposal;
            if (ExitChecks.Faults(proposal, person, desk.Office.Staff.Exit, desk.Today) is { Count: > 0 } faults)
                return Answer.Refused(Refusal.Invalid, faults);

            var kind = StaffWording.Name(proposal.Kind);
            var @case = await desk.OpenAsync("exit", person,
                new Bilingual($"{kind.Zh} {person.Name}", $"{person.Name}: {kind.En}"),
                new AuditLine("ExitOpened", actor)
                {
                    Subject = $"{person.Id}", NewValue = JsonSerializer.Serialize(proposal, PolicyJson.Options), Reason = proposal.Reason.Trim(),
                },
                opened => new Exit { CaseId = opened.Id, PersonId = person.Id, Proposal = proposal }, ct);
            return Answer.Done("已发起离岗事项。", "The exit is opened.", @case.Id);
        }, ct);
}
