using Workflows.Personnel.Mail;
using Workflows.Policy;

namespace Workflows.Web.Text;

/// <summary>What the operations page calls jobs and phases.</summary>
public static class OperationNames
{
    /// <summary>The name of a job; an unknown one is called as in the schedule.</summary>
    public static Bilingual Job(string name) => name switch
    {
        "plan" => new("计算应发的提醒", "Plan reminders"),
        "send" => new("发信", "Send mail"),
        "bounces" => new("读取退信", "Read bounces"),
        "sweep" => new("唤醒到时的办件", "Wake cases"),
        "cycles" => new("开启挂职周期", "Open secondment cycles"),
        "seal" => new("导出链头清单", "Write chain heads"),
        "retain" => new("删除保存期满的个人信息", "Erase expired personal data"),
        _ => new(name, name),
    };

    /// <summary>The name of a letter's phase.</summary>
    public static Bilingual Phase(LetterPhase phase) => phase switch
    {
        LetterPhase.Planned => new("待发", "To be sent"),
        LetterPhase.Sending => new("正在发", "Being sent"),
        LetterPhase.Accepted => new("已发", "Sent"),
        LetterPhase.Failed => new("失败", "Failed"),
        LetterPhase.Ambiguous => new("待人工确认", "Unclear"),
        LetterPhase.Dropped => new("不再需要", "Dropped"),
        _ => throw new ArgumentOutOfRangeException(nameof(phase), phase, "A phase without a name."),
    };
}
