using Workflows.Personnel.Cases;

namespace Workflows.Processes.Staff;

/// <summary>HR looks at the mail address of an account, which pages otherwise mask; that it looked is recorded.</summary>
public sealed class ViewAccountAddress(Desk desk)
{
    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="AccountId">The account.</param>
    public sealed record Command(Guid OperationId, Guid AccountId);

    /// <summary>Records the look; the caller shows the address only when this was done.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(ViewAccountAddress), async () =>
        {
            if (await desk.RefusalUnlessAsync(actor, OfficeRole.HumanResources, ct) is { } refusal)
                return refusal;
            if (await desk.AccountAsync(command.AccountId, ct) is not { } account)
                return AccountMoves.Missing;
            await desk.RecordAsync("PersonalDataViewed", actor, account, ct);
            return Answer.Done("已记录本次查看。", "That you looked is recorded.", account.Id);
        }, ct);
}
