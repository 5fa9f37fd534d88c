using Workflows.Personnel.Cases;
using Workflows.Policy;

namespace Workflows.Processes.WorkItems;

/// <summary>
/// What one account can do about one item now, by the same state table and the same mandates that the use cases ask when it acts: a page that
/// shows a button and a server that refuses it can differ only by what happened in between.
/// </summary>
public sealed record ItemChoices
{
    private static readonly ItemAction[] OfHolder =
    [
        ItemAction.Decide, ItemAction.Claim, ItemAction.Transfer, ItemAction.Consult, ItemAction.AddSignerBefore, ItemAction.AddSignerAfter,
    ];

    private readonly WorkItem item;

    private ItemChoices(WorkItem item) => this.item = item;

    /// <summary>The right to decide a part, of one's own or as a deputy; null when there is none.</summary>
    public Mandate? Mandate { get; private init; }

    /// <summary>Why the account can't decide the item; null when it can.</summary>
    public Hindrance? Hindrance { get; private init; }

    /// <summary>The signers whom the account added and may remove again.</summary>
    public IReadOnlyList<WorkItemPart> Removable { get; private init; } = [];

    /// <summary>The claimed or assigned parts that the account may give back to their role.</summary>
    public IReadOnlyList<WorkItemPart> Releasable { get; private init; } = [];

    /// <summary>The account's own decision that it can take back; null when there is none.</summary>
    public WorkItemPart? Retractable { get; private init; }

    /// <summary>Why the account's own decision can't be taken back; null when there is none, or it can.</summary>
    public Bilingual? WhyKept { get; private init; }

    /// <summary>Whether the account may urge those who still have to decide.</summary>
    public bool MayUrge { get; private init; }

    /// <summary>Whether the account may urge at all, but it was done today already.</summary>
    public bool IsUrgedToday { get; private init; }

    /// <summary>Whether there is anything the account can do, decisions aside.</summary>
    public bool IsAny => Removable.Count + Releasable.Count > 0 || Retractable is not null || MayUrge || OfHolder.Skip(1).Any(May);

    /// <summary>Whether the account, as the item's holder, can do that now.</summary>
    public bool May(ItemAction action) => Mandate is { } mandate && OfHolder.Contains(action) && IsPossible(item, action) && action switch
    {
        ItemAction.Decide or ItemAction.Consult => !mandate.Part.AwaitsAdvice,
        ItemAction.Claim => mandate.Part.AssigneeId is null,
        ItemAction.AddSignerBefore or ItemAction.AddSignerAfter => item.IsApproval,
        _ => true,
    };

    /// <summary>What the account can do about an item.</summary>
    /// <param name="item">The item with its case and parts.</param>
    /// <param name="all">All items of the case, oldest first.</param>
    /// <param name="desk">Who stands at the case.</param>
    /// <param name="urgedToday">Whether somebody urged today.</param>
    public static ItemChoices Of(WorkItem item, IReadOnlyList<WorkItem> all, CaseDesk desk, bool urgedToday)
    {
        var actor = desk.Actor;
        var (mandate, hindrance) = Mandates.Find(item, actor, desk.Principals);
        var isHr = actor.Roles.Contains(OfficeRole.HumanResources);
        var mayUrge = IsPossible(item, ItemAction.Urge) && (isHr || item.Case.OpenedBy == actor.AccountId);
        var taking = TakingBack.Find(item, all, actor.AccountId, actor);
        var hasSpoken = item.Parts.Exists(part => part.DecidedBy == actor.AccountId && part is { Outcome: not null, TakenBackAt: null });
        return new ItemChoices(item)
        {
            Mandate = mandate,
            Hindrance = hindrance,
            MayUrge = mayUrge && !urgedToday,
            IsUrgedToday = mayUrge && urgedToday,
            Retractable = taking.Own,
            WhyKept = hasSpoken ? taking.Refusal?.Reasons[0] : null,
            Removable = !IsPossible(item, ItemAction.RemoveSigner) ? []
                : [.. item.Parts.Where(part => part.IsPending && part.AddedBy == actor.AccountId)],
            Releasable = !IsPossible(item, ItemAction.Release) ? []
                : [.. item.Parts.Where(part => part is { IsPending: true, AddedTo: null, AssigneeId: { } holder } && (isHr || holder == actor.AccountId))],
        };
    }

    private static bool IsPossible(WorkItem item, ItemAction action) =>
        !ItemActions.IsRefusal(ItemActions.Effect(action, item.Rule, item.State));
}
