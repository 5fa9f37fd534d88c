using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Workflows.Personnel.Cases;
using Workflows.Storage;
using Workflows.Storage.Identity;
using Workflows.Web.Forms;

namespace Workflows.Web.Access;

/// <summary>Logging in and out. Whatever is wrong with a login, the answer is the same, and takes as long.</summary>
internal static class SignIn
{
    private static readonly Account Nobody = new() { UserName = "nobody" };
    private static string? nobodysHash;

    public static void MapSignIn(this IEndpointRouteBuilder app)
    {
        app.MapForm("/session", LogInAsync).AllowAnonymous().RequireRateLimiting(Limits.Login);
        app.MapForm("/session/code", SecondStep.CodeAsync).AllowAnonymous().RequireRateLimiting(Limits.Login);
        app.MapForm("/session/again", SecondStep.AgainAsync).RequireRateLimiting(Limits.Login);
        app.MapForm("/session/end", LogOutAsync).AllowAnonymous();
        app.MapBureauLogin();
        app.MapAccountForms();
        app.MapSecondFactorForms();
    }

    /// <summary>The path if it is one of ours, else the inbox: nobody is sent elsewhere by a link with our name in it.</summary>
    public static string Local(string? path) =>
        path is { Length: > 0 } && path[0] == '/' && (path.Length == 1 || path[1] is not ('/' or '\\')) && !path.Any(char.IsControl)
            ? path : "/";

    /// <summary>Where a login goes on: to the page wanted, to the second step, or back to the page it was tried on.</summary>
    public static IResult Next(SignInResult result, string returnUrl, string page) => PostedForm.SeeOther(
        result.Succeeded ? returnUrl
        : result.RequiresTwoFactor ? $"/login/code?returnUrl={Uri.EscapeDataString(returnUrl)}"
        : $"{page}?failed=1&returnUrl={Uri.EscapeDataString(returnUrl)}");

    private static async Task<IResult> LogInAsync(PostedForm form)
    {
        var accounts = form.Service<UserManager<Account>>();
        var returnUrl = Local(form.Text("returnUrl"));
        var result = SignInResult.Failed;
        var account = form.Service<LoginOptions>().LocalAccounts ? await accounts.FindByNameAsync(form.Text("userName")) : null;
        var tries = form.Service<LoginTries>();
        // A locked account would be answered without looking at the password, and so faster: that would tell that it exists.
        if (account is null || !account.IsActive || account.PasswordHash is null || !await tries.TakeAsync(account, form.Aborted))
            accounts.PasswordHasher.VerifyHashedPassword(Nobody, NobodysHash(accounts.PasswordHasher), form.Text("password"));
        else
        {
            result = await form.Service<SignInManager<Account>>().PasswordSignInAsync(account, form.Text("password"), isPersistent: false, lockoutOnFailure: false);
            if (result.RequiresTwoFactor)
                await tries.GiveBackAsync(account, form.Aborted);
            if (result.Succeeded)
                await tries.SucceededAsync(account, form.Aborted);
        }

        form.NoteLogin(account, result, "password");
        return Next(result, account is null ? returnUrl : await HomeAsync(form, account.Id, returnUrl), "/login");
    }

    // Hashed as everybody's, so that looking at it takes as long.
    private static string NobodysHash(IPasswordHasher<Account> hasher) => nobodysHash ??= hasher.HashPassword(Nobody, "nobody's password");

    /// <summary>Where somebody begins who asked for no page: a teacher on the roster on their own page, everybody else in the inbox.</summary>
    public static async Task<string> HomeAsync(PostedForm form, Guid account, string returnUrl) =>
        returnUrl == "/" && await form.Service<WorkflowsDb>().Users.AnyAsync(
            one => one.Id == account && one.PersonId != null && one.Hats.All(hat => hat.Role == OfficeRole.Teacher), form.Aborted)
            ? "/me" : returnUrl;

    /// <summary>Leaves a line in the program's log: whose login, how it went, from where. What was typed as a name may be a password.</summary>
    public static void NoteLogin(this PostedForm form, Account? account, SignInResult result, string by)
    {
        var log = form.Service<ILogger<LoginOptions>>();
        var (whose, address) = (account is null ? "unknown" : $"{account.Id}", form.Http.Connection.RemoteIpAddress);
        if (result.Succeeded || result.RequiresTwoFactor)
            log.LogInformation(SecurityEvents.LoggedIn, "登录 / login by {By}: {Account} from {Address}, second factor asked: {Asked}", by, whose, address, result.RequiresTwoFactor);
        else
            log.LogWarning(SecurityEvents.LoginFailed, "登录失败 / login failed by {By}: {Account} from {Address}", by, whose, address);
    }

    private static async Task<IResult> LogOutAsync(PostedForm form)
    {
        if (form.Service<Me>() is { IsKnown: true } me)
        {
            if (LoginTime.SessionOf(form.Http) is { } session)
                await form.Service<WorkflowsDb>().EndAsync(me.Id, session, form.Service<WallClock>().Time.GetUtcNow(), form.Service<LoginOptions>(), CancellationToken.None);
            form.Service<ILogger<LoginOptions>>().LogInformation(SecurityEvents.LoggedOut, "退出 / logged out: {Account}", me.Id);
        }

        await form.Service<SignInManager<Account>>().SignOutAsync();
        return PostedForm.SeeOther("/login");
    }
}
