using System.Text.Json;
using Workflows.Personnel.Staff;
using Workflows.Policy;
using Workflows.Processes.Cases;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Exits;

/// <summary>HR revises a proposal that was returned; handing it in again is a step of its own.</summary>
public sealed class ReviseExit(Desk desk)
{
    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="CaseId">The exit's case.</param>
    /// <param name="Version">The version that the page showed.</param>
    /// <param name="Proposal">What is proposed instead.</param>
    public sealed record Command(Guid OperationId, Guid CaseId, long Version, ExitProposal Proposal);

    /// <summary>Replaces the proposal.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(ReviseExit), async () =>
        {
            if (await desk.Db.Exits.FindAsync([command.CaseId], ct) is not { } exit)
                return Answer.Refused(Refusal.NotFound, "没有这个离岗事项。", "There is no such exit.");
            var @case = await desk.CaseAsync(command.CaseId, ct);
            if (await desk.RefusalOfRevisionAsync(actor, @case, ct) is { } refusal)
                return refusal;
            if (exit.Version != command.Version)
                return Answer.Refused(Refusal.Stale, "离岗方案已被别人改过，请刷新后再改。", "Somebody else changed the proposal. Reload, then revise it.");
            var person = await desk.PersonAsync(@case, ct);
            if (ExitChecks.Faults(command.Proposal, person, desk.Office.Staff.Exit, desk.Today) is { Count: > 0 } faults)
                return Answer.Refused(Refusal.Invalid, faults);

            var before = exit.Proposal;
            exit.Proposal = command.Proposal;
            var kind = StaffWording.Name(command.Proposal.Kind);
            (@case.TitleZh, @case.TitleEn) = ($"{kind.Zh} {person.Name}", $"{person.Name}: {kind.En}");
            desk.Record(@case, new AuditLine("ExitRevised", actor)
            {
                OldValue = JsonSerializer.Serialize(before, PolicyJson.Options),
                NewValue = JsonSerializer.Serialize(command.Proposal, PolicyJson.Options), Reason = command.Proposal.Reason.Trim(),
            });
            return Answer.Done("已修改，请重新提交。", "Revised; hand it in again.", @case.Id);
        }, ct);
}
