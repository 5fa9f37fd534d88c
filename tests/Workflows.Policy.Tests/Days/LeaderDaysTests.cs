using Workflows.Policy.Days;
using static Workflows.Policy.Tests.Days.Ledger;

namespace Workflows.Policy.Tests.Days;

public sealed class LeaderDaysTests
{
    [Theory]
    [InlineData("2026-01-04", 1)]
    [InlineData("2026-02-14", 1)]
    [InlineData("2026-02-28", 1)]
    [InlineData("2026-02-16", 0)]
    [InlineData("2026-05-16", 0)]
    [InlineData("2026-05-15", 1)]
    public void A_make_up_day_is_a_working_day_and_a_holiday_or_plain_weekend_never_is(string day, int counted) =>
        Days(2026, "2026-06-01", At(day)).Actual.ShouldBe(counted);

    [Theory]
    [InlineData("2025-12-31", 2026, 0)]
    [InlineData("2026-01-05", 2026, 1)]
    [InlineData("2026-12-31", 2026, 1)]
    [InlineData("2027-01-04", 2026, 0)]
    [InlineData("2027-01-04", 2027, 1)]
    [InlineData("2026-12-31", 2027, 0)]
    public void The_calendar_year_counts_from_its_first_day_to_its_last(string day, int year, int counted) =>
        Days(year, "2027-02-01", At(day)).Actual.ShouldBe(counted);

    [Theory]
    [InlineData(19, DayReason.Missed)]
    [InlineData(20, DayReason.Reached)]
    public void Twenty_working_days_are_enough(int days, DayReason reason) => Days(2026, "2027-01-01", WorkingDays("2026-03-04", days)).Reason.ShouldBe(reason);

    [Theory]
    [InlineData(9, DayReason.Missed)]
    [InlineData(10, DayReason.Reached)]
    public void Ten_sessions_are_enough(int sessions, DayReason reason) =>
        Sessions("2027-01-01", WorkingDays("2026-03-04", sessions).Select(day => day with { IsSession = true })).Reason.ShouldBe(reason);

    [Fact]
    public void A_session_is_one_school_on_one_day_however_it_is_entered()
    {
        var finding = Sessions("2026-06-01", At("2026-03-10", isSession: true, isHalf: true), At("2026-03-10", isSession: true), At("2026-03-10", "城东小学", isSession: true), At("2026-03-11"));
        finding.Actual.ShouldBe(2);
        Sessions("2026-06-01", At("2026-05-01", isSession: true)).Actual.ShouldBe(0, "a public holiday never counts");
        Sessions("2026-06-01", At("2026-05-16", isSession: true)).Actual.ShouldBe(1, "the clause asks for sessions, not for working days");
    }

    [Theory]
    [InlineData(true, 2)]
    [InlineData(false, 1)]
    public void One_event_serves_both_clauses_by_the_reading(bool reading, int days)
    {
        DayFact[] entries = [At("2026-03-10", isSession: true), At("2026-03-11", isSession: true), At("2026-03-11", "城东小学")];
        var policy = Numbers with { SessionsAreSchoolDays = reading };
        LeaderDays.AtSchools(2026, entries, Calendar, policy, Day("2026-06-01")).Actual.ShouldBe(days);
        LeaderDays.Sessions(2026, entries, Calendar, policy, Day("2026-06-01")).Actual.ShouldBe(2);
    }

    [Fact]
    public void Sessions_are_expected_in_whole_numbers()
    {
        var finding = Sessions("2026-07-01", At("2026-03-10", isSession: true));
        finding.Expected.ShouldBe(decimal.Truncate(finding.Expected));
        (finding.Expected, finding.Reason).ShouldBe((5, DayReason.Behind));
        DayWording.Explain(finding).Zh.ShouldStartWith("已核实 1 次，按进度应有 5 次，进度落后；还缺 9 次");
    }

    [Fact]
    public void A_year_without_a_holiday_notice_is_provisional() => Days(2027, "2027-02-01").IsProvisional.ShouldBeTrue();

    private static DayFinding Days(int year, string asOf, params IEnumerable<DayFact> entries) => LeaderDays.AtSchools(year, entries, Calendar, Numbers, Day(asOf));

    private static DayFinding Sessions(string asOf, params IEnumerable<DayFact> entries) => LeaderDays.Sessions(2026, entries, Calendar, Numbers, Day(asOf));
}
