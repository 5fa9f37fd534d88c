using Workflows.Personnel.Cases;
using Workflows.Policy;

namespace Workflows.Processes.Cases;

/// <summary>What people call the ways out of a step: what somebody decides, and what the program finds.</summary>
public static class PortNames
{
    private static readonly Dictionary<string, Bilingual> Found = new()
    {
        ["Due"] = new("到期", "Due"),
        ["Matters"] = new("有影响", "It matters"),
        ["DoesNotMatter"] = new("无影响", "It doesn't matter"),
        ["Opened"] = new("已开始", "Opened"),
        ["NoApplicants"] = new("无人报名", "Nobody applied"),
        ["Ranked"] = new("已排名", "Ranked"),
        ["NobodyPassed"] = new("无人合格", "Nobody passed"),
        ["Complete"] = new("人数已足", "Complete"),
        ["Exhausted"] = new("无人可递补", "Nobody is left"),
        ["Upheld"] = new("异议成立", "Objection upheld"),
        ["Recorded"] = new("已登记", "Recorded"),
        ["NoVacancy"] = new("编制或岗位不足", "No vacancy"),
        ["Needed"] = new("需要", "Needed"),
        ["NotNeeded"] = new("不需要", "Not needed"),
        ["Eligible"] = new("符合条件", "Eligible"),
        ["NeedsDecision"] = new("需集体研究", "Needs a decision"),
        ["Undecidable"] = new("材料不足", "Undecidable"),
        ["Ineligible"] = new("不符合条件", "Ineligible"),
        ["Background"] = new("考察", "Background review"),
        ["Medical"] = new("体检", "Medical check"),
        ["TransferOrder"] = new("调令", "Transfer order"),
        ["EmploymentContract"] = new("聘用合同", "Employment contract"),
        ["Granted"] = new("同意放宽", "Granted"),
        ["Denied"] = new("不同意放宽", "Denied"),
        ["Allowed"] = new("符合规定", "Allowed"),
        ["NotAllowed"] = new("不符合规定", "Not allowed"),
        ["Up"] = new("晋升", "Up"),
        ["Initial"] = new("首次聘任", "Initial"),
        ["Down"] = new("低聘", "Down"),
        ["Stated"] = new("已陈述", "Spoke up"),
        ["TransferOut"] = new("调出", "Transfer out"),
        ["Retirement"] = new("退休", "Retirement"),
        ["Resignation"] = new("辞职", "Resignation"),
        ["Dismissal"] = new("解聘", "Dismissal"),
        ["Objected"] = new("有异议", "Somebody objects"),
        ["Agreed"] = new("无异议", "Nobody objects"),
        ["Standing"] = new("名单有人", "Somebody is on the list"),
        ["Empty"] = new("名单无人", "Nobody is left"),
        ["Placed"] = new("已派出", "Placed"),
        ["Lapsed"] = new("已另行完成", "Fulfilled elsewhere"),
        ["Fulfilled"] = new("本周期完成", "Fulfilled"),
        ["GoesOn"] = new("周期继续", "Goes on"),
        ["NotThere"] = new("不在岗", "Not in post"),
    };

    /// <summary>The name of a way out; one that is new here stays as it is written.</summary>
    public static Bilingual Of(string port) => Found.GetValueOrDefault(port) ?? Outcomes.Name(port);
}
