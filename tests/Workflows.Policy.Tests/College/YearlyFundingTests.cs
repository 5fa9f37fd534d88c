using System.Collections.Immutable;
using Workflows.Policy.College;
using Workflows.Policy.Shares;

namespace Workflows.Policy.Tests.College;

public sealed class YearlyFundingTests
{
    private static readonly StructurePolicy Policy = Colleges.Policy;

    [Theory]
    [InlineData(1_499_999, FindingResult.NotMet, "below")]
    [InlineData(1_500_000, FindingResult.Met, "inside")]
    [InlineData(2_500_000, FindingResult.Met, "inside")]
    [InlineData(2_500_001, FindingResult.Met, "above")]
    public void Training_funds_are_a_band_and_above_it_is_no_failure(int training, FindingResult expected, string where)
    {
        var report = YearlyFunding.TrainingFunds(Year(2026, new FundsFact(100_000_000, training, null, null, null, null)), Policy);
        (report.Verdict, report.Variants[0].Reading).ShouldBe((expected, where));
    }

    [Fact]
    public void What_is_not_recorded_is_unknown_and_never_zero()
    {
        var nothing = Year(2026, new FundsFact(null, 1_000_000, null, null, null, null));
        YearlyFunding.TrainingFunds(nothing, Policy).Verdict.ShouldBe(FindingResult.Unknown);
        YearlyFunding.PartTimeBudget(nothing).Missing.ShouldBe(["2026年兼职经费文号"]);
        YearlyFunding.RunningCosts(Year(2025, nothing.Funds[2026])).Missing.ShouldBe(["年度投入 2026"]);
    }

    [Fact]
    public void The_transferred_share_is_judged_at_the_years_end()
    {
        var funds = ImmutableDictionary<int, FundsFact>.Empty
            .Add(2025, new FundsFact(null, null, 100, 60, null, null)).Add(2026, new FundsFact(null, null, 100, 59, null, null));
        YearlyFunding.TransferredShare(new CollegeFacts(new DateOnly(2026, 12, 30), []) { Funds = funds }, Policy).Verdict.ShouldBe(FindingResult.Met);
        YearlyFunding.TransferredShare(new CollegeFacts(new DateOnly(2026, 12, 31), []) { Funds = funds }, Policy).Verdict.ShouldBe(FindingResult.NotMet);
    }

    [Fact]
    public void A_budget_paper_is_its_number() =>
        YearlyFunding.PartTimeBudget(Year(2026, new FundsFact(null, null, null, null, "沙财教〔2026〕7号", null))).Verdict.ShouldBe(FindingResult.Met);

    private static CollegeFacts Year(int year, FundsFact funds) =>
        new(new DateOnly(2026, 9, 1), []) { Funds = ImmutableDictionary<int, FundsFact>.Empty.Add(year, funds) };
}
