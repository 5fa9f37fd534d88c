using System.Collections.Immutable;
using CsCheck;
using Workflows.Policy.College;
using Workflows.Policy.Shares;

namespace Workflows.Policy.Tests.College;

public sealed class RenewalRateTests
{
    private static readonly StructurePolicy Policy = Colleges.Policy;

    [Fact]
    public void Who_came_on_the_first_day_of_the_window_belongs_to_the_one_before_and_who_came_on_its_last_day_counts()
    {
        Entrants(new DateOnly(2021, 9, 1)).ShouldBe(0m);
        Entrants(new DateOnly(2021, 9, 2)).ShouldBe(1m);
        Entrants(new DateOnly(2026, 9, 1)).ShouldBe(1m);
        Entrants(new DateOnly(2026, 9, 2)).ShouldBe(0m);
    }

    [Fact]
    public void Before_the_first_five_fixed_years_are_over_their_variants_are_unknown()
    {
        var report = Report(new DateOnly(2026, 9, 1), [Teacher("甲", new DateOnly(2015, 8, 1))]);
        report.Variants.Where(variant => variant.Reading.EndsWith("/fixed", StringComparison.Ordinal)).ShouldAllBe(variant => variant.Verdict == FindingResult.Unknown);
        Report(new DateOnly(2027, 6, 1), [Teacher("甲", new DateOnly(2015, 8, 1))])
            .Variants.Single(variant => variant.Reading == "entrants/start/fixed").Denominator.ShouldBe(1m);
    }

    [Fact]
    public void All_twelve_variants_stand_side_by_side_and_the_default_comes_first()
    {
        var report = Report(new DateOnly(2026, 9, 1), [Teacher("甲", new DateOnly(2015, 8, 1))]);
        report.Variants.Length.ShouldBe(12);
        report.Variants[0].Reading.ShouldBe("entrants/start/rolling");
    }

    [Fact]
    public void Leavers_are_counted_by_their_last_day()
    {
        var left = Teacher("甲", new DateOnly(2010, 8, 1), until: new DateOnly(2024, 7, 1));
        var report = Report(new DateOnly(2026, 9, 1), [left, Teacher("乙", new DateOnly(2015, 8, 1))]);
        report.Variants.Single(variant => variant.Reading == "leavers/start/rolling").ShouldBe(new ClauseVariant("leavers/start/rolling", 1m, 2m, FindingResult.Met));
    }

    [Fact]
    public void As_many_more_as_it_is_short_by_bring_it_into_the_band() => Gen.Int[6, 400].Sample(teachers =>
    {
        ImmutableArray<StaffFact> staff = [.. Enumerable.Range(0, teachers).Select(n => Teacher($"{n}", new DateOnly(2015, 8, 1)))];
        var report = Report(new DateOnly(2026, 9, 1), staff);
        var more = report.ShortBy.ShouldNotBeNull();
        return RenewalShare.Evaluate(more, teachers, Policy).Result is FindingResult.Met && RenewalShare.Evaluate(more - 1, teachers, Policy).Result is FindingResult.NotMet;
    }, iter: 200);

    private static decimal? Entrants(DateOnly joined) => Report(new DateOnly(2026, 9, 1), [Teacher("甲", joined), Teacher("乙", new DateOnly(2010, 8, 1))]).Numerator;

    private static ClauseReport Report(DateOnly asOf, ImmutableArray<StaffFact> staff) => RenewalRate.Evaluate(new CollegeFacts(asOf, staff), Policy);

    private static StaffFact Teacher(string name, DateOnly from, DateOnly? until = null) => new(name, true, until is null) { Tenures = [(from, until)] };
}
