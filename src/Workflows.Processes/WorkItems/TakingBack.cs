using Workflows.Personnel.Cases;

namespace Workflows.Processes.WorkItems;

/// <summary>Whether somebody's decision can be taken back now (拿回), and what would give way; pages and the use case ask the same.</summary>
/// <param name="Own">The decision; null when it can't be taken back.</param>
/// <param name="Next">The item that closes for it; null when the decided item is still open.</param>
/// <param name="Refusal">Why not; null when it can.</param>
internal sealed record TakingBack(WorkItemPart? Own, WorkItem? Next, Answer? Refusal)
{
    /// <summary>The account's decision on an item, and whether it can be taken back.</summary>
    /// <param name="item">The item.</param>
    /// <param name="all">All items of the case, oldest first.</param>
    /// <param name="actor">Who wants their decision back.</param>
    /// <param name="officer">The same person with the roles held now; null for a closed account.</param>
    public static TakingBack Find(WorkItem item, IReadOnlyList<WorkItem> all, Guid actor, Officer? officer)
    {
        if (item.Parts.Find(one => one.DecidedBy == actor && one is { Outcome: not null, TakenBackAt: null }) is not { } own)
            return Not(Processes.Refusal.NotAllowed, "您没有在这个事项上作出过决定。", "You made no decision on this item.");
        if (officer is null || (!officer.Roles.Contains(own.Role) && own.OnBehalfOf is null))
            return Not(Processes.Refusal.NotAllowed, "您已没有办理这个事项的权限。", "You no longer hold the role that decided this item.");

        var next = Follower(item, all);
        var state = item.State is ItemState.MovedOn && next is not null ? ItemState.Decided : item.State;
        var effect = ItemActions.Effect(ItemAction.TakeBack, item.Rule, state);
        if (state is ItemState.Partial && item.Parts.Exists(part => part.WaitsFor == own.Id && part.Outcome is not null))
            effect = ItemEffect.TooLate;
        return ItemActions.IsRefusal(effect)
            ? new TakingBack(null, null, Answer.Refused(Processes.Refusal.WrongTime, [ItemActions.Meaning(effect)]))
            : new TakingBack(own, next, null);
    }

    // The one open item that the decision led to, still untouched and giving way; null when the case has moved on in any other way.
    private static WorkItem? Follower(WorkItem item, IReadOnlyList<WorkItem> all)
    {
        var later = all.Where(one => one.AskedAt >= item.ClosedAt && one.Id != item.Id).ToList();
        return item.Stage is WorkItemStage.Decided && later is [{ GivesWay: true, IsUntouched: true } next] ? next : null;
    }

    private static TakingBack Not(Refusal kind, string zh, string en) => new(null, null, Answer.Refused(kind, zh, en));
}
