using CsCheck;
using Workflows.Policy.Data;
using Workflows.Policy.Retirement;

namespace Workflows.Policy.Tests.Retirement;

/// <summary>The ages of the national table of 2024-09-13, by its own examples.</summary>
public sealed class RetirementAgesTests
{
    private static readonly RetirementAges Ages = RetirementAges.Parse(Book.Text("structure/retirement.json"));

    [Theory]
    [InlineData("1964-12-31", "2025-01-01")]
    [InlineData("1965-01-01", "2025-03-01")]
    [InlineData("1965-04-30", "2025-06-01")]
    [InlineData("1965-05-01", "2025-08-01")]
    [InlineData("1970-06-15", "2031-12-01")]
    [InlineData("1976-08-31", "2039-08-01")]
    [InlineData("1976-09-01", "2039-10-01")]
    [InlineData("1990-02-10", "2053-03-01")]
    public void Men_retire_at_sixty_and_later_by_a_month_for_every_four_months_of_birth_up_to_sixty_three(string birth, string first) =>
        Ages.FirstDay("男", Day(birth), isSenior: false, isWorker: false).ShouldBe(Day(first));

    [Theory]
    [InlineData("1969-12-31", false, "2025-01-01")]
    [InlineData("1970-01-01", false, "2025-03-01")]
    [InlineData("1981-09-01", false, "2039-10-01")]
    [InlineData("1974-12-31", true, "2025-01-01")]
    [InlineData("1975-01-01", true, "2025-03-01")]
    [InlineData("1975-03-01", true, "2025-06-01")]
    [InlineData("1984-11-01", true, "2039-12-01")]
    public void Women_retire_at_fifty_five_and_workers_at_fifty_with_steps_of_their_own(string birth, bool isWorker, string first) =>
        Ages.FirstDay("女", Day(birth), isSenior: false, isWorker).ShouldBe(Day(first));

    [Fact]
    public void A_woman_with_a_senior_title_retires_as_a_man_does() =>
        Ages.FirstDay("女", Day("1970-06-15"), isSenior: true, isWorker: false).ShouldBe(Ages.FirstDay("男", Day("1970-06-15"), isSenior: true, isWorker: false));

    [Fact]
    public void Nothing_is_foretold_of_somebody_whose_gender_is_not_written() =>
        Ages.FirstDay("", Day("1970-06-15"), isSenior: false, isWorker: false).ShouldBeNull();

    [Fact]
    public void Whoever_is_born_later_never_retires_earlier_nor_beyond_the_last_age() =>
        Gen.Select(Gen.Int[0, 20_000], Gen.Int[0, 400], Gen.Bool, Gen.Bool, Gen.Bool).Sample((days, later, isMan, isSenior, isWorker) =>
        {
            var birth = new DateOnly(1955, 1, 1).AddDays(days);
            var gender = isMan ? "男" : "女";
            var (one, other) = (Ages.FirstDay(gender, birth, isSenior, isWorker)!.Value, Ages.FirstDay(gender, birth.AddDays(later), isSenior, isWorker)!.Value);
            one.ShouldBeLessThanOrEqualTo(other);
            one.ShouldBeLessThanOrEqualTo(birth.AddYears(63).AddMonths(1));
            one.Day.ShouldBe(1);
        });

    [Theory]
    [InlineData("\"birthMonthsPerMonth\": 4", "\"birthMonthsPerMonth\": 0", "$.groups[0].birthMonthsPerMonth")]
    [InlineData("\"untilYears\": 63", "\"untilYears\": 59", "$.groups[0].untilYears")]
    [InlineData("\"who\": \"Everybody\"", "\"who\": \"Nobody\"", "$.groups[0].who")]
    public void A_broken_table_names_its_place(string right, string wrong, string place)
    {
        var text = Book.Text("structure/retirement.json");
        var at = text.IndexOf(right, StringComparison.Ordinal);
        var fault = Should.Throw<PolicyFileException>(() => RetirementAges.Parse(string.Concat(text.AsSpan(0, at), wrong, text.AsSpan(at + right.Length))));
        fault.Message.ShouldContain(place);
        fault.Message.ShouldContain("structure/retirement.json");
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, null);
}
