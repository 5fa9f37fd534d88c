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

    // 2026-08-09 is a Sunday: the seventh day moves to Monday the 10th.
    [Theory]
    [InlineData("2026-08-09", "2026-08-10", "2026-08-10")]
    [InlineData("2026-08-10", "2026-08-10", "2026-08-10")]
    [InlineData("2026-08-10", "2026-08-12", "2026-08-12")]
    [InlineData("2026-08-10", "2026-08-15", "2026-08-17")]
    public void A_last_day_that_moved_on_stands_still_under_an_objection_too(string from, string until, string last) =>
        NoticePeriod.LastDay(Day("2026-08-02"), 7, [(Day(from), Day(until))], Calendars.Of2026).ShouldBe(Day(last));

    [Theory]
    [InlineData(7, "2026-08-10")]
    [InlineData(8, "2026-08-11")]
    [InlineData(14, "2026-08-17")]
    [InlineData(15, "2026-08-18")]
    public void The_shortest_and_the_longest_notice_end_when_their_days_are_full(int days, string last) =>
        NoticePeriod.LastDay(Day("2026-08-03"), days, [], Calendars.Of2026).ShouldBe(Day(last));

    [Theory]
    [InlineData("2026-08-03", 0)]
    [InlineData("2026-08-04", 1)]
    [InlineData("2026-08-09", 6)]
    [InlineData("2026-08-10", 7)]
    [InlineData("2026-08-11", 7)]
    public void The_days_are_counted_from_the_day_after_posting_to_the_last(string today, int counted) =>
        NoticePeriod.DaysCounted(Day("2026-08-03"), 7, [], Day(today)).ShouldBe(counted);

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

    [Fact]
    public void On_its_last_day_all_days_are_counted_and_none_of_them_stood_still() =>
        Notices.Sample((posted, days, pauses) =>
        {
            var last = NoticePeriod.LastDay(posted, days, pauses, Calendars.Of2026)!.Value;
            var counted = Enumerable.Range(1, last.DayNumber - posted.DayNumber).Select(posted.AddDays)
                .Count(day => !pauses.Any(pause => pause.From <= day && day < pause.Until));
            return counted >= days
                && NoticePeriod.DaysCounted(posted, days, pauses, last) == days
                && Calendars.Of2026.IsWorkingDay(last)
                && !pauses.Any(pause => pause.From <= last && last < pause.Until);
        });

    [Fact]
    public void It_is_not_a_day_longer_than_its_days_its_pauses_and_the_days_off_ask_for() =>
        Notices.Sample((posted, days, pauses) =>
        {
            var last = NoticePeriod.LastDay(posted, days, pauses, Calendars.Of2026)!.Value;
            // Of the days from the one that completes the count on, only the last is a working day without an objection.
            var completes = Enumerable.Range(1, 400).Select(posted.AddDays)
                .First(day => NoticePeriod.DaysCounted(posted, days, pauses, day) == days);
            return Enumerable.Range(0, last.DayNumber - completes.DayNumber).Select(completes.AddDays)
                .All(day => !Calendars.Of2026.IsWorkingDay(day) || pauses.Any(pause => pause.From <= day && day < pause.Until));
        });

    [Fact]
    public void One_more_objection_never_makes_it_shorter() =>
        Gen.Select(Notices, Gen.Int[0, 40], Gen.Int[0, 15]).Sample((notice, at, length) =>
        {
            var (posted, days, pauses) = notice;
            var more = (posted.AddDays(at), (DateOnly?)posted.AddDays(at + length));
            return NoticePeriod.LastDay(posted, days, [.. pauses, more], Calendars.Of2026)
                >= NoticePeriod.LastDay(posted, days, pauses, Calendars.Of2026);
        });

    [Fact]
    public void An_objection_handled_on_the_day_it_came_changes_nothing() =>
        Gen.Select(Notices, Gen.Int[0, 40]).Sample((notice, at) =>
        {
            var (posted, days, pauses) = notice;
            var day = posted.AddDays(at);
            return NoticePeriod.LastDay(posted, days, [.. pauses, (day, day)], Calendars.Of2026)
                == NoticePeriod.LastDay(posted, days, pauses, Calendars.Of2026);
        });

    /// <summary>Notices of 7 to 15 days, posted on any day of 2026's first nine months, with up to three handled objections.</summary>
    private static Gen<(DateOnly Posted, int Days, (DateOnly From, DateOnly? Until)[] Pauses)> Notices { get; } =
        from offset in Gen.Int[0, 270]
        from days in Gen.Int[7, 15]
        from pauses in Gen.Select(Gen.Int[0, 30], Gen.Int[0, 12]).Array[0, 3]
        let posted = new DateOnly(2026, 1, 1).AddDays(offset)
        select (posted, days, pauses.Select(one => (posted.AddDays(one.Item1), (DateOnly?)posted.AddDays(one.Item1 + one.Item2))).ToArray());

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", null);
}
