using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Workflows.Storage;
using Workflows.Storage.Identity;

namespace Workflows.Web.Access;

/// <summary>
/// Reads the account behind the cookie once for each request, with the roles it holds now. Somebody who was deactivated is nobody from the
/// next request on; so is a session from before the password was changed or everybody was logged out, one that was logged out of, and one that has lasted its hours.
/// </summary>
public sealed class KnowMe(RequestDelegate next)
{
    private static readonly CompiledQuery<Func<WorkflowsDb, Guid, string?, CancellationToken, Task<Account?>>> Accounts = new(() =>
        EF.CompileAsyncQuery((WorkflowsDb db, Guid id, string? session, CancellationToken ct) => db.Users.AsNoTracking().Include(one => one.Hats)
            .FirstOrDefault(one => one.Id == id && one.IsActive
                && !db.UserTokens.Any(ended => ended.UserId == id && ended.LoginProvider == EndedSessions.Provider && ended.Name == session))));

    /// <summary>Fills <see cref="Me"/>, then goes on.</summary>
    public async Task InvokeAsync(HttpContext http, Me me, WorkflowsDb db, IOptions<IdentityOptions> identity, LoginOptions login, WallClock wall)
    {
        if (http.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } text && Guid.TryParse(text, out var id))
        {
            var account = await Accounts.On(db)(db, id, LoginTime.SessionOf(http), http.RequestAborted);
            // A cookie of an earlier version doesn't say when its session began: beside such a node nobody is thrown out for that.
            if (account is not null
                && !(wall.Time.GetUtcNow() - LoginTime.BegunAt(http) >= TimeSpan.FromHours(login.LongestHours))
                && account.SecurityStamp == http.User.FindFirstValue(identity.Value.ClaimsIdentity.SecurityStampClaimType))
                me.Become(account);
            else
            {
                await http.SignOutAsync(IdentityConstants.ApplicationScheme);
                http.User = new ClaimsPrincipal(new ClaimsIdentity());
            }
        }

        await next(http);
    }
}
