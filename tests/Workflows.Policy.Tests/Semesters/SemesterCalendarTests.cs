using CsCheck;
using Workflows.Policy.Data;
using Workflows.Policy.Semesters;
using Workflows.Policy.Tests.Secondment;

namespace Workflows.Policy.Tests.Semesters;

public sealed class SemesterCalendarTests
{
    private const SchoolStage Junior = SchoolStage.JuniorHigh;

    [Fact]
    public void A_published_semester_is_as_the_paper_says() => Teacher.OneYear.Find(SchoolStage.SeniorHigh, new(2025, 2)).ShouldBe(
        new Semester(new(2025, 2), SchoolStage.SeniorHigh, new(2026, 2, 26), new(2026, 7, 10), IsProvisional: false));

    [Theory]
    [InlineData(2026, "2026-09-01", "2027-02-06")]
    [InlineData(2024, "2024-09-01", "2025-02-06")]
    public void A_year_without_a_paper_has_the_days_of_the_nearest_published_one_and_is_provisional(int year, string first, string last) =>
        Teacher.OneYear.Find(Junior, new(year, 1)).ShouldBe(new Semester(new(year, 1), Junior, Day(first), Day(last), IsProvisional: true));

    [Fact]
    public void Of_two_published_years_equally_near_the_later_one_is_taken() =>
        Calendar(("2024-2025", 1, "2024-09-02", "2025-01-17"), ("2026-2027", 1, "2026-09-03", "2027-01-29")).Find(Junior, new(2025, 1))!.First
            .ShouldBe(new DateOnly(2025, 9, 3));

    [Fact]
    public void Of_two_papers_for_one_year_the_later_one_counts() =>
        Calendar(("2026-2027", 1, "2026-09-01", "2027-01-29"), ("2026-2027", 1, "2026-08-31", "2027-01-28")).Find(Junior, new(2026, 1))!.First
            .ShouldBe(new DateOnly(2026, 8, 31));

    [Fact]
    public void A_semester_that_begins_on_29_February_begins_on_28_February_in_a_common_year()
    {
        var calendar = Calendar(("2027-2028", 2, "2028-02-29", "2028-07-02"));
        calendar.Find(Junior, new(2028, 2))!.First.ShouldBe(new DateOnly(2029, 2, 28));
        calendar.Find(Junior, new(2031, 2))!.First.ShouldBe(new DateOnly(2032, 2, 29));
    }

    [Fact]
    public void A_guessed_semester_gives_way_to_the_published_ones_beside_it()
    {
        // In 2027 the spring begins before the day on which the autumn of 2025 would end, moved by a year.
        var calendar = Calendar(("2025-2026", 1, "2025-09-01", "2026-02-13"), ("2026-2027", 2, "2027-02-08", "2027-07-02"));
        calendar.Find(Junior, new(2026, 1))!.Last.ShouldBe(new DateOnly(2027, 2, 7));

        var late = Calendar(("2024-2025", 2, "2025-02-10", "2025-06-27"), ("2025-2026", 1, "2025-09-01", "2026-02-13"));
        late.Find(Junior, new(2025, 2))!.First.ShouldBe(new DateOnly(2026, 2, 14));
    }

    [Fact]
    public void Semesters_follow_each_other_whatever_is_published() =>
        Gen.Select(Gen.Int[0, 15].Array[1, 4], Gen.Int[-20, 20], Gen.Int[-15, 15]).Sample((years, move, other) =>
        {
            var calendar = new SemesterCalendar(years.Select((year, n) => Paper($"{2020 + year}-{2021 + year}", n % 2 + 1,
                n % 2 == 0 ? new DateOnly(2020 + year, 9, 1) : new DateOnly(2021 + year, 2, 16).AddDays(other),
                n % 2 == 0 ? new DateOnly(2021 + year, 1, 28).AddDays(move) : new DateOnly(2021 + year, 7, 5).AddDays(other))));
            var all = Enumerable.Range(0, 40).Select(n => calendar.Find(Junior, new SemesterName(2019, 1).After(n))).OfType<Semester>().ToList();
            // Papers that contradict each other are their authors' matter; a guess beside a paper never is.
            return all.TrueForAll(one => one.First <= one.Last)
                && all.Zip(all.Skip(1)).All(pair => pair.First.Last < pair.Second.Last
                    && (pair.First.IsProvisional == pair.Second.IsProvisional || pair.First.Last < pair.Second.First));
        });

