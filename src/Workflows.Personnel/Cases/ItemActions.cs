using Workflows.Policy;

namespace Workflows.Personnel.Cases;

/// <summary>What people can do about a work item.</summary>
public enum ItemAction
{
    /// <summary>办理: say the approving outcome, or choose among outcomes.</summary>
    Decide,

    /// <summary>驳回: say an outcome that returns or turns down.</summary>
    Return,

    /// <summary>签收: take it for oneself, before colleagues of the same role.</summary>
    Claim,

    /// <summary>退签: give a claimed or assigned one back to the role.</summary>
    Release,

    /// <summary>转办: give it to a colleague, who decides.</summary>
    Transfer,

    /// <summary>征询（委派）: ask a colleague for advice; it comes back.</summary>
    Consult,

    /// <summary>前加签: somebody else must approve before one's own turn.</summary>
    AddSignerBefore,

    /// <summary>后加签: somebody else must approve after one's own turn.</summary>
    AddSignerAfter,

    /// <summary>减签: remove a signer whom one added.</summary>
    RemoveSigner,

    /// <summary>拿回: take one's own decision back.</summary>
    TakeBack,

    /// <summary>催办: urge those who still have to decide.</summary>
    Urge,
}

/// <summary>How far a work item has come, as far as it matters for what may be done about it.</summary>
public enum ItemState
{
    /// <summary>Open, and nobody has decided anything.</summary>
    Untouched,

    /// <summary>Open, and some have decided.</summary>
    Partial,

    /// <summary>Decided; the next item waits, nobody has acted on it, and the definition lets the decision be taken back from there.</summary>
    Decided,

    /// <summary>Decided, and the case has moved on: somebody acted, something was published or recorded, or the case ended.</summary>
    MovedOn,

    /// <summary>Closed without a decision, because the case ended or another branch won.</summary>
    Withdrawn,
}

/// <summary>What an action does to a work item, or why it doesn't.</summary>
public enum ItemEffect
{
    /// <summary>It is done.</summary>
    Done,

    /// <summary>It decides the whole item, whatever the others would have said.</summary>
    DecidesAtOnce,

    /// <summary>It is one answer of several; the rule makes the outcome.</summary>
    CountsAsOne,

    /// <summary>One's own answer is struck; the others' answers stay.</summary>
    ReopensOwnPart,

    /// <summary>One's own answer is struck, unless the signer after it has answered.</summary>
    ReopensOwnPartBeforeNext,

    /// <summary>The next item closes and this one is asked anew; the others' approvals stay.</summary>
    AsksAnew,

    /// <summary>Refused: there is no decision to take back.</summary>
    NothingToTakeBack,

    /// <summary>Refused: it is decided.</summary>
    AlreadyDecided,

    /// <summary>Refused: the case has moved on.</summary>
    TooLate,

    /// <summary>Refused: it was withdrawn.</summary>
    Gone,
}

/// <summary>
/// The state table of work items: what each action does under each rule in each state. Use cases ask it, pages show buttons by it, and
/// <c>deploy/decisions/0013-work-item-actions.md</c> prints it.
/// </summary>
public static class ItemActions
{
    /// <summary>What the action does; a refusal when <see cref="IsRefusal"/> says so.</summary>
    /// <param name="action">What somebody wants to do.</param>
    /// <param name="rule">The item's rule.</param>
    /// <param name="state">How far the item has come.</param>
    public static ItemEffect Effect(ItemAction action, ItemRule rule, ItemState state) => (action, rule, state) switch
    {
        (_, _, ItemState.Withdrawn) => ItemEffect.Gone,

        (ItemAction.TakeBack, _, ItemState.Untouched) => ItemEffect.NothingToTakeBack,
        (ItemAction.TakeBack, ItemRule.Sequential, ItemState.Partial) => ItemEffect.ReopensOwnPartBeforeNext,
        (ItemAction.TakeBack, _, ItemState.Partial) => ItemEffect.ReopensOwnPart,
        (ItemAction.TakeBack, _, ItemState.Decided) => ItemEffect.AsksAnew,
        (ItemAction.TakeBack, _, ItemState.MovedOn) => ItemEffect.TooLate,

        (_, _, ItemState.Decided or ItemState.MovedOn) => ItemEffect.AlreadyDecided,

        (ItemAction.Decide, ItemRule.Any, _) => ItemEffect.DecidesAtOnce,
        (ItemAction.Decide, _, _) => ItemEffect.CountsAsOne,
        (ItemAction.Return, ItemRule.Weighted, _) => ItemEffect.CountsAsOne,
        (ItemAction.Return, _, _) => ItemEffect.DecidesAtOnce,
        _ => ItemEffect.Done,
    };

    /// <summary>Whether the effect is that nothing is done.</summary>
    public static bool IsRefusal(ItemEffect effect) =>
        effect is ItemEffect.NothingToTakeBack or ItemEffect.AlreadyDecided or ItemEffect.TooLate or ItemEffect.Gone;

    /// <summary>What the effect means, as the screen says it.</summary>
    public static Bilingual Meaning(ItemEffect effect) => effect switch
    {
        ItemEffect.Done => new("可以办理。", "It is done."),
        ItemEffect.DecidesAtOnce => new("一人办理即定。", "It decides the item at once."),
        ItemEffect.CountsAsOne => new("计为其中一份意见，按规则得出结论。", "It counts as one answer; the rule makes the outcome."),
        ItemEffect.ReopensOwnPart => new("撤销本人意见，其他人的意见保留。", "One's own answer is struck; the others' stay."),
        ItemEffect.ReopensOwnPartBeforeNext => new(
            "下一位签署人办理之前，可以撤销本人意见。", "One's own answer is struck, unless the next signer has answered."),
        ItemEffect.AsksAnew => new(
            "下一环节关闭，本事项重新办理，其他人的同意保留。", "The next item closes and this one is asked anew; the others' approvals stay."),
        ItemEffect.NothingToTakeBack => new("这个事项还没有人办理，没有可以拿回的意见。", "Nobody has decided this item: there is nothing to take back."),
        ItemEffect.AlreadyDecided => new("这个事项已经办结。", "This item is already decided."),
        ItemEffect.TooLate => new("后续环节已经办理，不能再拿回。", "The case has moved on; the decision can't be taken back any more."),
        ItemEffect.Gone => new("这个事项已经撤销。", "This item was withdrawn."),
        _ => throw new ArgumentOutOfRangeException(nameof(effect), effect, "An effect without words."),
    };

    /// <summary>What the screen calls an action.</summary>
    public static Bilingual Name(ItemAction action) => action switch
    {
        ItemAction.Decide => new("办理", "Decide"),
        ItemAction.Return => new("驳回", "Return"),
        ItemAction.Claim => new("签收", "Claim"),
        ItemAction.Release => new("退签", "Release"),
        ItemAction.Transfer => new("转办", "Transfer"),
        ItemAction.Consult => new("征询", "Consult"),
        ItemAction.AddSignerBefore => new("前加签", "Add signer before"),
        ItemAction.AddSignerAfter => new("后加签", "Add signer after"),
        ItemAction.RemoveSigner => new("减签", "Remove signer"),
        ItemAction.TakeBack => new("拿回", "Take back"),
        ItemAction.Urge => new("催办", "Urge"),
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, "An action without a name."),
    };
}
