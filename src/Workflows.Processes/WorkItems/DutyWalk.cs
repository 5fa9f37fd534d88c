using System.Collections.Immutable;
using Workflows.Engine;
using Workflows.Personnel.Cases;

namespace Workflows.Processes.WorkItems;

/// <summary>
/// Walks every way through a definition from its start, each outcome taken, and keeps for each place who has approved on the way there. A
/// loop is left where it brings nothing new, so that the walk ends and yet leaves no way out; the shortest way comes first.
/// </summary>
internal sealed class DutyWalk(ProcessDefinition definition, bool roundDecides)
{
    /// <summary>The decider that a wait on the round stands for: the people who decide there.</summary>
    public const string Round = "the round";

    private readonly ILookup<Activity, Connection> outgoing = definition.Connections.ToLookup(connection => connection.Source);

    /// <summary>Whether a definition opens the applications, so that it is about people only from there on.</summary>
    public static bool OpensApplications(ProcessDefinition definition) => definition.Activities.Any(IsOpening);

    /// <summary>Every place of every way.</summary>
    public IEnumerable<DutyPlace> Places()
    {
        var start = new DutyPlace(definition.Start, !OpensApplications(definition), [], IsRefused: false, Before: null);
        var seen = new HashSet<string> { start.Key };
        for (var open = new Queue<DutyPlace>([start]); open.TryDequeue(out var place);)
        {
            yield return place;
            foreach (var next in outgoing[place.Activity].SelectMany(connection => After(place, connection)).Where(next => seen.Add(next.Key)))
                open.Enqueue(next);
        }
    }

    /// <summary>The roles that are asked at a step.</summary>
    public static ImmutableSortedSet<string> Roles(Activity activity) =>
        [.. activity.Literal("roles")?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? []];

    /// <summary>Whether all the roles must approve.</summary>
    public static bool AsksAll(Activity activity) => activity.Literal("rule") is nameof(ItemRule.All) or nameof(ItemRule.Sequential);

    private IEnumerable<DutyPlace> After(DutyPlace place, Connection connection)
    {
        var next = place with
        {
            Activity = connection.Target, Before = place, IsAboutPeople = place.IsAboutPeople || IsOpening(place.Activity),
        };
        // A step that records a refusal says it again in its own word, and so the way to the end behind it is a refusing one; so is the way behind
        // a step that found nothing left to decide.
        if (connection.Port is SeparationOfDuties.Denied or SeparationOfDuties.Lapsed)
            return [next with { IsRefused = true }];
        var isWaitOnRound = place.Activity.Type == "Workflows.AwaitRound";
        if ((!isWaitOnRound && place.Activity.Type != SeparationOfDuties.RequestDecision) || connection.Port == Outcomes.TakenBack)
            return [next];
        if (Outcomes.NeedsReason(connection.Port) || connection.Port == Outcomes.NotTaken)
            return [next with { IsRefused = true }];
        if (isWaitOnRound)
            return [next with { IsRefused = false, Deciders = roundDecides ? next.Deciders.Add(Round) : next.Deciders }];

        // Of several roles of which one is enough, each may have been the one; a weighted vote counts as that too.
        var roles = Roles(place.Activity);
        return AsksAll(place.Activity) && connection.Port == place.Activity.Outcomes[0]
            ? [next with { IsRefused = false, Deciders = next.Deciders.Union(roles) }]
            : roles.Select(role => next with { IsRefused = false, Deciders = next.Deciders.Add(role) });
    }

    private static bool IsOpening(Activity activity) => activity.Type == "Workflows.OpenApplications";
}

/// <summary>An activity at the end of a way from the start.</summary>
/// <param name="Activity">The activity.</param>
/// <param name="IsAboutPeople">Whether the case is about people by now.</param>
/// <param name="Deciders">Who has approved something on the way: roles, and <see cref="DutyWalk.Round"/>.</param>
/// <param name="IsRefused">Whether the last word on the way was a refusal.</param>
/// <param name="Before">The place before; null at the start.</param>
internal sealed record DutyPlace(
    Activity Activity, bool IsAboutPeople, ImmutableSortedSet<string> Deciders, bool IsRefused, DutyPlace? Before)
{
    /// <summary>What the rest of a way depends on.</summary>
    public string Key => $"{Activity.Id} {IsAboutPeople} {IsRefused} {string.Join(',', Deciders)}";

    /// <summary>The way from the start, by activity ids.</summary>
    public string Way => Before is null ? Activity.Id : $"{Before.Way} → {Activity.Id}";
}
