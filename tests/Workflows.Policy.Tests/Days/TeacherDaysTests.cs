using Workflows.Policy.Days;
using static Workflows.Policy.Tests.Days.Ledger;

namespace Workflows.Policy.Tests.Days;

public sealed class TeacherDaysTests
{
    [Theory]
    [InlineData(19, DayStanding.NotMet, DayReason.Missed)]
    [InlineData(20, DayStanding.Met, DayReason.Reached)]
    [InlineData(21, DayStanding.Met, DayReason.Reached)]
    public void Twenty_days_are_enough_when_the_semester_is_over(int days, DayStanding standing, DayReason reason)
    {
        var finding = Judged("2026-07-03", WorkingDays("2026-03-04", days));
        (finding.Standing, finding.Reason, finding.Actual, finding.Required).ShouldBe((standing, reason, days, 20));
    }

    [Theory]
    [InlineData("2026-03-03", 0)]
    [InlineData("2026-03-04", 1)]
    [InlineData("2026-07-02", 1)]
    [InlineData("2026-07-03", 0)]
    public void The_first_and_the_last_day_of_the_semester_still_count(string day, int counted) => Judged("2026-07-10", At(day)).Actual.ShouldBe(counted);

    [Theory]
    [InlineData("2026-04-03", 1)]
    [InlineData("2026-04-06", 0)]
    [InlineData("2026-05-01", 0)]
    [InlineData("2026-05-09", 1)]
    [InlineData("2026-05-16", 1)]
    public void A_public_holiday_never_counts_and_a_make_up_Saturday_does(string day, int counted) => Judged("2026-06-01", At(day)).Actual.ShouldBe(counted);

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public void An_ordinary_weekend_counts_by_the_reading(bool reading, int counted) =>
        TeacherDays.Evaluate(Spring, [At("2026-05-16")], [], Calendar, Numbers with { WeekendsCountForTeachers = reading }, Day("2026-06-01")).Actual.ShouldBe(counted);

    [Fact]
    public void A_day_counts_once_however_many_entries_it_has() =>
        Judged("2026-06-01", At("2026-03-10"), At("2026-03-10", "城东小学"), At("2026-03-10", isHalf: true)).Actual.ShouldBe(1);

    [Theory]
    [InlineData(1, 0.5)]
    [InlineData(2, 1)]
    [InlineData(3, 1)]
    public void Half_days_add_up_to_one_day_and_no_more(int halves, decimal counted) =>
        Judged("2026-06-01", Enumerable.Range(0, halves).Select(n => At("2026-03-10", $"学校{n}", isHalf: true))).Actual.ShouldBe(counted);

    [Fact]
    public void What_waits_for_its_school_is_shown_and_does_not_count()
    {
        var finding = Judged("2026-06-01", At("2026-03-10"), At("2026-03-11", isVerified: false), At("2026-03-10", "城东小学", isVerified: false));
        (finding.Actual, finding.Waiting).ShouldBe((1, 1));
    }

    [Fact]
    public void Enough_that_waits_is_neither_met_nor_missed_even_when_the_semester_is_over()
    {
        var waiting = WorkingDays("2026-03-04", 20).Select(day => day with { IsVerified = false });
        var finding = Judged("2026-07-03", waiting);
        (finding.Standing, finding.Reason, finding.Waiting).ShouldBe((DayStanding.Pending, DayReason.AwaitsSchools, 20));
    }

    [Fact]
    public void Working_days_of_a_placement_count_up_to_today_by_the_reading()
    {
        // Monday to the next Monday: six working days, of which one has an entry and Qingming's Monday is off.
        DayStay[] stays = [new(Day("2026-03-30"), Day("2026-04-30"))];
        var finding = TeacherDays.Evaluate(Spring, [At("2026-03-31")], stays, Calendar, Numbers, Day("2026-04-07"));
        (finding.Actual, finding.PlacementDays).ShouldBe((6, 5));
        TeacherDays.Evaluate(Spring, [At("2026-03-31")], stays, Calendar, Numbers with { PlacementDaysCount = false }, Day("2026-04-07")).Actual.ShouldBe(1);
        TeacherDays.Evaluate(Spring, [], [new(Day("2025-09-01"), null)], Calendar, Numbers, Day("2026-03-05")).Actual.ShouldBe(2, "one that runs counts from the semester's first day");
    }

