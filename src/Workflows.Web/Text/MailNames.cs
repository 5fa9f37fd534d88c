using Workflows.Personnel.Mail;
using Workflows.Policy;

namespace Workflows.Web.Text;

/// <summary>What the screen calls how far a letter has come.</summary>
public static class MailNames
{
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
