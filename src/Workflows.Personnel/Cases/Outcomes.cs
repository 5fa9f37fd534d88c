using Workflows.Policy;

namespace Workflows.Personnel.Cases;

/// <summary>The outcomes that work items and waits can have: the port names of the process definitions, and what the screen calls them.</summary>
public static class Outcomes
{
    /// <summary>同意.</summary>
    public const string Approved = nameof(Approved);

    /// <summary>退回.</summary>
    public const string Returned = nameof(Returned);

    /// <summary>退回会签：a return to a named step, past the one before.</summary>
    public const string ReturnedToCountersign = nameof(ReturnedToCountersign);

    /// <summary>退回集体研究：a return to a named step, past the one before.</summary>
    public const string ReturnedToDecision = nameof(ReturnedToDecision);

    /// <summary>拿回: the item gives way to the one before, whose decider took the decision back. Never a button.</summary>
    public const string TakenBack = nameof(TakenBack);

    /// <summary>不同意.</summary>
    public const string Rejected = nameof(Rejected);

    /// <summary>撤回.</summary>
    public const string Withdrawn = nameof(Withdrawn);

    /// <summary>重新提交.</summary>
    public const string Resubmitted = nameof(Resubmitted);

    /// <summary>发布.</summary>
    public const string Announced = nameof(Announced);

    /// <summary>按“45周岁（不含）以下”掌握 (R06).</summary>
    public const string Under = nameof(Under);

    /// <summary>按“含45周岁”掌握 (R06).</summary>
    public const string Included = nameof(Included);

    /// <summary>审查合格.</summary>
    public const string Qualified = nameof(Qualified);

    /// <summary>审查不合格.</summary>
    public const string Refused = nameof(Refused);

    /// <summary>合格.</summary>
    public const string Passed = nameof(Passed);

    /// <summary>不合格.</summary>
    public const string Failed = nameof(Failed);

    /// <summary>完成.</summary>
    public const string Closed = nameof(Closed);

    /// <summary>已备案.</summary>
    public const string Filed = nameof(Filed);

    /// <summary>已发文.</summary>
    public const string Issued = nameof(Issued);

    /// <summary>重试.</summary>
    public const string Retry = nameof(Retry);

    /// <summary>The applicant is called up to background review and medical check.</summary>
    public const string CalledUp = nameof(CalledUp);

    /// <summary>The applicant isn't taken.</summary>
    public const string NotTaken = nameof(NotTaken);

    /// <summary>A waiting step is asked to look again at what changed.</summary>
    public const string Again = nameof(Again);

    /// <summary>A refused applicant asked for a re-review in time.</summary>
    public const string ReReview = nameof(ReReview);

    /// <summary>已听取: the person concerned was heard.</summary>
    public const string Heard = nameof(Heard);

    /// <summary>The person concerned spoke up in writing, in time.</summary>
    public const string Stated = nameof(Stated);

    /// <summary>提请放宽: HR asks leadership for a waiver (R09, 原则上).</summary>
    public const string WaiverAsked = nameof(WaiverAsked);

    /// <summary>提交: HR hands a list in, so that those on it are heard.</summary>
    public const string Submitted = nameof(Submitted);

    /// <summary>已报到: the person has reported for duty at the host school.</summary>
    public const string Reported = nameof(Reported);

    /// <summary>中断: a placement is broken off, with a reason; it doesn't count for R12.</summary>
    public const string Interrupted = nameof(Interrupted);

    private static readonly Dictionary<string, Bilingual> Names = new()
    {
        [Approved] = new("同意", "Approve"),
        [Returned] = new("退回", "Return"),
        [ReturnedToCountersign] = new("退回会签", "Return to countersigning"),
        [ReturnedToDecision] = new("退回集体研究", "Return to the collective decision"),
        [TakenBack] = new("拿回", "Taken back"),
        [Rejected] = new("不同意", "Reject"),
        [Withdrawn] = new("撤回", "Withdraw"),
        [Resubmitted] = new("重新提交", "Hand in again"),
        [Announced] = new("发布", "Announce"),
        [Under] = new("不含45周岁", "Under 45"),
        [Included] = new("含45周岁", "45 included"),
        [Qualified] = new("审查合格", "Qualified"),
        [Refused] = new("审查不合格", "Refused"),
        [Passed] = new("合格", "Pass"),
        [Failed] = new("不合格", "Fail"),
        [Closed] = new("完成", "Close"),
        [Filed] = new("已备案", "Filed"),
        [Issued] = new("已发文", "Issued"),
        [Retry] = new("重试", "Try again"),
        [CalledUp] = new("递补进入考察体检", "Called up"),
        [NotTaken] = new("未录用", "Not taken"),
        [Again] = new("重新判断", "Look again"),
        [ReReview] = new("申请复审", "Re-review"),
        [Heard] = new("已听取", "Heard"),
        [Stated] = new("本人已书面陈述", "The person spoke up"),
        [Submitted] = new("提交", "Hand in"),
        [Reported] = new("已报到", "Reported for duty"),
        [Interrupted] = new("中断", "Broken off"),
        [WaiverAsked] = new("提请放宽", "Ask for a waiver"),
    };

    /// <summary>What the screen calls an outcome.</summary>
    public static Bilingual Name(string outcome) => Names.TryGetValue(outcome, out var name) ? name : new Bilingual(outcome, outcome);

    /// <summary>Whether an outcome turns somebody down or sends the case back, so that it must come with a reason.</summary>
    public static bool NeedsReason(string outcome) => outcome is Rejected or Withdrawn or Refused or Failed or Interrupted || IsReturn(outcome);

    /// <summary>Whether an outcome sends the case back to an earlier step.</summary>
    public static bool IsReturn(string outcome) => outcome is Returned or ReturnedToCountersign or ReturnedToDecision;
}
