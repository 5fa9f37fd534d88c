using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Workflows.Storage.Identity;

/// <summary>
/// Identity's own store, but for the second factor: the authenticator key is kept encrypted and recovery codes as password hashes, where
/// Identity would keep both readable.
/// </summary>
public sealed class AccountStore(
    WorkflowsDb db, IDataProtectionProvider protection, IPasswordHasher<Account> hasher, IdentityErrorDescriber describer)
    : UserOnlyStore<Account, WorkflowsDb, Guid>(db, describer)
{
    private const string Provider = "[AspNetUserStore]";
    private const string Codes = "RecoveryCodes";
    private const char Separator = ';';

    /// <inheritdoc />
    public override Task SetAuthenticatorKeyAsync(Account user, string key, CancellationToken cancellationToken) =>
        base.SetAuthenticatorKeyAsync(user, Protector(user).Protect(key), cancellationToken);

    /// <inheritdoc />
    public override async Task<string?> GetAuthenticatorKeyAsync(Account user, CancellationToken cancellationToken)
    {
        if (await base.GetAuthenticatorKeyAsync(user, cancellationToken) is not { } kept)
            return null;
        try
        {
            return Protector(user).Unprotect(kept);
        }
        catch (CryptographicException)
        {
            // The protection keys were lost: no code is right any more, a recovery code still is.
            return null;
        }
    }

    /// <inheritdoc />
    public override Task ReplaceCodesAsync(Account user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken) =>
        KeepAsync(user, recoveryCodes.Select(code => hasher.HashPassword(user, code)), cancellationToken);

    /// <inheritdoc />
    public override async Task<bool> RedeemCodeAsync(Account user, string code, CancellationToken cancellationToken)
    {
        var kept = await GetTokenAsync(user, Provider, Codes, cancellationToken) ?? "";
        var hashes = kept.Split(Separator, StringSplitOptions.RemoveEmptyEntries);
        var used = Array.Find(hashes, hash => hasher.VerifyHashedPassword(user, hash, code) is not PasswordVerificationResult.Failed);
        if (used is null)
            return false;
        await KeepAsync(user, hashes.Where(hash => hash != used), cancellationToken);
        return true;
    }

    /// <summary>Takes the key, the recovery codes and the used codes away; saved with the account's next update.</summary>
    public async Task ForgetSecondFactorAsync(Account user, CancellationToken ct) =>
        Context.UserTokens.RemoveRange(await Context.UserTokens.Where(token => token.UserId == user.Id).ToListAsync(ct));

    private Task KeepAsync(Account user, IEnumerable<string> hashes, CancellationToken ct) =>
        SetTokenAsync(user, Provider, Codes, string.Join(Separator, hashes), ct);

    private IDataProtector Protector(Account user) => protection.CreateProtector("Workflows.AuthenticatorKey", $"{user.Id:N}");
}
