using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Workflows.Processes;
using Workflows.Storage.Identity;
using Workflows.Web.Forms;
using Workflows.Web.Pages.Account;

namespace Workflows.Web.Access;

/// <summary>Setting up the second factor, new recovery codes, and turning it off.</summary>
internal static class SecondFactorForms
{
    private const string SetUpPage = "/account/second-factor";
    private const int RecoveryCodes = 10;

    public static void MapSecondFactorForms(this IEndpointRouteBuilder app)
    {
        app.MapForm(SetUpPage, StartAsync).RequireRateLimiting(Limits.Login);
        app.MapForm("/account/second-factor/confirm", ConfirmAsync).RequireRateLimiting(Limits.Login);
        app.MapForm("/account/second-factor/codes", RenewCodesAsync).RequireRateLimiting(Limits.Login);
        app.MapForm("/account/second-factor/off", TurnOffAsync).RequireRateLimiting(Limits.Login);
    }

    private static async Task<IResult> StartAsync(PostedForm form)
    {
        if (form.Service<FreshLogin>().RefusalForSecondFactor() is { } refusal)
            return form.Answered(refusal, AccountForms.Page);
        var signIn = form.Service<SignInManager<Account>>();
        var account = await form.AccountAsync();
        if (account.TwoFactorEnabled)
            return form.Told(Answer.Refused(Refusal.Stale, "两步验证已经开启。", "The second factor is on already."));
        await signIn.UserManager.ResetAuthenticatorKeyAsync(account);
        await signIn.RefreshSignInAsync(account);
        return PostedForm.SeeOther(SetUpPage);
    }

    private static async Task<IResult> ConfirmAsync(PostedForm form)
    {
        if (form.Service<FreshLogin>().RefusalForSecondFactor() is { } refusal)
            return form.Answered(refusal, SetUpPage);
        var signIn = form.Service<SignInManager<Account>>();
        var accounts = signIn.UserManager;
        var account = await form.AccountAsync();
        if (account.TwoFactorEnabled)
            return form.Told(Answer.Refused(Refusal.Stale, "两步验证已经开启。", "The second factor is on already."));
        var isRight = await accounts.VerifyTwoFactorTokenAsync(
            account, accounts.Options.Tokens.AuthenticatorTokenProvider, OneTimeCodes.Typed(form.Text("code")));
        if (!isRight)
        {
            return form.Told(Answer.Refused(Refusal.Invalid,
                "验证码不对。请检查手机时间是否准确，再输入新的验证码。",
                "The code is wrong. See that the phone's clock is right, then type a new code."), SetUpPage);
        }

        await accounts.SetTwoFactorEnabledAsync(account, enabled: true);
        form.Note(account, "两步验证已开启", "second factor turned on");
        return await ShowNewCodesAsync(signIn, account);
    }

    private static async Task<IResult> RenewCodesAsync(PostedForm form)
    {
        var account = await form.AccountAsync();
        return await RefusalAsync(form, account) is { } refusal
            ? form.Told(refusal)
            : await ShowNewCodesAsync(form.Service<SignInManager<Account>>(), account);
    }

    private static async Task<IResult> TurnOffAsync(PostedForm form)
    {
        var signIn = form.Service<SignInManager<Account>>();
        var account = await form.AccountAsync();
        if (await RefusalAsync(form, account) is { } refusal)
            return form.Told(refusal);
        await form.Service<AccountStore>().ForgetSecondFactorAsync(account, CancellationToken.None);
        await signIn.UserManager.SetTwoFactorEnabledAsync(account, enabled: false);
        await signIn.RefreshSignInAsync(account);
        form.Note(account, "两步验证已关闭", "second factor turned off");
        return form.Told(Answer.Done("两步验证已关闭。", "The second factor is off."));
    }

    // Who has no password here proved it at the bureau, and that recently.
    private static async Task<Answer?> RefusalAsync(PostedForm form, Account account)
    {
        if (!account.TwoFactorEnabled)
            return Answer.Refused(Refusal.Stale, "两步验证没有开启。", "The second factor is not on.");
        if (account.PasswordHash is null && !form.Service<FreshLogin>().IsFreshEnough)
            return Answer.Refused(Refusal.NotAllowed, "请先退出并重新登录。", "Log out and in again first.");
        return await SecondStep.IsProvenAsync(form.Service<SignInManager<Account>>(), account, form)
            ? null
            : Answer.Refused(Refusal.Invalid,
                "密码或验证码不对，或者账户暂时锁定。", "The password or the code is wrong, or the account is locked for a while.");
    }

    // Drawn in answer to the post, this once: the codes travel in no address and no cookie, and afterwards only their hashes are here.
    private static async Task<IResult> ShowNewCodesAsync(SignInManager<Account> signIn, Account account)
    {
        var codes = await signIn.UserManager.GenerateNewTwoFactorRecoveryCodesAsync(account, RecoveryCodes) ?? [];
        await signIn.RefreshSignInAsync(account);
        return new RazorComponentResult<RecoveryCodesDocument>(new Dictionary<string, object?>
        {
            [nameof(RecoveryCodesDocument.Codes)] = codes.ToList(),
        });
    }
}
