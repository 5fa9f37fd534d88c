using Workflows.Personnel.Lists;
using Workflows.Personnel.Secondment;
using Workflows.Planning;
using Workflows.Policy;
using Workflows.Processes.Lists;
using Workflows.Web.Secondment;

namespace Workflows.Web.Text;

/// <summary>What the screen calls the things of secondment.</summary>
public static class SecondmentNames
{
    /// <summary>A cell of the board, in a word.</summary>
    public static Bilingual Of(CellKind kind) => kind switch
    {
        CellKind.None => new("—", "—"),
        CellKind.Completed => new("已完成", "done"),
        CellKind.Away => new("在外", "away"),
        CellKind.Planned => new("已派", "placed"),
        CellKind.Listed => new("名单中", "listed"),
        CellKind.Interrupted => new("中断", "broken off"),
        CellKind.Exempt => new("豁免", "exempt"),
        CellKind.Deadline => new("最迟", "last"),
        CellKind.Overdue => new("逾期", "overdue"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such cell."),
    };

    /// <summary>What came of planning, in a sentence.</summary>
    public static Bilingual Of(PlanStatus status) => status switch
    {
        PlanStatus.Optimal => new("最优方案", "Cheapest plan, proven"),
        PlanStatus.Feasible => new("可行方案，未证明最优", "A plan; not proven the cheapest"),
        PlanStatus.Infeasible => new("没有全部符合的方案", "No plan keeps every rule"),
        _ => new("没有在时限内排出", "None found in time"),
    };

    /// <summary>The chip's tone for it.</summary>
    public static string Tone(PlanStatus status) => status switch
    {
        PlanStatus.Optimal => "good",
        PlanStatus.Feasible => "wait",
        PlanStatus.Infeasible => "bad",
        _ => "ask",
    };

    /// <summary>What a teacher said.</summary>
    public static Bilingual Of(TeacherAnswer answer) => answer switch
    {
        TeacherAnswer.None => new("未答复", "no answer"),
        TeacherAnswer.Confirmed => new("已确认", "confirmed"),
        TeacherAnswer.Objected => new("有异议", "objects"),
        _ => throw new ArgumentOutOfRangeException(nameof(answer), answer, "No such answer."),
    };

    /// <summary>The chip's tone for an answer.</summary>
    public static string Tone(TeacherAnswer answer) => answer switch
    {
        TeacherAnswer.Confirmed => "good",
        TeacherAnswer.Objected => "bad",
        _ => "",
    };

    /// <summary>Where a placement stands.</summary>
    public static Bilingual Of(PlacementState state) => state switch
    {
        PlacementState.Planned => new("待报到", "to come"),
        PlacementState.Running => new("进行中", "running"),
        PlacementState.Completed => new("已完成", "completed"),
        PlacementState.Interrupted => new("中断", "broken off"),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "No such state."),
    };

    /// <summary>The chip's tone for a placement.</summary>
    public static string Tone(PlacementState state) => state switch
    {
        PlacementState.Completed => "good",
        PlacementState.Interrupted => "bad",
        _ => "wait",
    };

    /// <summary>How an objection is handled.</summary>
    public static Bilingual Of(ObjectionHandling how) => how switch
    {
        ObjectionHandling.Struck => new("去掉，另作安排", "Take off the list"),
        ObjectionHandling.Changed => new("调整学校或方式，重新征求意见", "Change school or kind, ask anew"),
        ObjectionHandling.Kept => new("维持原安排", "Keep the line"),
        _ => throw new ArgumentOutOfRangeException(nameof(how), how, "No such handling."),
    };

    /// <summary>Why a stay counts for no semester of R12.</summary>
    public static Bilingual WhyNot(Placement placement) => placement switch
    {
        { RetractedAt: not null } => new("—", "—"),
        { State: not PlacementState.Completed } => new($"不计：{Of(placement.State).Zh}", $"no: {Of(placement.State).En}"),
        { Kind: Policy.Secondment.PlacementKind.SupportTeaching } => new("不计：支教未同时记为挂职", "no: support teaching that isn't also recorded as secondment"),
        _ => new("不计：不满一个学期", "no: less than a whole semester"),
    };
}
