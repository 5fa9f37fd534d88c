using Workflows.Personnel.Cases;

namespace Workflows.Processes.Staff;

/// <summary>
/// HR closes the account of somebody who left: it can't act from the next click on, and its deputyships end. What waited for that person alone shows as orphaned by
/// itself; what they decided stays.
/// </summary>
public sealed class CloseAccount(Desk desk)
{
    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="AccountId">The account.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Command(Guid OperationId, Guid AccountId, string Reason);

    /// <summary>Closes the account and ends its sessions.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(CloseAccount), async () =>
        {
            if (await desk.RefusalUnlessAsync(actor, OfficeRole.HumanResources, ct) is { } notHr)
                return notHr;
            if (await desk.AccountAsync(command.AccountId, ct) is not { } account)
                return AccountMoves.Missing;
            if (!account.IsActive)
                return Answer.Refused(Refusal.Stale, "这个账户已经停用。", "This account is already closed.");
            if (await desk.RefusalOfLastHrAsync(account, ct) is { } last)
                return last;
            if (string.IsNullOrWhiteSpace(command.Reason))
                return Answer.Refused(Refusal.Invalid, "请写明停用理由。", "Say why the account is closed.");

            await desk.CloseAsync(account, ct);
            await desk.RecordAsync("AccountClosed", actor, account, ct, account.Hats.Select(hat => hat.Role).Written(), reason: command.Reason);
            return Answer.Done($"已停用{account.DisplayName}的账户。", $"{account.DisplayName}'s account is closed.", account.Id);
        }, ct);
}
