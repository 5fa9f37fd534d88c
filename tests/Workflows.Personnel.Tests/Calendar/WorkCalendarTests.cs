using CsCheck;
using Workflows.Personnel.Calendar;

namespace Workflows.Personnel.Tests.Calendar;

/// <summary>Working days by the holiday notice of 2026.</summary>
public sealed class WorkCalendarTests
{
    private static readonly WorkCalendar Office = Calendars.Of2026;

    [Theory]
    [InlineData("2026-09-30", true)]
    [InlineData("2026-10-01", false)]
    [InlineData("2026-10-07", false)]
    [InlineData("2026-10-08", true)]
    [InlineData("2026-10-10", true)]
    [InlineData("2026-10-11", false)]
    public void National_Day_is_off_and_its_make_up_Saturday_is_worked(string day, bool works) =>
        Office.IsWorkingDay(DateOnly.Parse(day, null)).ShouldBe(works);

    [Fact]
    public void A_day_off_moves_to_the_next_working_day() =>
        Office.WorkingDayOnOrAfter(new DateOnly(2026, 10, 1)).ShouldBe(new DateOnly(2026, 10, 8));

    [Fact]
    public void Five_working_days_from_a_Monday_end_on_the_next_Monday() =>
        Office.AddWorkingDays(new DateOnly(2026, 8, 3), 5).ShouldBe(new DateOnly(2026, 8, 10));

    [Fact]
    public void A_year_without_a_notice_is_provisional()
    {
        Office.IsProvisional(new DateOnly(2026, 12, 31)).ShouldBeFalse();
        Office.IsProvisional(new DateOnly(2027, 1, 1)).ShouldBeTrue();
    }

    [Fact]
    public void Counting_working_days_lands_on_a_working_day_and_passes_exactly_so_many() =>
        Gen.Select(Gen.Int[0, 600], Gen.Int[1, 40]).Sample((offset, count) =>
        {
            var from = new DateOnly(2026, 1, 1).AddDays(offset);
            var to = Office.AddWorkingDays(from, count);
            var passed = Enumerable.Range(1, to.DayNumber - from.DayNumber).Count(day => Office.IsWorkingDay(from.AddDays(day)));
            return Office.IsWorkingDay(to) && passed == count;
        });
}
