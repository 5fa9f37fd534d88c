using CsCheck;
using Workflows.Personnel.Cases;

namespace Workflows.Personnel.Tests.Cases;

/// <summary>What several signers make together, for every mix of answers.</summary>
public sealed class ItemRulesTests
{
    private static readonly string?[] Choices = [null, Outcomes.Approved, Outcomes.Returned, Outcomes.Rejected];

    private static readonly Gen<string?> Answer = Gen.Int[0, 3].Select(choice => Choices[choice]);

    private static readonly Gen<string?[]> Answers = Answer.Array[1, 7];

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
    public void In_a_weighted_vote_the_threshold_decides_and_nothing_less() => Votes.Sample(vote =>
    {
        var item = Item(ItemRule.Weighted, [.. vote.Parts.Select(part => part.Answer)], [.. vote.Parts.Select(part => part.Weight)], vote.Threshold);
        var approving = Weight(vote, Outcomes.Approved);
        var open = Weight(vote, null);
        var outcome = ItemRules.Outcome(item);
        if (approving >= vote.Threshold)
            return outcome == Outcomes.Approved;
        return approving + open < vote.Threshold ? outcome is Outcomes.Returned or Outcomes.Rejected : outcome is null;
    });

    [Fact]
    public void A_veto_turns_a_vote_down_whatever_the_others_weigh()
    {
        var item = Item(ItemRule.Weighted, [Outcomes.Approved, null, Outcomes.Rejected], [5, 5, 1], threshold: 5, veto: 2);
        ItemRules.Outcome(item).ShouldBe(Outcomes.Rejected);
    }

    [Fact]
    public void An_added_signer_can_stop_an_approval_and_never_replaces_one() => (from rule in Gen.Enum<ItemRule>()
        from own in Answer
        from added in Answer
        select (rule, own, added)).Sample(one =>
    {
        var item = Item(one.rule, [one.own], threshold: 1);
        item.Parts.Add(new WorkItemPart { Id = Id(9), AddedTo = item.Parts[0].Id, Outcome = one.added, DecidedAt = At(9) });
        return (ItemRules.Outcome(item) == Outcomes.Approved) == (one is { own: Outcomes.Approved, added: Outcomes.Approved });
    });

    [Fact]
    public void A_removed_signer_is_no_longer_waited_for()
    {
        var item = Item(ItemRule.Any, [Outcomes.Approved]);
        item.Parts.Add(new WorkItemPart { Id = Id(9), AddedTo = item.Parts[0].Id });
        ItemRules.Outcome(item).ShouldBeNull();
        item.Parts[1].IsRemoved = true;
        ItemRules.Outcome(item).ShouldBe(Outcomes.Approved);
    }

    [Fact]
    public void In_a_sequence_only_the_next_is_asked()
    {
        var item = Item(ItemRule.Sequential, [null, null, null]);
        item.Parts[1].WaitsFor = item.Parts[0].Id;
        item.Parts[2].WaitsFor = item.Parts[1].Id;
        item.Settle();
        item.Parts.Select(part => part.IsOpen).ShouldBe([true, false, false]);

        item.Parts[0].Outcome = Outcomes.Approved;
        item.Settle();
        item.Parts.Select(part => part.IsOpen).ShouldBe([false, true, false]);
    }

    [Fact]
    public void A_closed_item_asks_nobody_any_more()
    {
        var item = Item(ItemRule.All, [Outcomes.Approved, null, null]);
        item.Close(WorkItemStage.Withdrawn, new DateTimeOffset(2026, 8, 3, 0, 0, 0, TimeSpan.Zero));
        item.Parts.ShouldAllBe(part => !part.IsOpen);
        item.Stage.ShouldBe(WorkItemStage.Withdrawn);
    }

    private static readonly Gen<Vote> Votes =
        from parts in Gen.Select(Answer, Gen.Int[1, 4], (answer, weight) => new Ballot(answer, weight)).Array[1, 6]
        from threshold in Gen.Int[1, parts.Sum(part => part.Weight)]
        select new Vote(parts, threshold);

    private static int Weight(Vote vote, string? answer) => vote.Parts.Where(part => part.Answer == answer).Sum(part => part.Weight);

    private static Guid Id(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);

    private static DateTimeOffset At(int hour) => new(2026, 8, 3, hour, 0, 0, TimeSpan.Zero);

    private static WorkItem Item(ItemRule rule, string?[] answers, int[]? weights = null, int? threshold = null, int? veto = null) => new()
    {
        WaitId = "countersign#1",
        TitleZh = "会签",
        TitleEn = "Countersign",
        Rule = rule,
        Threshold = threshold,
        Outcomes = [Outcomes.Approved, Outcomes.Returned, Outcomes.Rejected],
        Parts =
        [
            .. answers.Index().Select(one => new WorkItemPart
            {
                Id = Id(one.Index + 1), Outcome = one.Item, Weight = weights?[one.Index] ?? 1, HasVeto = veto == one.Index,
                DecidedAt = one.Item is null ? null : At(one.Index),
            }),
        ],
    };

    private sealed record Ballot(string? Answer, int Weight);

    private sealed record Vote(Ballot[] Parts, int Threshold);
}
