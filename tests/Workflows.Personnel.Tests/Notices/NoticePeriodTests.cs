using CsCheck;
using Workflows.Personnel.Notices;
using Workflows.Personnel.Tests.Calendar;

namespace Workflows.Personnel.Tests.Notices;

/// <summary>The days of a public notice (Civil Code Art. 201 and 203).</summary>
public sealed class NoticePeriodTests
{
    [Theory]
    [InlineData("2026-08-03", 7, "2026-08-10")]
    [InlineData("2026-08-02", 7, "2026-08-10")]
    [InlineData("2026-08-01", 7, "2026-08-10")]
    [InlineData("2026-07-31", 7, "2026-08-07")]
    [InlineData("2026-09-24", 7, "2026-10-08")]
    [InlineData("2026-10-03", 7, "2026-10-10")]
    public void The_day_of_posting_does_not_count_and_a_last_day_off_moves_on(string posted, int days, string last) =>
        NoticePeriod.LastDay(Day(posted), days, [], Calendars.Of2026).ShouldBe(Day(last));

    [Fact]
    public void An_open_objection_leaves_the_end_open() =>
        NoticePeriod.LastDay(Day("2026-08-03"), 7, [(Day("2026-08-05"), null)], Calendars.Of2026).ShouldBeNull();

    [Theory]
    [InlineData("2026-08-05", "2026-08-05", "2026-08-10")]
    [InlineData("2026-08-05", "2026-08-06", "2026-08-11")]
    [InlineData("2026-08-05", "2026-08-07", "2026-08-12")]
    public void Days_under_an_objection_do_not_count_and_the_day_of_handling_does(string from, string until, string last) =>
        NoticePeriod.LastDay(Day("2026-08-03"), 7, [(Day(from), Day(until))], Calendars.Of2026).ShouldBe(Day(last));

    [Fact]
    public void Two_objections_on_the_same_days_pause_once() =>
        NoticePeriod.LastDay(Day("2026-08-03"), 7,
            [(Day("2026-08-05"), Day("2026-08-07")), (Day("2026-08-05"), Day("2026-08-07"))], Calendars.Of2026).ShouldBe(Day("2026-08-12"));

    [Fact]
    public void A_notice_never_ends_early_and_always_on_a_working_day() =>
        Gen.Select(Gen.Int[0, 300], Gen.Int[7, 15], Gen.Int[1, 20], Gen.Int[0, 20]).Sample((offset, days, at, length) =>
        {
            var posted = new DateOnly(2026, 1, 1).AddDays(offset);
            var pause = (posted.AddDays(at), (DateOnly?)posted.AddDays(at + length));
            var plain = NoticePeriod.LastDay(posted, days, [], Calendars.Of2026)!.Value;
            var paused = NoticePeriod.LastDay(posted, days, [pause], Calendars.Of2026)!.Value;
            return plain >= posted.AddDays(days) && paused >= plain && Calendars.Of2026.IsWorkingDay(paused);
        });

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", null);
}