    [Theory]
    [InlineData("2026-02-05", "2025-2026-1", "2025-2026-1", "2024-2025-2")]
    [InlineData("2026-02-06", "2025-2026-1", "2025-2026-1", "2025-2026-1")]
    [InlineData("2026-02-07", null, "2025-2026-2", "2025-2026-1")]
    [InlineData("2026-03-03", null, "2025-2026-2", "2025-2026-1")]
    [InlineData("2026-03-04", "2025-2026-2", "2025-2026-2", "2025-2026-1")]
    [InlineData("2026-07-02", "2025-2026-2", "2025-2026-2", "2025-2026-2")]
    [InlineData("2026-07-03", null, "2026-2027-1", "2025-2026-2")]
    [InlineData("2026-12-31", "2026-2027-1", "2026-2027-1", "2025-2026-2")]
    [InlineData("2027-01-01", "2026-2027-1", "2026-2027-1", "2025-2026-2")]
    public void The_semester_of_a_day_the_next_one_and_the_last_that_is_over(string day, string? on, string next, string over)
    {
        $"{Teacher.OneYear.On(Junior, Day(day))?.Name}".ShouldBe(on ?? "");
        $"{Teacher.OneYear.OnOrAfter(Junior, Day(day))!.Name}".ShouldBe(next);
        $"{Teacher.OneYear.EndedBy(Junior, Day(day))!.Name}".ShouldBe(over);
    }

    [Fact]
    public void Of_a_stage_that_no_paper_knows_nothing_is_said()
    {
        var calendar = Calendar(("2026-2027", 1, "2026-09-01", "2027-01-29"));
        calendar.Knows(Junior).ShouldBeTrue();
        calendar.Knows(SchoolStage.Primary).ShouldBeFalse();
        calendar.OnOrAfter(SchoolStage.Primary, new DateOnly(2026, 9, 1)).ShouldBeNull();
    }

    [Theory]
    [InlineData("\"2025-2026\"", "\"2025-2027\"", "$.schoolYear")]
    [InlineData("\"number\": 1", "\"number\": 3", "$.semesters[0].number")]
    [InlineData("\"number\": 1", "\"numer\": 1", "$.semesters[0].numer")]
    [InlineData("\"幼儿园\"", "\"托儿所\"", "$.semesters[0].stage")]
    [InlineData("\"2025-09-01\"", "\"2025.09.01\"", "$.semesters[0].first")]
    [InlineData("\"2025-09-01\"", "\"2026-09-01\"", "$.semesters[0].last")]
    [InlineData("\"2026-02-06\"", "\"2026-02-30\"", "$.semesters[0].last")]
    [InlineData("\"2026-02-06\"", "\"2026-09-01\"", "$.semesters[0].last")]
    [InlineData("\"2026-02-06\"", "\"2026-03-04\"", "$.semesters[1]")]
    [InlineData("\"2025-09-01\", \"last\": \"2026-02-06\"", "\"2024-09-01\", \"last\": \"2025-02-06\"", "$.semesters[0].first")]
    public void A_broken_paper_names_file_place_and_remedy(string right, string wrong, string place)
    {
        var text = Book.Text("calendar/semesters-2025.json");
        var at = text.IndexOf(right, StringComparison.Ordinal);
        at.ShouldBeGreaterThan(0);
        var fault = Should.Throw<PolicyFileException>(() => SemesterPaper.Parse($"{text[..at]}{wrong}{text[(at + right.Length)..]}", "semesters-2025.json"));
        (fault.File, fault.Place).ShouldBe(("semesters-2025.json", place));
        fault.Sentence.Zh.ShouldContain(fault.Remedy.Zh);
    }

    [Fact]
    public void A_semester_written_twice_and_a_paper_without_any_are_refused()
    {
        Should.Throw<PolicyFileException>(() => SemesterPaper.Parse("""{ "schoolYear": "2026-2027", "source": "x", "semesters": [] }""", "x")).Place.ShouldBe("$.semesters");
        Should.Throw<PolicyFileException>(() => SemesterPaper.Parse(
            """
            { "schoolYear": "2026-2027", "source": "x", "semesters": [
              { "number": 1, "stage": "初中", "first": "2026-09-01", "last": "2026-12-01" }, { "number": 1, "stage": "初中", "first": "2026-12-02", "last": "2027-01-01" } ] }
            """, "x")).Place.ShouldBe("$.semesters[1]");
    }

    private static DateOnly Day(string day) => DateOnly.Parse(day, null);

    private static SemesterCalendar Calendar(params (string Year, int Number, string First, string Last)[] semesters) =>
        new(semesters.Select(one => Paper(one.Year, one.Number, Day(one.First), Day(one.Last))));

    private static SemesterPaper Paper(string year, int number, DateOnly first, DateOnly last) => SemesterPaper.Parse(
        $$"""{ "schoolYear": "{{year}}", "source": "x", "semesters": [ { "number": {{number}}, "stage": "初中", "first": "{{first:yyyy-MM-dd}}", "last": "{{last:yyyy-MM-dd}}" } ] }""", "x");
}
