using Workflows.Personnel.Mail;
using Workflows.Policy;

namespace Workflows.Web.Text;

/// <summary>What the screen calls how far a letter has come.</summary>
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

    /// <summary>What a letter is about that was never written; a kind without a name stays as its template is called.</summary>
    public static Bilingual Kind(string template) => Kinds.GetValueOrDefault(template) ?? new Bilingual(template, template);

    /// <summary>The phase in words.</summary>
    public static Bilingual Of(LetterPhase phase) => phase switch
    {
        LetterPhase.Planned => new("待发送", "To be sent"),
        LetterPhase.Sending => new("发送中", "Being sent"),
        LetterPhase.Accepted => new("已送达服务器", "Accepted"),
        LetterPhase.Failed => new("发送失败", "Failed"),
        LetterPhase.Ambiguous => new("是否送达不明，待人工确认", "Unclear whether taken: a person decides"),
        LetterPhase.Dropped => new("已无必要，未发送", "No longer needed, not sent"),
        _ => throw new ArgumentOutOfRangeException(nameof(phase), phase, "No such phase."),
    };

    /// <summary>The chip's tone for a phase.</summary>
    public static string Tone(LetterPhase phase) => phase switch
    {
        LetterPhase.Accepted => "good",
        LetterPhase.Failed or LetterPhase.Ambiguous => "bad",
        LetterPhase.Sending or LetterPhase.Planned => "wait",
        _ => "",
    };
}
