using CsCheck;
using Workflows.Policy.Shares;
using Workflows.Policy.Titles;

namespace Workflows.Policy.Tests;

/// <summary>Shares by whole numbers: exactly the minimum is enough, and what isn't known decides nothing.</summary>
public sealed class ShareTests
{
    private static readonly StructurePolicy Policy = new("test", 90, 50, 85, 90, 15, 25, 5, 15, 25, 60);

    [Theory]
    [InlineData(17, 16, FindingResult.Met)]
    [InlineData(17, 15, FindingResult.NotMet)]
    [InlineData(26, 24, FindingResult.Met)]
    [InlineData(26, 23, FindingResult.NotMet)]
    [InlineData(34, 31, FindingResult.Met)]
    [InlineData(34, 30, FindingResult.NotMet)]
    public void The_document_s_own_table_holds_for_titles(int teachers, int titled, FindingResult result)
    {
        var titles = Enumerable.Repeat<TitleLevel?>(TitleLevel.Intermediate, titled).Concat(Enumerable.Repeat<TitleLevel?>(TitleLevel.Assistant, teachers - titled));
        TitledShare.Evaluate(titles, Policy).Result.ShouldBe(result);
    }

    [Theory]
    [InlineData(20, 17, FindingResult.Met)]
    [InlineData(20, 16, FindingResult.NotMet)]
    [InlineData(40, 34, FindingResult.Met)]
    [InlineData(40, 33, FindingResult.NotMet)]
    public void And_for_full_time_teachers(int staff, int teachers, FindingResult result) =>
        FullTimeShare.Evaluate(Enumerable.Range(0, staff).Select(n => n < teachers), Policy).Result.ShouldBe(result);

    [Fact]
    public void Unknown_people_leave_it_open_only_where_they_could_decide_it()
    {
        new Share(8, 1, 10, 90).Result.ShouldBe(FindingResult.Unknown);
        new Share(9, 1, 10, 90).Result.ShouldBe(FindingResult.Met);
        new Share(7, 1, 10, 90).Result.ShouldBe(FindingResult.NotMet);
        new Share(0, 0, 0, 90).Result.ShouldBe(FindingResult.Unknown);
    }

    [Fact]
    public void So_many_as_it_is_short_by_are_just_enough() =>
        Gen.Select(Gen.Int[1, 500], Gen.Int[1, 100]).SelectMany((of, percent) => Gen.Int[0, of].Select(counted => new Share(counted, 0, of, percent)))
            .Sample(share =>
            {
                (share with { Counted = share.Counted + share.ShortBy }).Result.ShouldBe(FindingResult.Met);
                if (share.ShortBy > 0)
                    (share with { Counted = share.Counted + share.ShortBy - 1 }).Result.ShouldBe(FindingResult.NotMet);
            });

    [Theory]
    [InlineData(17, 3, 4)]
    [InlineData(26, 4, 6)]
    [InlineData(34, 6, 8)]
    [InlineData(4, 0, 1)]
    public void Renewal_is_fifteen_to_twenty_five_percent_and_never_tighter_than_a_person(int atStart, int lowest, int highest)
    {
        var share = RenewalShare.Evaluate(0, atStart, Policy);
        (share.Lowest, share.Highest).ShouldBe((lowest, highest));
    }

    [Theory]
    [InlineData(14_999, TrainingFunds.Place.Below)]
    [InlineData(15_000, TrainingFunds.Place.Inside)]
    [InlineData(25_000, TrainingFunds.Place.Inside)]
    [InlineData(25_001, TrainingFunds.Place.Above)]
    public void Training_funds_lie_in_a_band_whose_ends_count(int funds, TrainingFunds.Place place) =>
        TrainingFunds.Evaluate(1_000_000m, funds, Policy).ShouldBe(place);

    [Theory]
    [InlineData(59_999, FindingResult.NotMet)]
    [InlineData(60_000, FindingResult.Met)]
    public void Sixty_percent_are_to_be_transferred(int transferred, FindingResult result) =>
        TransferredFunds.Evaluate(100_000m, transferred, Policy).ShouldBe(result);
}
