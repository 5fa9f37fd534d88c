using System.Collections.Immutable;
using Workflows.Policy.Semesters;

namespace Workflows.Policy.Secondment;

/// <summary>R12: 每三年内必须有一个学期到中小学挂职锻炼或兼任教学. Always computed from placements, never kept.</summary>
public static class SecondmentRule
{
    /// <summary>What the clause says of one full-time teacher as of a day.</summary>
    /// <param name="anchor">The transfer-in date, or 2022-06-01 for those already in post; null where it isn't known.</param>
    /// <param name="ownStage">The stage whose semesters are counted towards the deadline: the host's where one is chosen, else the teacher's own; null where it is not known.</param>
    /// <param name="placements">All recorded placements, in any order.</param>
    /// <param name="exemptions">All recorded exemptions.</param>
    /// <param name="calendar">The semesters.</param>
    /// <param name="policy">The numbers and the reading.</param>
    /// <param name="asOf">The day; a placement that ends after it hasn't been completed yet.</param>
    public static SecondmentFinding Evaluate(
        DateOnly? anchor, SchoolStage? ownStage, IEnumerable<PlacementFact> placements, IReadOnlyCollection<ExemptionFact> exemptions,
        SemesterCalendar calendar, SecondmentPolicy policy, DateOnly asOf)
    {
        var stays = placements.Where(stay => stay.IsCompleted && stay.Last <= asOf).ToList();
        var completed = Completed(stays, calendar, policy).ToImmutableArray();
        if (ownStage is not { } stage || !calendar.Knows(stage) || stays.Exists(stay => !calendar.Knows(stay.Stage)))
            return Unknown(SecondmentReason.NoCalendar);
        if (anchor is not { } start)
            return Unknown(SecondmentReason.NoAnchor);

        var exemption = exemptions.FirstOrDefault(one => one.Semester is not { } name || calendar.Find(stage, name)?.Contains(asOf) == true);
        var variants = Readings(policy).Select(Variant).ToImmutableArray();
        var due = Due(policy);
        var result = ResultBy(due);
        return new SecondmentFinding(
            result, Reason(), asOf, completed, due, exemption, variants.Any(variant => variant.Result != result), variants);

        SecondmentFinding Unknown(SecondmentReason reason) => new(FindingResult.Unknown, reason, asOf, completed, null, null, false,
            [.. Readings(policy).Select(reading => new SecondmentVariant(reading.Reading, reading.SupportTeachingCounts, FindingResult.Unknown, null))]);

        SecondmentReason Reason() => exemption is not null ? SecondmentReason.Exempt
            : result is FindingResult.NotMet ? SecondmentReason.Overdue
            : completed.Length > 0 ? SecondmentReason.InTime : SecondmentReason.FirstNotDue;

        SecondmentVariant Variant(SecondmentPolicy reading)
        {
            var by = Due(reading);
            return new(reading.Reading, reading.SupportTeachingCounts, ResultBy(by), by?.DueBy);
        }

        FindingResult ResultBy(SecondmentDue? by) => exemption is not null || asOf <= by!.DueBy ? FindingResult.Met : FindingResult.NotMet;

        // Where the last feasible semester is one in which the teacher isn't asked to go, the deadline moves to the next in which they are.
        SecondmentDue? Due(SecondmentPolicy reading)
        {
            if (exemptions.Any(one => one.Semester is null))
                return null;
            var (countedFrom, dueBy) = Years(start, [.. Served(stays, calendar, reading)], reading);
            var feasible = calendar.EndedBy(stage, dueBy)!;
            while (exemptions.Any(one => one.Semester == feasible.Name))
            {
                feasible = calendar.Next(feasible);
                dueBy = feasible.Last;
            }

            return new SecondmentDue(countedFrom, dueBy, feasible, feasible.First.AddDays(-policy.ApprovalLeadDays));
        }
    }

    /// <summary>The semesters that the placements complete, oldest first; one semester in two stages is two.</summary>
    /// <param name="placements">The placements.</param>
    /// <param name="calendar">The semesters.</param>
    /// <param name="policy">The numbers.</param>
    public static IEnumerable<Semester> Completed(IEnumerable<PlacementFact> placements, SemesterCalendar calendar, SecondmentPolicy policy) =>
        Served(placements, calendar, policy).Select(one => one.Semester).Distinct()
            .OrderBy(semester => semester.Last).ThenBy(semester => semester.First).ThenBy(semester => semester.Stage);

    // The chosen reading, and each other one that the clause leaves open.
    private static IEnumerable<SecondmentPolicy> Readings(SecondmentPolicy policy) =>
        Enum.GetValues<CycleReading>().Select(reading => policy with { Reading = reading })
            .Append(policy with { SupportTeachingCounts = !policy.SupportTeachingCounts });

    private static IEnumerable<(Semester Semester, DateOnly StayEnd)> Served(
        IEnumerable<PlacementFact> placements, SemesterCalendar calendar, SecondmentPolicy policy)
    {
        foreach (var stay in placements)
        {
            if (stay is not { IsCompleted: true, Last: { } end } || (stay.Kind is PlacementKind.SupportTeaching && !policy.SupportTeachingCounts))
                continue;
            for (var semester = calendar.OnOrAfter(stay.Stage, stay.From); semester is not null && semester.First <= end; semester = calendar.Next(semester))
            {
                var edge = semester.IsProvisional ? policy.ProvisionalEdgeDays : policy.SemesterEdgeDays;
                if (stay.From <= semester.First.AddDays(edge) && semester.Last.AddDays(-edge) <= end)
                    yield return (semester, end);
            }
        }
    }

    // The day of the anchor or of the end isn't counted, the same day three years on still is (Civil Code Art. 201, 202).
    private static (DateOnly CountedFrom, DateOnly DueBy) Years(
        DateOnly anchor, IReadOnlyList<(Semester Semester, DateOnly StayEnd)> served, SecondmentPolicy policy)
    {
        var years = policy.CycleYears;
        switch (policy.Reading)
        {
            case CycleReading.SinceLastPlacement:
                return From(served.Select(one => one.StayEnd));
            case CycleReading.RollingWindow:
                return From(served.Select(one => one.Semester.First));
            case CycleReading.FixedCycles:
                var cycles = served.Select(one => CyclesUpTo(one.Semester.Last)).Append(0).Max();
                return (anchor.AddYears(cycles * years), anchor.AddYears((cycles + 1) * years));
            default:
                throw new ArgumentOutOfRangeException(nameof(policy), policy.Reading, "No such reading.");
        }

        (DateOnly CountedFrom, DateOnly DueBy) From(IEnumerable<DateOnly> days)
        {
            var latest = days.Append(anchor).Max();
            return (latest, latest.AddYears(years));
        }

        // The cycle that a semester ends in is served, and so is every one before it that was made up for late; the next one is owed.
        int CyclesUpTo(DateOnly day)
        {
            var cycles = 0;
            while (anchor.AddYears(cycles * years) < day)
                cycles++;
            return cycles;
        }
    }
}
