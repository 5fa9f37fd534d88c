using Workflows.Personnel.Cases;
using Workflows.Processes.Cases;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Staff;

/// <summary>HR looks at somebody's ID number, phone and mail, which pages otherwise mask; that it looked is recorded.</summary>
public sealed class ViewPersonOnRoster(Desk desk)
{
    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="PersonId">The person.</param>
    public sealed record Command(Guid OperationId, Guid PersonId);

    /// <summary>Records the look; the caller shows the data only when this was done.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(ViewPersonOnRoster), async () =>
        {
            if (await desk.RefusalUnlessAsync(actor, OfficeRole.HumanResources, ct) is { } refusal)
                return refusal;
            if (await desk.Db.People.FindAsync([command.PersonId], ct) is not { } person)
                return Answer.Refused(Refusal.NotFound, "花名册里没有这个人。", "There is no such person on the roster.");

            await desk.RecordInRosterAsync(new AuditLine("PersonalDataViewed", actor) { Subject = $"{person.Id}" }, ct);
            return Answer.Done("已记录本次查看。", "That you looked is recorded.", person.Id);
        }, ct);
}
