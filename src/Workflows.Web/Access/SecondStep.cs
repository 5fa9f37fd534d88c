using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Workflows.Storage.Identity;
using Workflows.Web.Forms;

namespace Workflows.Web.Access;

/// <summary>
/// The second step of a login, and the login again before something final. A wrong code counts like a wrong password.
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
        var tries = form.Service<LoginTries>();
        if (!account.IsActive || !await tries.TakeAsync(account, form.Aborted))
            return SignIn.Next(SignInResult.Failed, returnUrl, "/login/code");
        var result = form.TextOrNull("recovery") is { } recovery
            ? await signIn.TwoFactorRecoveryCodeSignInAsync(Recovery(recovery))
            : await signIn.TwoFactorAuthenticatorSignInAsync(OneTimeCodes.Typed(form.Text("code")), isPersistent: false, rememberClient: false);
        if (result.Succeeded)
            await tries.SucceededAsync(account, form.Aborted);
        form.NoteLogin(account, result, "code");
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
        var (accounts, tries) = (signIn.UserManager, form.Service<LoginTries>());
        var isProven = await tries.TakeAsync(account, form.Aborted)
            && (account.PasswordHash is null || await accounts.CheckPasswordAsync(account, form.Text("password")))
            && (!account.TwoFactorEnabled || await HasCodeAsync(accounts, account, form.Text("code")));
        if (isProven)
            await tries.SucceededAsync(account, form.Aborted);
        form.NoteLogin(account, isProven ? SignInResult.Success : SignInResult.Failed, "again");
        return isProven;
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
