using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Workflows.Storage.Identity;
using Workflows.Web.Forms;

namespace Workflows.Web.Access;

/// <summary>
/// The second step of a login, and the login again before something final. A wrong code counts like a wrong password: five lock the account.
/// </summary>
internal static class SecondStep
{
    private const int HalfOfRecoveryCode = 5;

    /// <summary>Ends a login whose password was right with a code or a recovery code.</summary>
    public static async Task<IResult> CodeAsync(PostedForm form)
    {
        var signIn = form.Service<SignInManager<Account>>();
        var returnUrl = SignIn.Local(form.Text("returnUrl"));
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is not { } account)
            return SignIn.Next(SignInResult.Failed, returnUrl, "/login");
        if (!account.IsActive || await signIn.UserManager.IsLockedOutAsync(account))
            return SignIn.Next(SignInResult.Failed, returnUrl, "/login/code");
        if (form.TextOrNull("recovery") is not { } recovery)
        {
            var code = OneTimeCodes.Typed(form.Text("code"));
            var entered = await signIn.TwoFactorAuthenticatorSignInAsync(code, isPersistent: false, rememberClient: false);
            return SignIn.Next(entered, await SignIn.HomeAsync(form, account.Id, returnUrl), "/login/code");
        }

        var result = await signIn.TwoFactorRecoveryCodeSignInAsync(Recovery(recovery));
        // Identity counts wrong codes but not wrong recovery codes.
        if (!result.Succeeded)
            await signIn.UserManager.AccessFailedAsync(account);
        return SignIn.Next(result, await SignIn.HomeAsync(form, account.Id, returnUrl), "/login/code");
    }

    /// <summary>Proves again, with password and code, who sits at this session.</summary>
    public static async Task<IResult> AgainAsync(PostedForm form)
    {
        var signIn = form.Service<SignInManager<Account>>();
        var returnUrl = SignIn.Local(form.Text("returnUrl"));
        var account = await signIn.UserManager.FindByIdAsync($"{form.Actor}");
        if (account?.PasswordHash is null || !form.Service<LoginOptions>().LocalAccounts || !await IsProvenAsync(signIn, account, form))
            return SignIn.Next(SignInResult.Failed, returnUrl, "/login/again");
        await signIn.SignInAsync(account, isPersistent: false);
        return SignIn.Next(SignInResult.Success, returnUrl, "/login/again");
    }

    /// <summary>
    /// Whether the form has the account's password, where it has one here, and its code, where it has a second factor. What is wrong isn't
    /// told.
    /// </summary>
    public static async Task<bool> IsProvenAsync(SignInManager<Account> signIn, Account account, PostedForm form)
    {
        var accounts = signIn.UserManager;
        if (account.PasswordHash is null
            ? await accounts.IsLockedOutAsync(account)
            : !(await signIn.CheckPasswordSignInAsync(account, form.Text("password"), lockoutOnFailure: true)).Succeeded)
            return false;
        if (!account.TwoFactorEnabled)
            return true;
        if (!await HasCodeAsync(accounts, account, form.Text("code")))
        {
            await accounts.AccessFailedAsync(account);
            return false;
        }

        await accounts.ResetAccessFailedCountAsync(account);
        return true;
    }

    private static async Task<bool> HasCodeAsync(UserManager<Account> accounts, Account account, string text)
    {
        var code = OneTimeCodes.Typed(text);
        return OneTimeCodes.IsOne(code)
            ? await accounts.VerifyTwoFactorTokenAsync(account, accounts.Options.Tokens.AuthenticatorTokenProvider, code)
            : (await accounts.RedeemTwoFactorRecoveryCodeAsync(account, Recovery(text))).Succeeded;
    }

    private static string Recovery(string text)
    {
        var signs = string.Concat(text.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit));
        return signs.Length == 2 * HalfOfRecoveryCode ? $"{signs[..HalfOfRecoveryCode]}-{signs[HalfOfRecoveryCode..]}" : signs;
    }
}
