using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Workflows.Policy;
using Workflows.Processes;
using Workflows.Storage.Identity;
using Workflows.Web.Forms;

namespace Workflows.Web.Access;

/// <summary>What people change about their own login: the password, and an end to all their sessions.</summary>
internal static class AccountForms
{
    /// <summary>The page of all these forms.</summary>
    public const string Page = "/account";

    public static void MapAccountForms(this IEndpointRouteBuilder app)
    {
        app.MapForm("/account/password", ChangePasswordAsync).RequireRateLimiting(Limits.Login);
        app.MapForm("/account/sessions/end", EndSessionsAsync);
    }

    /// <summary>The account that posts the form.</summary>
    public static async Task<Account> AccountAsync(this PostedForm form) =>
        await form.Service<UserManager<Account>>().FindByIdAsync($"{form.Actor}")
        ?? throw new InvalidOperationException("The account went away during its own request.");

    /// <summary>Leads to a page that shows the answer; nothing that was typed travels along.</summary>
    public static IResult Told(this PostedForm form, Answer answer, string page = Page)
    {
        form.Service<AnswerMemory>().Keep(form.OperationId, answer, FormCollection.Empty);
        return PostedForm.SeeOther($"{page}?{AnswerMemory.Query}={form.OperationId}");
    }

    /// <summary>Leaves a line in the program's log: whose account, what became of it, no secret.</summary>
    public static void Note(this PostedForm form, Account account, string zh, string en) =>
        form.Service<ILogger<LoginOptions>>().LogInformation(SecurityEvents.AccountChanged, "{Zh} / {En}: {Account}", zh, en, account.Id);

    private static async Task<IResult> ChangePasswordAsync(PostedForm form)
    {
        var signIn = form.Service<SignInManager<Account>>();
        var account = await form.AccountAsync();
        var wanted = form.Text("newPassword");
        if (!form.Service<LoginOptions>().LocalAccounts || account.PasswordHash is null)
            return form.Told(Answer.Refused(Refusal.NotAllowed, "您的密码不在这里管理。", "Your password isn't kept here."));
        if (wanted != form.Text("repeated"))
            return form.Told(Answer.Refused(Refusal.Invalid, "两次输入的新密码不一样。", "The new password wasn't repeated alike."));
        var tries = form.Service<LoginTries>();
        if (!await tries.TakeAsync(account, form.Aborted) || !await signIn.UserManager.CheckPasswordAsync(account, form.Text("password")))
            return form.Told(Answer.Refused(Refusal.Invalid,
                "原密码不对，或者账户暂时锁定。", "The old password is wrong, or the account is locked for a while."));

        await tries.SucceededAsync(account, form.Aborted);
        if (wanted == form.Text("password"))
            return form.Told(Answer.Refused(Refusal.Invalid, "新密码不能与原密码相同。", "The new password must differ from the old one."));
        account.MustChangePassword = false;
        var changed = await signIn.UserManager.ChangePasswordAsync(account, form.Text("password"), wanted);
        if (!changed.Succeeded)
            return form.Told(Answer.Refused(Refusal.Invalid, [.. changed.Errors.Select(Reason)]));
        await signIn.RefreshSignInAsync(account);
        form.Note(account, "密码已更改", "password changed");
        return form.Told(Answer.Done("密码已更改，其他地方的登录已退出。", "The password is changed, and your other sessions have ended."));
    }

    private static async Task<IResult> EndSessionsAsync(PostedForm form)
    {
        var signIn = form.Service<SignInManager<Account>>();
        var account = await form.AccountAsync();
        await signIn.UserManager.UpdateSecurityStampAsync(account);
        await signIn.SignOutAsync();
        form.Note(account, "全部退出", "logged out everywhere");
        return PostedForm.SeeOther("/login");
    }

    private static Bilingual Reason(IdentityError error) => error.Code switch
    {
        nameof(IdentityErrorDescriber.PasswordTooShort) => new("新密码至少8个字符。", "The new password needs at least 8 characters."),
        UncommonPassword.TooCommon => new("这个密码太常见，容易被猜到。", "This password is too common and easily guessed."),
        _ => new("密码没有更改，请再试一次。", "The password wasn't changed; try again."),
    };
}