    [Fact]
    public void Without_a_semester_nothing_is_guessed()
    {
        var finding = TeacherDays.Evaluate(null, [At("2026-03-10")], [], Calendar, Numbers, Day("2026-06-01"));
        (finding.Standing, finding.Reason).ShouldBe((DayStanding.Unknown, DayReason.NoSemester));
        DayWording.Explain(finding).Zh.ShouldContain("补学段");
    }

    // The last working days: 26, 29 and 30 June, 1 and 2 July.
    [Theory]
    [InlineData(15, "2026-06-26", DayReason.Behind)]
    [InlineData(15, "2026-06-27", DayReason.OutOfReach)]
    [InlineData(19, "2026-07-02", DayReason.Behind)]
    [InlineData(19, "2026-07-03", DayReason.Missed)]
    [InlineData(18, "2026-07-02", DayReason.OutOfReach)]
    public void It_can_no_longer_be_reached_when_more_is_missing_than_working_days_are_left(int days, string asOf, DayReason reason) =>
        Judged(asOf, WorkingDays("2026-03-04", days)).Reason.ShouldBe(reason);

    [Fact]
    public void Today_is_no_longer_free_once_it_is_logged()
    {
        var before = WorkingDays("2026-03-04", 18).ToList();
        Judged("2026-07-01", before).Reason.ShouldBe(DayReason.Behind);
        var half = Judged("2026-07-01", [.. before, At("2026-07-01", isHalf: true)]);
        (half.Remaining, half.Missing, half.Reason).ShouldBe((1.5m, 1.5m, DayReason.Behind));
        var sent = Judged("2026-07-02", [.. before, At("2026-07-01", isHalf: true)]);
        (sent.Remaining, sent.Missing, sent.Reason).ShouldBe((1m, 1.5m, DayReason.OutOfReach));
        DayWording.Explain(sent).ShouldBe(new Bilingual(
            "已核实 18.5 天，还缺 1.5 天，到 2026-07-02 还剩 1 个工作日，已来不及达到 20 天",
            "18.5 of 20 days are verified, 1.5 missing, 1 working days left until 2026-07-02: it can no longer be reached"));
    }

    [Fact]
    public void What_waits_is_taken_into_account_before_it_is_called_out_of_reach()
    {
        var entries = WorkingDays("2026-03-04", 19).Select((day, n) => day with { IsVerified = n < 17 });
        var finding = Judged("2026-07-02", entries);
        (finding.Missing, finding.Waiting, finding.Remaining, finding.Reason).ShouldBe((3, 2, 1, DayReason.Behind));
    }

    // 83 working days; 20 days in 83: after 4 of them 0.96... are expected, after 5 of them 1.2..., which is 1.5 in half days.
    [Theory]
    [InlineData("2026-03-04", 0, 0, false)]
    [InlineData("2026-03-10", 4, 1, false)]
    [InlineData("2026-03-11", 5, 1.5, true)]
    public void The_pace_is_linear_over_the_working_days_that_have_passed(string asOf, int passed, decimal expected, bool isBehind)
    {
        var finding = Judged(asOf, At("2026-03-04"));
        (finding.WorkingDays, finding.PassedWorkingDays, finding.Expected, finding.IsBehind).ShouldBe((83, passed, expected, isBehind));
    }

    [Fact]
    public void A_provisional_calendar_is_said()
    {
        var finding = TeacherDays.Evaluate(Spring with { IsProvisional = true }, [], [], Calendar, Numbers, Day("2026-03-10"));
        finding.IsProvisional.ShouldBeTrue();
        DayWording.Explain(finding).Zh.ShouldEndWith("（校历暂定）");
        var autumn = Spring with { First = Day("2026-09-01"), Last = Day("2027-01-29") };
        TeacherDays.Evaluate(autumn, [], [], Calendar, Numbers, Day("2026-09-10")).IsProvisional.ShouldBeTrue("2027's holidays aren't published");
        Judged("2026-03-10").IsProvisional.ShouldBeFalse();
    }
}
