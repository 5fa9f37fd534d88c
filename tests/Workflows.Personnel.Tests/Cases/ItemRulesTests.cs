using CsCheck;
using Workflows.Personnel.Cases;

namespace Workflows.Personnel.Tests.Cases;

/// <summary>What several signers make together, for every mix of answers.</summary>
public sealed class ItemRulesTests
{
    private static readonly string?[] Choices = [null, Outcomes.Approved, Outcomes.Returned, Outcomes.Rejected];

    private static readonly Gen<string?[]> Answers = Gen.Int[0, 3].Select(choice => Choices[choice]).Array[1, 7];

    [Fact]
    public void A_countersign_never_passes_while_one_part_is_not_approved() => Answers.Sample(answers =>
        (ItemRules.Outcome(Item(ItemRule.All, answers)) == Outcomes.Approved) == answers.All(answer => answer == Outcomes.Approved));

    [Fact]
    public void A_countersign_is_turned_down_as_soon_as_one_part_turns_it_down() => Answers.Sample(answers =>
    {
        var against = answers.FirstOrDefault(answer => answer is not null and not Outcomes.Approved);
        return against is null || ItemRules.Outcome(Item(ItemRule.All, answers)) == against;
    });

    [Fact]
    public void A_countersign_waits_while_everybody_so_far_approved_and_somebody_is_missing() => Answers.Sample(answers =>
    {
        var waits = answers.Contains(null) && answers.All(answer => answer is null or Outcomes.Approved);
        return waits == (ItemRules.Outcome(Item(ItemRule.All, answers)) is null);
    });

    [Fact]
    public void Where_any_may_decide_the_first_answer_does() => Answers.Sample(answers =>
        ItemRules.Outcome(Item(ItemRule.Any, answers)) == answers.FirstOrDefault(answer => answer is not null));

    [Fact]
    public void A_closed_item_asks_nobody_any_more()
    {
        var item = Item(ItemRule.All, [Outcomes.Approved, null, null]);
        item.Close(WorkItemStage.Withdrawn, new DateTimeOffset(2026, 8, 3, 0, 0, 0, TimeSpan.Zero));
        item.Parts.ShouldAllBe(part => !part.IsOpen);
        item.Stage.ShouldBe(WorkItemStage.Withdrawn);
    }

    private static WorkItem Item(ItemRule rule, string?[] answers) => new()
    {
        WaitId = "countersign#1",
        TitleZh = "会签",
        TitleEn = "Countersign",
        Rule = rule,
        Outcomes = [Outcomes.Approved, Outcomes.Returned, Outcomes.Rejected],
        Parts = [.. answers.Select(answer => new WorkItemPart { Outcome = answer })],
    };
}
