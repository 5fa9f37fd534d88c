using Workflows.Personnel.Cases;

namespace Workflows.Processes.Staff;

/// <summary>HR opens a closed account again, with the roles it had and a new password for the first login.</summary>
public sealed class ReopenAccount(Desk desk)
{
    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="AccountId">The account.</param>
    /// <param name="Password">For the first login; the owner then chooses another.</param>
    public sealed record Command(Guid OperationId, Guid AccountId, string Password);

    /// <summary>Opens the account again.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(ReopenAccount), async () =>
        {
            if (await desk.RefusalUnlessAsync(actor, OfficeRole.HumanResources, ct) is { } notHr)
                return notHr;
            if (await desk.AccountAsync(command.AccountId, ct) is not { } account)
                return AccountMoves.Missing;
            if (account.IsActive)
                return Answer.Refused(Refusal.Stale, "这个账户正在使用。", "This account is open.");
            if (AccountMoves.RefusalOfPassword(command.Password) is { } unfit)
                return unfit;

            account.IsActive = true;
            desk.GivePassword(account, command.Password);
            await desk.RecordAsync("AccountReopened", actor, account, ct, newValue: account.Hats.Select(hat => hat.Role).Written());
            return Answer.Done($"已恢复{account.DisplayName}的账户。", $"{account.DisplayName}'s account is open again.", account.Id);
        }, ct);
}
