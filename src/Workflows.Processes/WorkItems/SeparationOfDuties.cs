using Workflows.Engine;
using Workflows.Personnel.Cases;

namespace Workflows.Processes.WorkItems;

/// <summary>
/// Proves that nobody carries a case through alone, on every way through the newest version of each definition (older ones only finish what
/// they began), or names the way on which somebody could:
/// <list type="number">
/// <item>Once a case is about people, every decision asks for the kinship declaration. A definition with <c>Workflows.OpenApplications</c> is
/// about people from that step on, any other from its start.</item>
/// <item>Whoever comes to an approving end has been approved by two roles at least. An end is a refusing one on a way whose last word was one:
/// an outcome that needs a reason (<see cref="Outcomes.NeedsReason"/>), 未录用, a step's <see cref="Denied"/>, or its <see cref="Lapsed"/>; every other end is approving. Returning, refusing and
/// taking back approves nothing and doesn't count. A wait on the round (<c>Workflows.AwaitRound</c>) counts as one more decider where a definition
/// opens applications, since that one is held to the same rules.</item>
/// <item>A step that asks for minutes or a document number is never decided by HR alone, as HR opens every case. One whose only approving
/// outcomes are 发布 or 已发文 merely records, and may be HR's where another role has approved on every way to it.</item>
/// </list>
/// </summary>
public static class SeparationOfDuties
{
    /// <summary>The step that asks people for a decision.</summary>
    public const string RequestDecision = "Workflows.RequestDecision";

    /// <summary>The outcome of a step that records a refusal.</summary>
    public const string Denied = nameof(Denied);

    /// <summary>The outcome of a step that finds nothing left to decide: what was to be decided happened elsewhere, and this case approves nothing.</summary>
    public const string Lapsed = nameof(Lapsed);

    private static readonly string[] Papers = ["minutes", "documentNumber"];

    private const string Initiator = nameof(OfficeRole.HumanResources);

    /// <summary>Every step and end that some way reaches unduly, each with the shortest such way.</summary>
    public static IEnumerable<LoadFault> Faults(DefinitionCatalogue definitions)
    {
        var newest = definitions.All.Where(definition => definitions.Newest(definition.Id) == definition).ToList();
        var roundDecides = newest.Exists(DutyWalk.OpensApplications);
        return
            from definition in newest
            from fault in new DutyWalk(definition, roundDecides).Places().SelectMany(place => At(definition, place))
                .DistinctBy(fault => fault.JsonPath)
            select fault;
    }

    private static IEnumerable<LoadFault> At(ProcessDefinition definition, DutyPlace place)
    {
        var activity = place.Activity;
        if (activity.IsEnd && !place.IsRefused && place.Deciders.Count < 2)
        {
            yield return new LoadFault(definition.File, activity.Id, activity.JsonPath,
                $"A case comes to this approving end with {Shown(place)} on the way {place.Way}.", "Ask a second role for a decision on this way.");
        }

        if (activity.Type != RequestDecision)
            yield break;

        if (place.IsAboutPeople && !string.Equals(activity.Literal("declaration"), "true", StringComparison.OrdinalIgnoreCase))
        {
            yield return new LoadFault(definition.File, activity.Id, $"{activity.JsonPath}.declaration",
                $"Somebody could decide on himself or a relative here, on the way {place.Way}.", "Set \"declaration\" to the literal \"true\".");
        }

        if (AsksForPapers(activity) && InitiatorDecides(activity) && !IsRecordOfOthers(place))
        {
            yield return new LoadFault(definition.File, activity.Id, $"{activity.JsonPath}.roles",
                $"{Initiator}, which opens the case, approves it alone here, on the way {place.Way}.",
                "Ask another role, or ask all roles with the rule All or Sequential.");
        }
    }

    private static bool AsksForPapers(Activity activity) =>
        activity.Literal("requires")?.Split(',', StringSplitOptions.TrimEntries).Intersect(Papers).Any() == true;

    private static bool InitiatorDecides(Activity activity) =>
        DutyWalk.Roles(activity) is var roles && roles.Contains(Initiator) && (roles.Count == 1 || !DutyWalk.AsksAll(activity));

    private static bool IsRecordOfOthers(DutyPlace place) =>
        place.Activity.Outcomes.Where(outcome => !Outcomes.NeedsReason(outcome) && outcome is not Outcomes.TakenBack)
            .All(outcome => outcome is Outcomes.Announced or Outcomes.Issued)
        && place.Deciders.Any(decider => decider != Initiator);

    private static string Shown(DutyPlace place) => place.Deciders.Count == 0 ? "nobody's approval" : $"the approval of {place.Deciders[0]} alone";
}
