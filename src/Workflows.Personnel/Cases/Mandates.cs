using Workflows.Policy;

namespace Workflows.Personnel.Cases;

/// <summary>Somebody with the roles held at this moment and what is known of their interest in the matter.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Name">The name shown to others.</param>
/// <param name="Roles">The roles held now; none for somebody who left.</param>
/// <param name="Interest">What was declared about relatives.</param>
/// <param name="PersonId">The person on the roster behind the account; null for people of other offices.</param>
public sealed record Officer(Guid AccountId, string Name, IReadOnlyList<OfficeRole> Roles, Interest Interest, Guid? PersonId)
{
    /// <summary>The role in which this person, or a deputy in their name, has decided in the case; null for none.</summary>
    public OfficeRole? Worn { get; init; }

    /// <summary>The school for which the account acts; null for all who act for no school.</summary>
    public string? School { get; init; }

    /// <summary>Whether this person is known to be concerned by a case: a declared relative, or about themselves.</summary>
    public bool IsConcernedBy(Case @case) => Interest is Interest.Concerned or Interest.Oneself || (@case.PersonId is { } person && person == PersonId);

    /// <summary>Whether this person acts for those who are asked: by the role, and for a school by being of that school.</summary>
    public bool IsAskedBy(WorkItemPart part) => Roles.Contains(part.Role) && (part.School is null || part.School == School);
}

/// <summary>What somebody declared about relatives in a matter (2005 provisions, Art. 27).</summary>
public enum Interest
{
    /// <summary>Nothing was signed: it isn't known.</summary>
    Undeclared,

    /// <summary>No relative is concerned.</summary>
    None,

    /// <summary>A relative is concerned: recusal (回避).</summary>
    Concerned,

    /// <summary>The matter is about the person themselves, who stands on its list.</summary>
    Oneself,
}

/// <summary>The right to decide one part of a work item, now.</summary>
/// <param name="Part">The part.</param>
/// <param name="OnBehalfOf">The absent holder whose right a deputy uses; null for a right of one's own.</param>
public sealed record Mandate(WorkItemPart Part, Officer? OnBehalfOf);

/// <summary>Why somebody can't decide a work item now.</summary>
/// <param name="Kind">What stands in the way.</param>
/// <param name="Reason">The same in words.</param>
public sealed record Hindrance(HindranceKind Kind, Bilingual Reason);

/// <summary>What can stand between somebody and a decision.</summary>
public enum HindranceKind
{
    /// <summary>No role, of one's own or as a deputy.</summary>
    NoRole,

    /// <summary>The decider, or the person stood in for, is concerned, or it isn't known (回避).</summary>
    Interest,

    /// <summary>The same person has decided in this case under another hat.</summary>
    TwoHats,

    /// <summary>Already answered, not yet asked, or given to somebody else.</summary>
    Turn,
}

/// <summary>
/// Whether somebody may decide a work item at this moment: by a role of their own or as a deputy (代理), never on themselves, on a declared
/// relative (2005 provisions, Art. 27), twice, or in one case under two hats.
/// </summary>
public static class Mandates
{
    /// <summary>The part that the actor may decide now, or why there is none.</summary>
    /// <param name="item">The item with its case and parts.</param>
    /// <param name="actor">Who wants to act.</param>
    /// <param name="principals">The absent holders whom the actor stands in for today.</param>
    public static (Mandate? Mandate, Hindrance? Hindrance) Find(WorkItem item, Officer actor, IReadOnlyList<Officer> principals)
    {
        var held = Held(item, actor, null).Concat(principals.SelectMany(principal => Held(item, principal, principal))).ToList();
        if (held.Count == 0)
            return (null, new Hindrance(HindranceKind.NoRole, new Bilingual("您没有办理这个事项的权限。", "You don't hold a role that may decide this item.")));

        Hindrance? first = null;
        foreach (var mandate in held.OrderBy(mandate => mandate.OnBehalfOf is not null).ThenBy(mandate => !mandate.Part.IsOpen))
        {
            var hindrance = OfInterest(item, actor, mandate) ?? OfDuties(item, actor, mandate) ?? OfTurn(item, actor, mandate);
            if (hindrance is null)
                return (mandate, null);
            first ??= hindrance;
        }

        return (null, first);
    }

