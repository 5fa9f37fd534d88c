using CsCheck;
using Workflows.Policy.Shares;

namespace Workflows.Policy.Tests.Shares;

public sealed class ShareTests
{
    [Theory]
    [InlineData(31, 34, FindingResult.Met)]
    [InlineData(30, 34, FindingResult.NotMet)]
    [InlineData(16, 17, FindingResult.Met)]
    [InlineData(15, 17, FindingResult.NotMet)]
    [InlineData(9, 10, FindingResult.Met)]
    public void Ninety_percent_is_compared_by_whole_people(int yes, int all, FindingResult expected) => new Share(yes, 0, all, 90).Result.ShouldBe(expected);

    [Fact]
    public void Of_nobody_nothing_is_known() => new Share(0, 0, 0, 90).Result.ShouldBe(FindingResult.Unknown);

    [Fact]
    public void It_is_unknown_only_where_it_turns_on_the_unknown_ones()
    {
        new Share(9, 1, 10, 90).Result.ShouldBe(FindingResult.Met);
        new Share(8, 1, 10, 90).Result.ShouldBe(FindingResult.Unknown);
        new Share(7, 1, 10, 90).Result.ShouldBe(FindingResult.NotMet);
    }

    [Fact]
    public void The_people_it_is_short_by_are_just_enough() =>
        Gen.Select(Gen.Int[1, 300], Gen.Int[1, 100]).SelectMany(of => Gen.Int[0, of.Item1].Select(yes => new Share(yes, 0, of.Item1, of.Item2)))
            .Sample(share => share.ShortBy == 0
                ? share.Result is FindingResult.Met
                : share.Result is FindingResult.NotMet
                    && (share with { Counted = share.Counted + share.ShortBy }).Result is FindingResult.Met
                    && (share with { Counted = share.Counted + share.ShortBy - 1 }).Result is FindingResult.NotMet);

    [Theory]
    [InlineData(3, 17, FindingResult.Met)]
    [InlineData(4, 17, FindingResult.Met)]
    [InlineData(2, 17, FindingResult.NotMet)]
    [InlineData(5, 26, FindingResult.Met)]
    [InlineData(6, 40, FindingResult.Met)]
    [InlineData(5, 40, FindingResult.NotMet)]
    [InlineData(10, 40, FindingResult.Met)]
    [InlineData(11, 40, FindingResult.NotMet)]
    [InlineData(0, 5, FindingResult.Met)]
    [InlineData(2, 5, FindingResult.Met)]
    [InlineData(3, 5, FindingResult.NotMet)]
    public void About_twenty_percent_is_a_band_and_never_tighter_than_one_person(int people, int teachers, FindingResult expected) =>
        RenewalShare.Evaluate(people, teachers, College.Colleges.Policy).Result.ShouldBe(expected);
}
