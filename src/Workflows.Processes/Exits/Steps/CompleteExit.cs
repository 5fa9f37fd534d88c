using Microsoft.EntityFrameworkCore;
using Workflows.Engine;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Staff;
using Workflows.Processes.Cases;
using Workflows.Processes.Hiring;
using Workflows.Processes.Secondment;
using Workflows.Processes.Staff;
using Workflows.Storage.Audit;
using Workflows.Storage.Identity;

namespace Workflows.Processes.Exits.Steps;

/// <summary>The last day is over: the status changes, the post is no longer held, and the person's account can't log in any more.</summary>
[Step("Workflows.CompleteExit", Zh = "办结离岗", En = "Complete the exit")]
public sealed class CompleteExit(Desk desk) : IStep
{
    /// <inheritdoc />
    public async ValueTask<StepResult> RunAsync(StepCall call, CancellationToken ct)
    {
        var @case = await desk.CaseAsync(call.CaseId, ct);
        var exit = await desk.ExitAsync(@case.Id, ct);
        var person = await desk.PersonAsync(@case, ct);
        var gone = exit.Proposal.LastDay.AddDays(1);
        var status = After(exit.Proposal.Kind);
        if (person.Status != status)
        {
            desk.Db.StatusChanges.Add(new StatusChange
            {
                Id = Guid.CreateVersion7(desk.Now), PersonId = person.Id, From = gone, Status = status, Before = person.Status,
                Reason = exit.Proposal.Reason, DocumentNumber = exit.DocumentNumber, CaseId = @case.Id, RecordedAt = desk.Now,
            });
            person.Status = status;
        }

        await desk.EndCycleAsync(
            person, $"{StaffWording.Name(exit.Proposal.Kind).Zh}：{exit.Proposal.Reason.Trim()}", gone, desk.StepOperation(call, person.Id), ct);
        if (person.PostOn(gone) is { } post)
            post.Until = gone;
        foreach (var account in await desk.Db.Users.Include(one => one.Hats).Where(one => one.PersonId == person.Id && one.IsActive).ToListAsync(ct))
            await CloseAsync(@case, account, ct);
        return StepResult.Done();
    }

    private async Task CloseAsync(Case @case, Account account, CancellationToken ct)
    {
        account.IsActive = false;
        var today = desk.Today;
        foreach (var deputyship in await desk.Db.Deputyships
            .Where(one => (one.DeputyId == account.Id || one.PrincipalId == account.Id) && one.EndedAt == null && one.Until >= today).ToListAsync(ct))
            deputyship.EndedAt = desk.Now;
        desk.Record(@case, new AuditLine("AccountClosed", null)
        {
            Subject = $"{account.Id}", OldValue = account.Hats.Select(hat => hat.Role).Written(), Reason = "离岗",
        });
    }

    private static StaffStatus After(ExitKind kind) => kind switch
    {
        ExitKind.TransferOut => StaffStatus.TransferredOut,
        ExitKind.Retirement => StaffStatus.Retired,
        ExitKind.Resignation => StaffStatus.Resigned,
        ExitKind.Dismissal => StaffStatus.Dismissed,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind."),
    };
}
