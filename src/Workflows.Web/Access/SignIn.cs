using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
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
        app.MapForm("/session/end", LogOutAsync).AllowAnonymous();
    }

    /// <summary>The path if it is one of ours, else the inbox: nobody is sent elsewhere by a link with our name in it.</summary>
    public static string Local(string? path) =>
        path is { Length: > 0 } && path[0] == '/' && (path.Length == 1 || path[1] is not ('/' or '\\')) && !path.Any(char.IsControl)
            ? path : "/";

    private static async Task<IResult> LogInAsync(PostedForm form)
    {
        var accounts = form.Service<UserManager<Account>>();
        var signIn = form.Service<SignInManager<Account>>();
        var returnUrl = Local(form.Text("returnUrl"));
        var account = await accounts.FindByNameAsync(form.Text("userName"));
        if (account is null)
            accounts.PasswordHasher.VerifyHashedPassword(Nobody, NobodysHash.Value, form.Text("password"));
        else if ((await signIn.PasswordSignInAsync(account, form.Text("password"), isPersistent: false, lockoutOnFailure: true)).Succeeded)
            return PostedForm.SeeOther(returnUrl);

        return PostedForm.SeeOther($"/login?failed=1&returnUrl={Uri.EscapeDataString(returnUrl)}");
    }

    private static async Task<IResult> LogOutAsync(PostedForm form)
    {
        await form.Service<SignInManager<Account>>().SignOutAsync();
        return PostedForm.SeeOther("/login");
    }
}
