using CsCheck;
using Workflows.Policy.Semesters;

namespace Workflows.Policy.Tests.Semesters;

public sealed class WrittenSpanTests
{
    private static readonly SemesterCalendar Calendar = new([SemesterPaper.Parse("""
        { "schoolYear": "2025-2026", "source": "x", "semesters": [
          { "number": 1, "stage": "初中", "first": "2025-09-01", "last": "2026-02-06" }, { "number": 2, "stage": "初中", "first": "2026-03-04", "last": "2026-07-02" } ] }
        """, "semesters-2025.json")]);

    [Theory]
    [InlineData("2025-09-01~2026-01-31", "2025-09-01", "2026-02-01")]
    [InlineData("2025.9～2026.02", "2025-09-01", "2026-03-01")]
    [InlineData("2025年9月至2026年2月", "2025-09-01", "2026-03-01")]
    [InlineData("2024-02—2024-02", "2024-02-01", "2024-03-01")]
    [InlineData("２０２５-０９-０１ ～ 至今", "2025-09-01", null)]
    [InlineData("2025-09至今", "2025-09-01", null)]
    [InlineData("2025-2026-1", "2025-09-01", "2026-02-07")]
    [InlineData("2025-2026-1~2025-2026-2", "2025-09-01", "2026-07-03")]
    [InlineData("2025-2026-2~至今", "2026-03-04", null)]
    public void Days_months_and_semesters_are_understood_and_the_last_day_still_counts(string written, string from, string? until)
    {
        var days = WrittenSpan.Parse(written).ShouldNotBeNull().In(SchoolStage.JuniorHigh, Calendar).ShouldNotBeNull();
        (days.From, days.Until, days.IsProvisional).ShouldBe((DateOnly.Parse(from, null), until is null ? null : DateOnly.Parse(until, null), false));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2025-09")]
    [InlineData("2026-02~2025-09")]
    [InlineData("2025-09~")]
    [InlineData("至今")]
    [InlineData("2025.1~2025.9")]
    [InlineData("2025-2027-1")]
    [InlineData("2025-2026-2~2025-2026-1")]
    [InlineData("2025-2026-1~2026-09-01")]
    [InlineData("2025-09~2025-10~2025-11")]
    public void Anything_else_is_no_time(string written) => WrittenSpan.Parse(written).ShouldBeNull();

    [Fact]
    public void A_semester_of_a_year_without_a_calendar_is_provisional_and_a_stage_without_one_is_unknown()
    {
        WrittenSpan.Parse("2022-2023-1")!.In(SchoolStage.JuniorHigh, Calendar).ShouldBe(new SpanDays(new DateOnly(2022, 9, 1), new DateOnly(2023, 2, 7), true));
        WrittenSpan.Parse("2025-2026-1")!.In(SchoolStage.Vocational, Calendar).ShouldBeNull();
    }

    [Fact]
    public void What_is_written_out_is_understood_again()
        => Gen.Select(Gen.Int[0, 20_000], Gen.Int[0, 4000], Gen.Bool).Sample((first, length, runs) =>
        {
            var from = new DateOnly(1990, 1, 1).AddDays(first);
            DateOnly? until = runs ? null : from.AddDays(length + 1);
            WrittenSpan.Parse(WrittenSpan.Text(from, until)).ShouldNotBeNull().In(SchoolStage.JuniorHigh, Calendar).ShouldBe(new SpanDays(from, until, false));
        });
}
