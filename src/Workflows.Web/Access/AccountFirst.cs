using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Workflows.Processes;
using Workflows.Web.Api;

namespace Workflows.Web.Access;

/// <summary>
/// Leads whoever still has a one-time password, or holds a role of <c>Login:SecondFactorRoles</c> without a second factor, to their account's
/// page, and lets them do nothing else before. A program is told why.
/// </summary>
public sealed class AccountFirst(RequestDelegate next, LoginOptions login)
{
    private const string AccountPage = "/account";

    /// <summary>Goes on, or answers instead.</summary>
    public Task InvokeAsync(HttpContext http, Me me)
    {
        if (Refusal(me) is not { } refusal || IsOpen(http))
            return next(http);
        if (http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
            return ApiAnswer.Of(refusal).ExecuteAsync(http);
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = AccountPage;
        return Task.CompletedTask;
    }

    private static bool IsOpen(HttpContext http) =>
        http.Request.Path.StartsWithSegments(AccountPage, StringComparison.Ordinal)
        || http.Request.Path.StartsWithSegments("/login", StringComparison.Ordinal)
        || http.Request.Path.StartsWithSegments("/session", StringComparison.Ordinal)
        || http.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null;

    private Answer? Refusal(Me me)
    {
        if (me.HasOneTimePassword)
            return Answer.Refused(Processes.Refusal.PasswordNotChanged, "请先在“我的账户”把一次性密码换成自己的密码。", "Change the one-time password on the page “My account” first.");
        return me.LacksSecondFactor(login)
            ? Answer.Refused(Processes.Refusal.SecondFactorMissing,
                "您的角色必须先在“我的账户”设置两步验证。", "Your role asks for a second factor; set it up on the page “My account” first.")
            : null;
    }
}
