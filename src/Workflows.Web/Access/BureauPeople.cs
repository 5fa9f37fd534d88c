using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Workflows.Storage.Identity;

namespace Workflows.Web.Access;

/// <summary>
/// Which account somebody has here who logged in at the bureau. The first login goes by the name and binds the provider's subject to the
/// account; from then on the subject alone counts, since names are given to others and subjects aren't.
/// </summary>
internal static class BureauPeople
{
    private const string Email = "email";

    /// <summary>The active account, or null when there is none for this person.</summary>
    public static async Task<Account?> FindAsync(
        UserManager<Account> accounts, Claim subject, ClaimsPrincipal person, OpenIdConnectLogin bureau)
    {
        if (await accounts.FindByLoginAsync(subject.Issuer, subject.Value) is { } bound)
            return bound.IsActive ? bound : null;
        if (await NamedAsync(accounts, person, bureau.NameClaim) is not { IsActive: true } named)
            return null;
        if ((await accounts.GetLoginsAsync(named)).Any(login => login.LoginProvider == subject.Issuer))
            return null;
        var binding = await accounts.AddLoginAsync(named, new UserLoginInfo(subject.Issuer, subject.Value, "OpenID Connect"));
        return binding.Succeeded ? named : null;
    }

    private static async Task<Account?> NamedAsync(UserManager<Account> accounts, ClaimsPrincipal person, string claim)
    {
        if (person.FindFirstValue(claim) is not { Length: > 0 } name)
            return null;
        if (claim != Email)
            return await accounts.FindByNameAsync(name);
        if (!bool.TryParse(person.FindFirstValue("email_verified"), out var isVerified) || !isVerified)
            return null;
        var address = accounts.NormalizeEmail(name);
        var found = await accounts.Users.Where(account => account.NormalizedEmail == address).Take(2).ToListAsync();
        return found.Count == 1 ? found[0] : null;
    }
}
