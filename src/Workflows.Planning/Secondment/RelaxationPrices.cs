namespace Workflows.Planning.Secondment;

/// <summary>How much it asks of people to make an exception from a hard rule, in points; the cheapest set is proposed.</summary>
internal static class RelaxationPrices
{
    /// <summary>One more person at a school that has places for the subject.</summary>
    public const int Place = 10;

    /// <summary>A school that has no places for the subject on record.</summary>
    public const int SchoolWithoutPlaces = 15;

    /// <summary>The same school again.</summary>
    public const int RepeatHost = 20;

    /// <summary>A decision taken back.</summary>
    public const int Pin = 30;

    /// <summary>One more teacher of a subject away than may be.</summary>
    public const int Cover = 40;

    /// <summary>Somebody goes too late.</summary>
    public const int Late = 50;

    /// <summary>Somebody doesn't go within the plan at all.</summary>
    public const int Never = 100;

    /// <summary>What one broken rule by a single placement asks; null where none is asked: who can't go doesn't go.</summary>
    public static int? Of(PlanRuleKind kind) => kind switch
    {
        PlanRuleKind.RepeatHost => RepeatHost,
        PlanRuleKind.PlacesOnRecord => SchoolWithoutPlaces,
        PlanRuleKind.Pin => Pin,
        _ => null,
    };
}
