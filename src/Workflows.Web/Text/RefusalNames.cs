using Workflows.Policy;
using Workflows.Processes;

namespace Workflows.Web.Text;

/// <summary>The two parts of every refusal: what happened, and what to do now.</summary>
public static class RefusalNames
{
    /// <summary>What happened, in one line.</summary>
    public static Bilingual WhatHappened(Refusal refusal) => refusal switch
    {
        Refusal.NotAllowed => new("没有办理：您不能办这件事", "Not done: this isn't yours to do"),
        Refusal.NotFound => new("没有办理：找不到这一项", "Not done: there is no such thing"),
        Refusal.Invalid => new("没有办理：填写的内容还不完整", "Not done: something is missing or wrong"),
        Refusal.Stale => new("没有办理：情况已经变了", "Not done: things have changed meanwhile"),
        Refusal.WrongTime => new("没有办理：现在不是办理的时候", "Not done: this is not the time for it"),
        Refusal.LoginTooOld => new("还没有办理：需要刚刚登录过", "Not done yet: it asks for a recent login"),
        Refusal.PasswordNotChanged => new("没有办理：请先更改一次性密码", "Not done: change the one-time password first"),
        Refusal.SecondFactorMissing => new("没有办理：还没有两步验证", "Not done: there is no second factor yet"),
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "No such refusal."),
    };

    /// <summary>What to do now.</summary>
    public static Bilingual WhatToDo(Refusal refusal) => refusal switch
    {
        Refusal.NotAllowed => new("什么都没有改动。如需办理，请联系人事干部。", "Nothing was changed. If you should be able to, ask HR."),
        Refusal.NotFound => new("什么都没有改动。请回到列表重新选择。", "Nothing was changed. Go back to the list and choose again."),
        Refusal.Invalid => new("什么都没有改动，您填写的内容还在。请补充后再提交。",
            "Nothing was changed, and what you typed is kept. Complete it and send it again."),
        Refusal.Stale => new("下面是最新情况，请看过再决定是否还要办理。", "Below is how things stand now; look, then decide whether anything is left to do."),
        Refusal.WrongTime => new("什么都没有改动。下面是现在的情况。", "Nothing was changed. Below is how things stand now."),
        Refusal.LoginTooOld => new("您填写的内容还在。重新登录后，请核对并再次提交。",
            "What you typed is kept. Once you have logged in again, check it and send it again."),
        Refusal.PasswordNotChanged => new("请在“我的账户”更改密码。", "Change it on the page “My account”."),
        Refusal.SecondFactorMissing => new("请在“我的账户”设置两步验证。", "Set it up on the page “My account”."),
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "No such refusal."),
    };
}
