using System.Globalization;
using System.Text;
using Workflows.Personnel.Cases;

namespace Workflows.Personnel.Tests.Cases;

/// <summary>The state table of work items: what the code does is what the decision record prints.</summary>
public sealed class ItemActionsTests
{
    [Fact]
    public void The_decision_record_prints_the_table_as_it_is()
    {
        var record = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "decisions", "0013-work-item-actions.md")).ReplaceLineEndings("\n");
        record.ShouldContain(Table(), customMessage: $"Write this table into deploy/decisions/0013-work-item-actions.md:\n{Table()}");
    }

    [Fact]
    public void Nothing_but_taking_back_is_done_to_a_closed_item() =>
        Cells().Where(cell => cell.State is not (ItemState.Untouched or ItemState.Partial) && cell.Action is not ItemAction.TakeBack)
            .ShouldAllBe(cell => IsRefused(cell));

    [Fact]
    public void A_decision_is_taken_back_only_until_the_case_has_moved_on() =>
        Cells().Where(cell => cell.Action is ItemAction.TakeBack && !IsRefused(cell)).Select(cell => cell.State).Distinct()
            .ShouldBe([ItemState.Partial, ItemState.Decided]);

    [Fact]
    public void A_return_inside_a_countersign_decides_at_once_and_inside_a_vote_counts_as_one() =>
        Enum.GetValues<ItemRule>().ShouldAllBe(rule =>
            ItemActions.Effect(ItemAction.Return, rule, ItemState.Partial)
                == (rule == ItemRule.Weighted ? ItemEffect.CountsAsOne : ItemEffect.DecidesAtOnce));

    private static bool IsRefused((ItemAction Action, ItemRule Rule, ItemState State) cell) =>
        ItemActions.IsRefusal(ItemActions.Effect(cell.Action, cell.Rule, cell.State));

    private static IEnumerable<(ItemAction Action, ItemRule Rule, ItemState State)> Cells() =>
        from action in Enum.GetValues<ItemAction>()
        from rule in Enum.GetValues<ItemRule>()
        from state in Enum.GetValues<ItemState>()
        select (action, rule, state);

    private static string Table()
    {
        var states = Enum.GetValues<ItemState>();
        var table = new StringBuilder($"| Action | Rule | {string.Join(" | ", states)} |\n|---|---|{string.Concat(states.Select(_ => "---|"))}\n");
        foreach (var action in Enum.GetValues<ItemAction>())
        {
            var rows = Enum.GetValues<ItemRule>().GroupBy(rule => string.Join(" | ", states.Select(state => ItemActions.Effect(action, rule, state))));
            foreach (var row in rows)
                table.Append(CultureInfo.InvariantCulture, $"| {ItemActions.Name(action).Zh} {action} | {string.Join(", ", row)} | {row.Key} |\n");
        }

        return table.ToString();
    }
}
