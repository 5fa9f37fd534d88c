using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Processes;
using Workflows.Storage;

namespace Workflows.Web.Access;

/// <summary>
/// Asks whoever makes a final decision for a recent login: a screen left open in an office must not be enough to sign with.
/// </summary>
public sealed class FreshLogin(IHttpContextAccessor context, LoginOptions login, WallClock wall, WorkflowsDb db)
{
    /// <summary>Whether the login is as young as final decisions ask.</summary>
    public bool IsFreshEnough => IsFresh(TimeSpan.FromMinutes(login.FreshMinutes));

    /// <summary>Whether this session's person proved who they are that recently.</summary>
    public bool IsFresh(TimeSpan maxAge) =>
        context.HttpContext is { } http && LoginTime.Of(http) is { } since && wall.Time.GetUtcNow() - since <= maxAge;

    /// <summary>
    /// Why the item can't be decided with this login; null when it can. A fresh login needs no look at the item, and a closed item is left to the use case
    /// to answer.
    /// </summary>
    public async Task<Answer?> RefusalForAsync(Guid workItemId, CancellationToken ct) =>
        IsFreshEnough || !await db.WorkItems.AnyAsync(item => item.Id == workItemId && item.Stage == WorkItemStage.Open && item.IsFinal, ct)
            ? null
            : Refused("这是最终决定", "This decision is final");

    /// <summary>Why the second factor can't be changed with this login; null when it can.</summary>
    public Answer? RefusalForSecondFactor() =>
        IsFreshEnough ? null : Refused("这关系到您账户的安全", "This concerns the safety of your account");

    private Answer Refused(string zh, string en) => Answer.Refused(Refusal.LoginTooOld,
        $"{zh}，要求在{login.FreshMinutes}分钟内登录过。", $"{en} and asks for a login of the last {login.FreshMinutes} minutes.");
}
