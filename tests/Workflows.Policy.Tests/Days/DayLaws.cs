using CsCheck;
using Workflows.Policy.Days;
using static Workflows.Policy.Tests.Days.Ledger;

namespace Workflows.Policy.Tests.Days;

/// <summary>What holds for every ledger.</summary>
public sealed class DayLaws
{
    private static readonly Gen<DayFact> Entry =
        from day in Gen.Int[0, 130]
        from school in Gen.Int[1, 3]
        from isHalf in Gen.Bool
        from isSession in Gen.Bool
        from isVerified in Gen.Bool
        select new DayFact(Day("2026-03-01").AddDays(day), $"学校{school}", isHalf, isSession, isVerified);

    private static readonly Gen<DayFact[]> Entries = Entry.Array[0, 60];

    private static readonly Gen<DateOnly> AsOf = Gen.Int[0, 140].Select(day => Day("2026-02-25").AddDays(day));

    [Fact]
    public void The_order_of_the_entries_does_not_matter() =>
        Gen.Select(Entries, AsOf).Sample((entries, asOf) => All(entries, asOf).SequenceEqual(All([.. entries.Reverse()], asOf)));

    [Fact]
    public void One_more_entry_never_lowers_what_counts() =>
        Gen.Select(Entries, Entry, AsOf).Sample((entries, more, asOf) => All(entries, asOf).Zip(All([.. entries, more], asOf))
            .All(pair => pair.First.Actual <= pair.Second.Actual && pair.First.Actual + pair.First.Waiting <= pair.Second.Actual + pair.Second.Waiting));

    [Fact]
    public void No_more_days_count_than_working_days_have_come() => Gen.Select(Entries, AsOf).Sample((entries, asOf) =>
    {
        var policy = Numbers with { WeekendsCountForTeachers = false };
        DayFinding[] findings =
        [
            TeacherDays.Evaluate(Spring, entries, [new(Day("2026-05-01"), null)], Calendar, policy, asOf), LeaderDays.AtSchools(2026, entries, Calendar, policy, asOf),
        ];
        return findings.All(finding => finding.Actual + finding.Waiting <= finding.PassedWorkingDays + (Calendar.NatureOf(asOf) is DayNature.Working ? 1 : 0));
    });

    [Fact]
    public void With_weekends_no_more_count_than_days_that_are_no_holidays() => Gen.Select(Entries, AsOf).Sample((entries, asOf) =>
        Judged(asOf.ToString("yyyy-MM-dd", null), entries).Actual
            <= entries.Select(entry => entry.On).Distinct().Count(day => Calendar.NatureOf(day) is not DayNature.Holiday));

    [Fact]
    public void Who_keeps_the_pace_can_still_reach_it() =>
        Gen.Select(Entries, AsOf).Sample((entries, asOf) => All(entries, asOf).All(finding => finding.Reason is not DayReason.OutOfReach || finding.IsBehind));

    [Fact]
    public void Every_finding_has_its_words() => Gen.Select(Entries, AsOf).Sample((entries, asOf) =>
        All(entries, asOf).All(finding => DayWording.Explain(finding) is { Zh.Length: > 0, En.Length: > 0 } && DayWording.Name(finding.Reason).Zh.Length > 0));

    private static DayFinding[] All(DayFact[] entries, DateOnly asOf) =>
    [
        Judged(asOf.ToString("yyyy-MM-dd", null), entries), LeaderDays.AtSchools(2026, entries, Calendar, Numbers, asOf),
        LeaderDays.Sessions(2026, entries, Calendar, Numbers, asOf),
    ];
}
