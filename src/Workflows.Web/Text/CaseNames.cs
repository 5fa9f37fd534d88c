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

    /// <summary>A kind of process: its definition's name, <c>招聘批次 Hiring round</c>, in its two languages.</summary>
    public static Bilingual OfKind(string name) =>
        name.Split(' ', 2) is [var zh, var en] ? new Bilingual(zh, en) : new Bilingual(name, name);

    /// <summary>How the parts of an item make its outcome, with the threshold of a weighted one.</summary>
    public static Bilingual RuleOf(WorkItem item) => item.Rule switch
    {
        ItemRule.Any => new("或签：一人办理即定", "Any one of them decides"),
        ItemRule.All => new("会签：须全部同意", "All must approve"),
        ItemRule.Sequential => new("依次签署：前一位同意后才轮到下一位", "One after the other; all must approve"),
        ItemRule.Weighted => new(
            $"票签：共{Weight(item)}票，同意满{item.Threshold}票通过", $"Weighted vote: {item.Threshold} of {Weight(item)} votes approve"),
        _ => throw new ArgumentOutOfRangeException(nameof(item), item.Rule, "No such rule."),
    };

    private static int Weight(WorkItem item) => item.Parts.Where(part => part.AddedTo is null).Sum(part => part.Weight);
}
