using Workflows.Personnel.Cases;

namespace Workflows.Processes.Staff;

/// <summary>HR gives somebody who forgot their password one for the next login; their sessions end.</summary>
public sealed class ResetPassword(Desk desk)
{
    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="AccountId">The account.</param>
    /// <param name="Password">For the next login; the owner then chooses another.</param>
    public sealed record Command(Guid OperationId, Guid AccountId, string Password);

    /// <summary>Sets the password. One's own is changed by its owner, who knows the old one.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(ResetPassword), async () =>
        {
            if (await desk.RefusalUnlessAsync(actor, OfficeRole.HumanResources, ct) is { } notHr)
                return notHr;
            if (await desk.AccountAsync(command.AccountId, ct) is not { } account)
                return AccountMoves.Missing;
            if (account.Id == actor)
                return Answer.Refused(Refusal.NotAllowed, "不能重置自己的密码，请由另一位人事干部办理。", "You can't reset your own password: ask another HR colleague.");
            if (!account.IsActive)
                return Answer.Refused(Refusal.Stale, "这个账户已经停用。", "This account is closed.");
            if (AccountMoves.RefusalOfPassword(command.Password) is { } unfit)
                return unfit;

            desk.GivePassword(account, command.Password);
            await desk.RecordAsync("PasswordReset", actor, account, ct);
            return Answer.Done($"已重置{account.DisplayName}的密码。", $"{account.DisplayName}'s password is reset.", account.Id);
        }, ct);
}