    private static IEnumerable<Mandate> Held(WorkItem item, Officer holder, Officer? onBehalfOf) =>
        item.Parts.Where(part => !part.IsRemoved && holder.IsAskedBy(part)).Select(part => new Mandate(part, onBehalfOf));

    private static Hindrance? OfInterest(WorkItem item, Officer actor, Mandate mandate)
    {
        if (actor.Interest is Interest.Oneself || mandate.OnBehalfOf?.Interest is Interest.Oneself
            || (item.Case.PersonId is { } person && (person == actor.PersonId || person == mandate.OnBehalfOf?.PersonId)))
            return Interested("本事项涉及本人，应当回避，由其他人办理。", "This is about the person who would decide it: somebody else decides.");
        if (!item.NeedsDeclaration)
            return null;
        return (actor.Interest, mandate.OnBehalfOf) switch
        {
            (Interest.Undeclared, _) => Interested(
                "请先签署亲属关系声明，再办理这个事项（暂行规定第27条）。",
                "Sign the kinship declaration first, then decide (2005 provisions, Art. 27)."),
            (Interest.Concerned, _) => Interested(
                "您声明了与当事人的亲属关系，应当回避（暂行规定第27条）。",
                "You declared a relative among those concerned and must recuse yourself (2005 provisions, Art. 27)."),
            (_, { Interest: Interest.Undeclared } principal) => Interested(
                $"被代理人{principal.Name}尚未签署亲属关系声明，无法确认是否应当回避，不能代为办理。",
                $"{principal.Name}, for whom you would act, hasn't signed the kinship declaration, so it isn't known whether they are concerned."),
            (_, { Interest: Interest.Concerned } principal) => Interested(
                $"被代理人{principal.Name}应当回避，代理人也不能代为办理（暂行规定第27条）。",
                $"{principal.Name} is concerned and recused; a deputy can't act for them either (2005 provisions, Art. 27)."),
            _ => null,
        };
    }

    private static Hindrance? OfDuties(WorkItem item, Officer actor, Mandate mandate)
    {
        if (item.Parts.Exists(part => HasSpoken(part, actor.AccountId)))
            return Turn("您已经办理过这个事项。", "You have already decided this item.");
        if (mandate.OnBehalfOf is { } principal && item.Parts.Exists(part => HasSpoken(part, principal.AccountId)))
            return Turn($"被代理人{principal.Name}已经办理过这个事项。", $"{principal.Name} has already decided this item.");
        if (actor.Worn is { } hat && hat != mandate.Part.Role)
        {
            return TwoHats(
                "您在本办件中已以另一身份作过决定，同一人不能以两种身份办理同一办件。",
                "You have already decided in this case under another hat; nobody decides twice in one case under two hats.");
        }

        return mandate.OnBehalfOf is { Worn: { } lent } absent && lent != mandate.Part.Role
            ? TwoHats(
                $"被代理人{absent.Name}在本办件中已以另一身份作过决定，不能再以这个身份代为办理。",
                $"{absent.Name}, for whom you would act, has already decided in this case under another hat.")
            : null;
    }

    private static Hindrance? OfTurn(WorkItem item, Officer actor, Mandate mandate)
    {
        var part = mandate.Part;
        if (part.Outcome is not null)
            return Turn("您这一方已由同事办理。", "A colleague has already decided for your side.");
        if (!part.IsOpen && item.Stage is WorkItemStage.Open)
            return Turn("还没有轮到您签署。", "It isn't your turn to sign yet.");
        return part.AssigneeId is { } assignee && assignee != (mandate.OnBehalfOf ?? actor).AccountId
            ? Turn("这个事项已由同事签收，或指定由他人办理。", "A colleague has claimed this item, or it was given to somebody else.")
            : null;
    }

    private static Hindrance Interested(string zh, string en) => new(HindranceKind.Interest, new Bilingual(zh, en));

    private static Hindrance TwoHats(string zh, string en) => new(HindranceKind.TwoHats, new Bilingual(zh, en));

    private static Hindrance Turn(string zh, string en) => new(HindranceKind.Turn, new Bilingual(zh, en));

    private static bool HasSpoken(WorkItemPart part, Guid account) =>
        part.Outcome is not null && (part.DecidedBy == account || part.OnBehalfOf == account);
}
