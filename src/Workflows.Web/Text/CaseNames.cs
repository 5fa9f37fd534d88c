using Workflows.Personnel.Cases;
using Workflows.Policy;

namespace Workflows.Web.Text;

/// <summary>What the screen calls where a case or an item stands.</summary>
public static class CaseNames
{
    /// <summary>The case's stage.</summary>
    public static Bilingual Of(CaseStage stage) => stage switch
    {
        CaseStage.Running => new("办理中", "Running"),
        CaseStage.Ended => new("已办结", "Ended"),
        CaseStage.Cancelled => new("已撤销", "Called off"),
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "No such stage."),
    };

    /// <summary>The item's stage.</summary>
    public static Bilingual Of(WorkItemStage stage) => stage switch
    {
        WorkItemStage.Open => new("等待办理", "Waiting"),
        WorkItemStage.Decided => new("已办", "Decided"),
        WorkItemStage.Withdrawn => new("已撤回", "Withdrawn"),
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "No such stage."),
    };
}
