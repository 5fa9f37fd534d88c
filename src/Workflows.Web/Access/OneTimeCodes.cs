using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Workflows.Storage.Identity;

namespace Workflows.Web.Access;

/// <summary>
/// The codes of an authenticator app, each accepted once. Identity accepts a code for two steps of thirty seconds either way; for as long
/// as that, the used ones are remembered, together with the account's stamp, so that of two posts at once one wins.
/// </summary>
public sealed class OneTimeCodes(WallClock wall) : AuthenticatorTokenProvider<Account>
{
    private const string Provider = "Office";
    private const string Name = "UsedCodes";
    private const int Digits = 6;
    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(4);

    /// <summary>A code as typed, without the spaces people put in.</summary>
    public static string Typed(string text) => string.Concat(text.Where(sign => !char.IsWhiteSpace(sign)));

    /// <summary>Whether it has the form of a code; a recovery code is longer.</summary>
    public static bool IsOne(string code) => code.Length == Digits && code.All(char.IsAsciiDigit);

    /// <inheritdoc />
    /// <remarks>Whoever has the second factor on is asked for it even if the key can't be read any more.</remarks>
    public override Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<Account> manager, Account user) => Task.FromResult(true);

    /// <inheritdoc />
    public override async Task<bool> ValidateAsync(string purpose, string token, UserManager<Account> manager, Account user)
    {
        if (!IsOne(token) || !await base.ValidateAsync(purpose, token, manager, user))
            return false;

        var now = wall.Time.GetUtcNow().ToUnixTimeSeconds();
        var used = Read(await manager.GetAuthenticationTokenAsync(user, Provider, Name), now);
        if (used.Exists(one => one.Code == token))
            return false;
        used.Add((now, token));
        return (await manager.SetAuthenticationTokenAsync(user, Provider, Name, Write(used))).Succeeded;
    }

    private static List<(long At, string Code)> Read(string? kept, long now) =>
    [
        .. (kept ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(one => one.Split(':'))
            .Select(one => (At: long.Parse(one[0], CultureInfo.InvariantCulture), Code: one[1]))
            .Where(one => one.At > now - Memory.TotalSeconds),
    ];

    private static string Write(IEnumerable<(long At, string Code)> used) => string.Join(' ', used.Select(one => $"{one.At}:{one.Code}"));
}
