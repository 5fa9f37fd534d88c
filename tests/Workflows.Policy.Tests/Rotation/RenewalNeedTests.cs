using Workflows.Policy.College;
using Workflows.Policy.Data;
using Workflows.Policy.Rotation;
using Workflows.Policy.Shares;

namespace Workflows.Policy.Tests.Rotation;

/// <summary>How many people a yearly rotation has to bring (R13: 15% to 25% in five years, never tighter than one person).</summary>
public sealed class RenewalNeedTests
{
    private static readonly StructurePolicy Structure = StructurePolicy.Parse(Book.Text("structure/policy.json"));

    [Fact]
    public void What_is_short_is_shared_by_the_rounds_until_then_and_the_most_pressing_year_end_decides()
    {
        // 40 teachers: 6 to 10. In 2027 4 are short over two rounds, in 2029 6 over four.
        var need = Need(0, (2026, 6, 40), (2027, 2, 40), (2028, 3, 40), (2029, 0, 40), (2030, 6, 40));
        need.Years.Select(year => (year.Lacking, year.PerRound)).ShouldBe([(0, 0), (4, 2), (3, 1), (6, 2), (0, 0)]);
        (need.Deciding!.Day.Year, need.Newcomers, need.Leavers).ShouldBe((2027, 2, 2));
    }

    [Fact]
    public void Never_so_many_come_that_a_year_end_is_above_the_band()
    {
        var need = Need(0, (2026, 9, 40), (2027, 0, 40), (2028, 0, 40), (2029, 0, 40), (2030, 0, 40));
        (need.Deciding!.PerRound, need.Newcomers).ShouldBe((3, 1), "the ninth of 2026 has room for one more: ten is the highest");
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(1, 1)]
    [InlineData(2, 0)]
    [InlineData(5, 0)]
    public void Places_that_are_free_anyway_are_taken_before_anybody_moves(int free, int leavers) =>
        Need(free, (2026, 0, 12), (2027, 0, 12)).Leavers.ShouldBe(leavers);

    [Fact]
    public void Inside_the_band_nobody_has_to_come()
    {
        var need = Need(0, (2026, 6, 40), (2027, 8, 40), (2028, 10, 40));
        (need.Deciding, need.Newcomers, need.Leavers).ShouldBe((null, 0, 0));
    }

    [Fact]
    public void Without_teachers_there_is_nothing_to_count()
    {
        var need = RenewalNeed.Of([(new DateOnly(2026, 12, 31), ClauseReport.Unknown("R13", "", "人员"))], 3, Structure);
        (need.Years.IsEmpty, need.Newcomers, need.Leavers).ShouldBe((true, 0, 0));
    }

    [Theory]
    [InlineData("\"effectiveMonth\": 8", "\"effectiveMonth\": 0", "effectiveMonth")]
    [InlineData("\"noticeDays\": 7", "\"noticeDays\": 16", "noticeDays")]
    [InlineData("\"daysToObject\": 5", "\"daysToObject\": \"5\"", "daysToObject")]
    public void A_broken_number_names_its_place(string from, string to, string place) =>
        Should.Throw<PolicyFileException>(() => RotationPolicy.Parse(Book.Text("rotation/policy.json").Replace(from, to))).Place.ShouldContain(place);

    private static RenewalNeed Need(int free, params (int Year, int Entrants, int Of)[] ends) => RenewalNeed.Of(
        ends.Select(end => (
            new DateOnly(end.Year, 12, 31),
            ClauseReport.Of("R13", "", new ClauseVariant("entrants/start/rolling", end.Entrants, end.Of, FindingResult.Unknown)) with
            {
                Numerator = end.Entrants, Denominator = end.Of,
            })),
        free, Structure);
}
