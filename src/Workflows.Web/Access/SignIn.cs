using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Storage;
using Workflows.Storage.Identity;
using Workflows.Web.Forms;

namespace Workflows.Web.Access;

/// <summary>Logging in and out. Whatever is wrong with a login, the answer is the same, and takes as long.</summary>
internal static class SignIn
{
    private static readonly Account Nobody = new() { UserName = "nobody" };
    private static readonly Lazy<string> NobodysHash = new(() => new PasswordHasher<Account>().HashPassword(Nobody, "nobody's password"));

    public static void MapSignIn(this IEndpointRouteBuilder app)
    {
        app.MapForm("/session", LogInAsync).AllowAnonymous();
        app.MapForm("/session/code", SecondStep.CodeAsync).AllowAnonymous();
        app.MapForm("/session/again", SecondStep.AgainAsync);
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
        // A locked account would be answered without looking at the password, and so faster: that would tell that it exists.
        if (account is null || !account.IsActive || account.PasswordHash is null || await accounts.IsLockedOutAsync(account))
            accounts.PasswordHasher.VerifyHashedPassword(Nobody, NobodysHash.Value, form.Text("password"));
        else
            result = await form.Service<SignInManager<Account>>().PasswordSignInAsync(
                account, form.Text("password"), isPersistent: false, lockoutOnFailure: true);
        return Next(result, account is null ? returnUrl : await HomeAsync(form, account.Id, returnUrl), "/login");
    }

    /// <summary>Where somebody begins who asked for no page: a teacher on the roster on their own page, everybody else in the inbox.</summary>
    public static async Task<string> HomeAsync(PostedForm form, Guid account, string returnUrl) =>
        returnUrl == "/" && await form.Service<WorkflowsDb>().Users.AnyAsync(
            one => one.Id == account && one.PersonId != null && one.Hats.All(hat => hat.Role == OfficeRole.Teacher), form.Aborted)
            ? "/me" : returnUrl;

    private static async Task<IResult> LogOutAsync(PostedForm form)
    {
        await form.Service<SignInManager<Account>>().SignOutAsync();
        return PostedForm.SeeOther("/login");
    }
}
