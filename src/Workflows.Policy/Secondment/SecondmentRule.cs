using System.Collections.Immutable;
using Workflows.Policy.Semesters;

namespace Workflows.Policy.Secondment;

/// <summary>R12: 每三年内必须有一个学期到中小学挂职锻炼或兼任教学. Always computed from placements, never kept.</summary>
public static class SecondmentRule
{
    private const int MostSemestersAhead = 40;

    /// <summary>What the clause says of one full-time teacher as of a day.</summary>
    /// <param name="anchor">The transfer-in date, or 2022-06-01 for those already in post; null where it isn't known.</param>
    /// <param name="ownStage">The stage whose semesters are counted towards the deadline: the teacher's own, unless a host is chosen; null where it is not known.</param>
    /// <param name="placements">All recorded placements, in any order.</param>
    /// <param name="exemptions">All recorded exemptions.</param>
    /// <param name="calendar">The semesters.</param>
    /// <param name="policy">The numbers and the reading.</param>
    /// <param name="asOf">The day; what ends after it hasn't happened yet.</param>
    public static SecondmentFinding Evaluate(
        DateOnly? anchor, SchoolStage? ownStage, IEnumerable<PlacementFact> placements, IReadOnlyCollection<ExemptionFact> exemptions,
        SemesterCalendar calendar, SecondmentPolicy policy, DateOnly asOf)
    {
        var completed = Completed(placements, calendar, policy).Where(semester => semester.Last <= asOf).ToImmutableArray();
        if (ownStage is not { } stage || calendar.OnOrAfter(stage, asOf) is null)
            return Unknown(SecondmentReason.NoCalendar);
        if (anchor is not { } start)
            return Unknown(SecondmentReason.NoAnchor);

        var exemption = exemptions.FirstOrDefault(one => one.Semester is not { } name || calendar.Find(stage, name)?.Contains(asOf) == true);
        var variants = Enum.GetValues<CycleReading>().Select(reading => Variant(reading, start)).ToImmutableArray();
        var chosen = variants.Single(variant => variant.Reading == policy.Reading);
        var due = exemptions.Any(one => one.Semester is null) ? null : Due(policy.Reading, start);
        return new SecondmentFinding(
            chosen.Result, Reason(chosen.Result), asOf, completed, due, exemption,
            variants.Any(variant => variant.Result != chosen.Result), variants);

        SecondmentFinding Unknown(SecondmentReason reason) => new(FindingResult.Unknown, reason, asOf, completed, null, null, false,
            [.. Enum.GetValues<CycleReading>().Select(reading => new SecondmentVariant(reading, FindingResult.Unknown, null))]);

        SecondmentReason Reason(FindingResult result) => exemption is not null ? SecondmentReason.Exempt
            : result is FindingResult.NotMet ? SecondmentReason.Overdue
            : completed.Length > 0 ? SecondmentReason.InTime : SecondmentReason.FirstNotDue;

        SecondmentVariant Variant(CycleReading reading, DateOnly from)
        {
            var dueBy = DueBy(reading, from).DueBy;
            return new(reading, exemption is not null || asOf <= dueBy ? FindingResult.Met : FindingResult.NotMet, dueBy);
        }

        SecondmentDue? Due(CycleReading reading, DateOnly from)
        {
            var (countedFrom, dueBy) = DueBy(reading, from);
            return LastFeasible(dueBy) is { } feasible
                ? new SecondmentDue(countedFrom, dueBy, feasible, feasible.First.AddDays(-policy.ApprovalLeadDays)) : null;
        }

        // Where the last feasible semester is one in which the teacher isn't asked to go, the deadline moves to the next in which they are.
        (DateOnly CountedFrom, DateOnly DueBy) DueBy(CycleReading reading, DateOnly from)
        {
            var (countedFrom, dueBy) = Years(reading, from, completed.LastOrDefault(semester => semester.Last >= from), policy.CycleYears);
            var feasible = LastFeasible(dueBy);
            for (var moved = 0; moved < MostSemestersAhead && feasible is not null && exemptions.Any(one => one.Semester == feasible.Name); moved++)
            {
                feasible = calendar.Find(stage, feasible.Name.Next)!;
                dueBy = feasible.Last;
            }

            return (countedFrom, dueBy);
        }

        Semester? LastFeasible(DateOnly dueBy) => calendar.EndedBy(stage, dueBy);
    }

    /// <summary>The semesters that the placements complete, oldest first, each once.</summary>
    /// <param name="placements">The placements.</param>
    /// <param name="calendar">The semesters.</param>
    /// <param name="policy">The numbers.</param>
    public static IEnumerable<Semester> Completed(IEnumerable<PlacementFact> placements, SemesterCalendar calendar, SecondmentPolicy policy) =>
        placements
            .Where(one => one is { IsCompleted: true, Last: not null } && (policy.SupportTeachingCounts || one.Kind is not PlacementKind.SupportTeaching))
            .SelectMany(one => Covered(one, calendar, policy.SemesterEdgeDays))
            .DistinctBy(semester => semester.Name)
            .OrderBy(semester => semester.Last);

    private static IEnumerable<Semester> Covered(PlacementFact placement, SemesterCalendar calendar, int edgeDays)
    {
        for (var semester = calendar.OnOrAfter(placement.Stage, placement.From);
             semester is not null && semester.Last.AddDays(-edgeDays) <= placement.Last;
             semester = calendar.Find(placement.Stage, semester.Name.Next))
        {
            if (placement.From <= semester.First.AddDays(edgeDays))
                yield return semester;
        }
    }

    private static (DateOnly CountedFrom, DateOnly DueBy) Years(CycleReading reading, DateOnly anchor, Semester? last, int years)
    {
        var from = last is null ? anchor : reading switch
        {
            CycleReading.SinceLastPlacement => last.Last,
            CycleReading.RollingWindow => last.First,
            CycleReading.FixedCycles => AfterCycleOf(last.Last, anchor, years),
            _ => throw new ArgumentOutOfRangeException(nameof(reading), reading, "No such reading."),
        };
        return (from, from.AddYears(years));
    }

    // The cycle that the semester ended in is served, and so is every one before it that was made up for late; the next one is owed.
    private static DateOnly AfterCycleOf(DateOnly day, DateOnly anchor, int years)
    {
        var from = anchor;
        while (from < day)
            from = from.AddYears(years);
        return from;
    }
}
