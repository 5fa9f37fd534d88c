using Workflows.Policy;
using Workflows.Reminders.Obligations;
using Workflows.Web.Letters;

namespace Workflows.Web.Text;

/// <summary>What the screen calls letters, and how far they have come.</summary>
public static class MailNames
{
    private static readonly Dictionary<string, Bilingual> Kinds = new()
    {
        ["hiring/work-item"] = new("待办提醒", "Something to decide"),
        ["hiring/work-item-due"] = new("待办到期提醒", "Something is due"),
        ["hiring/work-item-urged"] = new("催办", "Urged"),
        ["hiring/escalated"] = new("逾期上报", "Overdue, told to leadership"),
        ["hiring/question"] = new("征询", "A question"),
        ["hiring/advice"] = new("征询的答复", "An answer"),
        ["hiring/copy"] = new("抄送", "A copy"),
        ["hiring/orphan"] = new("无人办理的事项", "An orphaned item"),
        ["hiring/letter-failed"] = new("邮件未送达", "A letter failed"),
        ["hiring/qualified"] = new("资格审查合格", "Qualified"),
        ["hiring/refusal"] = new("资格审查结果", "Result of the review"),
        ["hiring/called-up"] = new("进入考察和体检", "Called up"),
        ["hiring/not-taken"] = new("招聘结果", "Result of the round"),
        ["hiring/joined"] = new("报到", "Report for duty"),
    };

    /// <summary>The state in words.</summary>
    public static Bilingual Of(LetterState state) => state switch
    {
        LetterState.Planned => new("待发送", "To be sent"),
        LetterState.Deferred => new("暂缓，将重试", "Put off, tried again"),
        LetterState.Sending => new("发送中", "Being sent"),
        LetterState.Sent => new("已送达服务器", "Accepted"),
        LetterState.Bounced => new("被退回", "Bounced"),
        LetterState.Failed => new("发送失败", "Failed"),
        LetterState.Ambiguous => new("是否送达不明，待人工确认", "Unclear whether taken: a person decides"),
        LetterState.Dropped => new("已无必要，未发送", "No longer needed, not sent"),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "No such state."),
    };

    /// <summary>The chip's tone for a state.</summary>
    public static string Tone(LetterState state) => state switch
    {
        LetterState.Sent => "good",
        LetterState.Failed or LetterState.Ambiguous or LetterState.Bounced => "bad",
        LetterState.Sending or LetterState.Planned or LetterState.Deferred => "wait",
        _ => "",
    };

    /// <summary>What a letter by that template is about; a kind without a name stays as its template is called.</summary>
    public static Bilingual Kind(string template) => Kinds.GetValueOrDefault(template) ?? new Bilingual(template, template);

    /// <summary>What a letter is about while it has no subject yet.</summary>
    public static Bilingual About(LedgerLine line) =>
        ObligationRule.Find(line.Clause) is { } rule ? new($"{rule.Name.Zh}提醒", $"reminder: {rule.Name.En}") : Kind(line.Template);

    /// <summary>A stage by its name: days before, a day of the year, or a word.</summary>
    public static Bilingual Stage(string stage) => stage switch
    {
        "passed" => new("已逾期", "passed"),
        "pace" => new("期中进度", "mid-term pace"),
        "out-of-reach" => new("已来不及", "out of reach"),
        "asked" => new("新事项", "newly asked"),
        _ when stage.Length <= 3 && stage.All(char.IsAsciiDigit) => new($"提前 {stage} 天", $"{stage} days before"),
        _ => new(stage, stage),
    };
}
