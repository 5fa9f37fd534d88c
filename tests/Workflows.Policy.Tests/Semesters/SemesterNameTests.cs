using Workflows.Policy.Semesters;

namespace Workflows.Policy.Tests.Semesters;

public sealed class SemesterNameTests
{
    [Theory]
    [InlineData("2026-2027-1", 2026, 1)]
    [InlineData("２０２６－２０２７－２", 2026, 2)]
    [InlineData(" 2026—2027—2 ", 2026, 2)]
    public void A_name_is_a_school_year_and_a_number(string text, int year, int number) => SemesterName.Parse(text).ShouldBe(new SemesterName(year, number));

    [Theory]
    [InlineData("2026-2028-1")]
    [InlineData("2027-2026-1")]
    [InlineData("2026-2027-3")]
    [InlineData("2026-2027-0")]
    [InlineData("2026-2027")]
    [InlineData("2026秋")]
    [InlineData("")]
    [InlineData(null)]
    public void Anything_else_is_none(string? text) => SemesterName.Parse(text).ShouldBeNull();

    [Fact]
    public void Names_count_on_and_back()
    {
        var autumn = new SemesterName(2026, 1);
        (autumn.Next, autumn.Previous).ShouldBe((new(2026, 2), new(2025, 2)));
        autumn.After(3).ShouldBe(new SemesterName(2027, 2));
        autumn.After(-3).ShouldBe(new SemesterName(2024, 2));
        autumn.After(5).Since(autumn).ShouldBe(5);
        (autumn < autumn.Next, autumn.Previous >= autumn, $"{autumn}").ShouldBe((true, false, "2026-2027-1"));
    }
}
