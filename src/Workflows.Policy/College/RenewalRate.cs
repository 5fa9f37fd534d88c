using System.Collections.Immutable;
using Workflows.Policy.Shares;

namespace Workflows.Policy.College;

/// <summary>
/// R13 with everything that its text leaves open: who is counted, of whom, and in which five years. Every combination is shown, and 左右 is a band that is
/// never tighter than one person.
/// </summary>
public static class RenewalRate
{
    private const string Entrants = "entrants";

    private static readonly string[] Numerators = [Entrants, "leavers"];
    private static readonly string[] Denominators = ["start", "average", "end"];
    private static readonly string[] Windows = ["rolling", "fixed"];

    /// <summary>Every reading, the default first: entrants, of the teachers at the window's start, in the rolling window.</summary>
    public static ImmutableArray<string> Readings { get; } =
        [.. from window in Windows from denominator in Denominators from numerator in Numerators select $"{numerator}/{denominator}/{window}"];

    /// <summary>All variants as of a day, the chosen one first.</summary>
    public static ClauseReport Evaluate(CollegeFacts facts, StructurePolicy policy)
    {
        var teachers = facts.Staff.Where(one => one.IsFullTimeTeacher).ToList();
        (DateOnly, DateOnly)? rolling = (facts.AsOf.AddYears(-policy.RenewalYears), facts.AsOf);
        var variants = policy.ChosenFirst("R13", Readings.Select(reading => (Reading: reading, Share: reading.Split('/') is [var numerator, var denominator, var window]
            ? Count(teachers, numerator, denominator, window == "rolling" ? rolling : LastFixed(policy, facts.AsOf), policy) : null)), one => one.Reading);
        var chosen = variants[0].Share;
        return ClauseReport.Of(
            "R13", $"{policy.RenewalYears}年更新率20%左右（{policy.RenewalPercentFrom}%—{policy.RenewalPercentTo}%，不严于±1人）",
            [.. variants.Select(one => new ClauseVariant(one.Reading, one.Share?.Entrants, one.Share?.Of, one.Share?.Result ?? FindingResult.Unknown))]) with
        {
            ShortBy = chosen is { Result: FindingResult.NotMet } && chosen.Entrants < chosen.Lowest ? chosen.Lowest - chosen.Entrants : null,
            Missing = teachers.Count == 0 ? ["人员"] : [],
        };
    }

    // The first day of a window belongs to the one before; its last day still counts.
    private static RenewalShare? Count(
        List<StaffFact> teachers, string numerator, string denominator, (DateOnly Start, DateOnly End)? window, StructurePolicy policy)
    {
        if (window is not var (startsOn, endsOn))
            return null;
        var people = teachers.Count(one => one.Tenures.Any(tenure =>
            (numerator == Entrants ? tenure.From : tenure.Until?.AddDays(-1)) is { } day && startsOn < day && day <= endsOn));
        var (start, end) = (teachers.Count(one => one.IsThereOn(startsOn)), teachers.Count(one => one.IsThereOn(endsOn)));
        return RenewalShare.Evaluate(people, denominator switch { "start" => start, "end" => end, _ => (start + end) / 2m }, policy);
    }

    // Fixed windows follow each other; the last one that is over counts, and before that nothing is known.
    private static (DateOnly, DateOnly)? LastFixed(StructurePolicy policy, DateOnly asOf)
    {
        var start = policy.FixedWindowsFrom;
        if (start.AddYears(policy.RenewalYears) > asOf)
            return null;
        while (start.AddYears(2 * policy.RenewalYears) <= asOf)
            start = start.AddYears(policy.RenewalYears);
        return (start, start.AddYears(policy.RenewalYears));
    }
}
