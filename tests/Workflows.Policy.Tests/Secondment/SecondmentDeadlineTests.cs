using Workflows.Policy.Secondment;
using Workflows.Policy.Semesters;

namespace Workflows.Policy.Tests.Secondment;

/// <summary>By when somebody must have been at a school, under each reading.</summary>
public sealed class SecondmentDeadlineTests
{
    private static readonly Teacher New = new();
    private static readonly Teacher Once = New.After(Teacher.AutumnOf2022);

    [Theory]
    [InlineData("2025-05-31", FindingResult.Met, SecondmentReason.FirstNotDue)]
    [InlineData("2025-06-01", FindingResult.Met, SecondmentReason.FirstNotDue)]
    [InlineData("2025-06-02", FindingResult.NotMet, SecondmentReason.Overdue)]
    public void Who_was_never_away_has_three_years_from_the_anchor_and_that_day_still_counts(string day, FindingResult result, SecondmentReason reason)
    {
        foreach (var reading in Enum.GetValues<CycleReading>())
        {
            var finding = New.Under(reading).On(day);
            (finding.Result, finding.Reason, finding.DependsOnReading).ShouldBe((result, reason, false));
            finding.Due!.CountedFrom.ShouldBe(new DateOnly(2022, 6, 1));
            finding.Due.DueBy.ShouldBe(new DateOnly(2025, 6, 1));
        }
    }

    [Theory]
    [InlineData("2026-02-05", FindingResult.Met)]
    [InlineData("2026-02-06", FindingResult.Met)]
    [InlineData("2026-02-07", FindingResult.NotMet)]
    public void By_default_three_years_run_from_the_end_of_the_last_placement(string day, FindingResult result)
    {
        var finding = Once.On(day);
        finding.Result.ShouldBe(result);
        finding.Reason.ShouldBe(result is FindingResult.Met ? SecondmentReason.InTime : SecondmentReason.Overdue);
        finding.Due!.CountedFrom.ShouldBe(new DateOnly(2023, 2, 6));
        finding.Due.DueBy.ShouldBe(new DateOnly(2026, 2, 6));
    }

    [Theory]
    [InlineData("2025-08-31", FindingResult.Met)]
    [InlineData("2025-09-01", FindingResult.Met)]
    [InlineData("2025-09-02", FindingResult.NotMet)]
    public void Strict_rolling_counts_from_the_start_of_the_semester_since_every_three_years_must_hold_a_whole_one(string day, FindingResult result)
    {
        var finding = Once.Under(CycleReading.RollingWindow).On(day);
        finding.Result.ShouldBe(result);
        finding.Due!.CountedFrom.ShouldBe(new DateOnly(2022, 9, 1));
    }

    [Theory]
    [InlineData("2028-05-31", FindingResult.Met)]
    [InlineData("2028-06-01", FindingResult.Met)]
    [InlineData("2028-06-02", FindingResult.NotMet)]
    public void Fixed_cycles_ask_once_in_each_three_years_of_the_anchor(string day, FindingResult result)
    {
        var finding = Once.Under(CycleReading.FixedCycles).On(day);
        finding.Result.ShouldBe(result);
        finding.Due!.CountedFrom.ShouldBe(new DateOnly(2025, 6, 1));
    }

    [Theory]
    [InlineData("2020-02-07", "2026-02-07", "ends a day before the cycle does")]
    [InlineData("2020-02-06", "2026-02-06", "ends with the cycle")]
    [InlineData("2020-02-05", "2029-02-05", "ends a day into the next cycle")]
    public void A_semester_serves_the_fixed_cycle_that_it_ends_in(string anchor, string due, string because) =>
        (Once with { Anchor = DateOnly.Parse(anchor, null) }).Under(CycleReading.FixedCycles).On("2025-01-01")
            .Due!.DueBy.ShouldBe(DateOnly.Parse(due, null), because);

    [Theory]
    [InlineData("2025-09-01", false)]
    [InlineData("2025-09-02", true)]
    [InlineData("2026-02-06", true)]
    [InlineData("2026-02-07", true)]
    [InlineData("2028-06-01", true)]
    [InlineData("2028-06-02", false)]
    public void A_result_that_changes_with_the_reading_says_so(string day, bool depends)
    {
        foreach (var reading in Enum.GetValues<CycleReading>())
            Once.Under(reading).On(day).DependsOnReading.ShouldBe(depends);
    }

    [Fact]
    public void Every_reading_is_shown_with_its_own_deadline() => Once.On("2026-01-01").Variants.ShouldBe(
    [
        new(CycleReading.SinceLastPlacement, false, FindingResult.Met, new DateOnly(2026, 2, 6)),
        new(CycleReading.FixedCycles, false, FindingResult.Met, new DateOnly(2028, 6, 1)),
        new(CycleReading.RollingWindow, false, FindingResult.NotMet, new DateOnly(2025, 9, 1)),
        new(CycleReading.SinceLastPlacement, true, FindingResult.Met, new DateOnly(2026, 2, 6)),
    ]);

    [Theory]
    [InlineData("2024-02-28", "2027-02-28")]
    [InlineData("2024-02-29", "2027-02-28")]
    [InlineData("2024-03-01", "2027-03-01")]
    [InlineData("2025-02-28", "2028-02-28")]
    public void Three_years_from_29_February_end_on_28_February(string anchor, string due) =>
        (New with { Anchor = DateOnly.Parse(anchor, null) }).On("2025-03-01").Due!.DueBy.ShouldBe(DateOnly.Parse(due, null));

    [Fact]
    public void A_fixed_cycle_of_29_February_ends_on_29_February_again_in_a_leap_year() =>
        (New with { Anchor = new DateOnly(2024, 2, 29) }).After(Teacher.Stay("2032-09-01", "2033-02-06")).Under(CycleReading.FixedCycles).On("2033-03-01")
            .Due!.ShouldSatisfyAllConditions(due => due.CountedFrom.ShouldBe(new DateOnly(2033, 2, 28)), due => due.DueBy.ShouldBe(new DateOnly(2036, 2, 29)));

    [Fact]
    public void The_last_feasible_semester_ends_by_the_deadline_and_is_decided_the_lead_time_before_it_begins()
    {
        var due = Once.On("2025-01-01").Due!;
        due.LastFeasible.Name.ShouldBe(new SemesterName(2025, 1));
        due.LastFeasible.Last.ShouldBe(due.DueBy);
        due.DecideBy.ShouldBe(new DateOnly(2025, 7, 3));
    }

    [Fact]
    public void A_placement_that_ended_a_day_earlier_leaves_that_semester_out() =>
        New.After(Teacher.Stay("2022-09-01", "2023-02-05")).On("2025-01-01").Due!.LastFeasible.Name.ShouldBe(new SemesterName(2024, 2));

    [Theory]
    [InlineData(SchoolStage.JuniorHigh, 2)]
    [InlineData(SchoolStage.SeniorHigh, 1)]
    public void The_host_s_calendar_says_which_semester_is_the_last(SchoolStage host, int number)
    {
        // The spring of 2026 ends on 2 July in a junior high school, on 10 July in a senior one.
        var finding = (New with { Stage = host }).After(Teacher.Stay("2023-03-04", "2023-07-05")).On("2025-01-01");
        finding.Due!.DueBy.ShouldBe(new DateOnly(2026, 7, 5));
        finding.Due.LastFeasible.Name.ShouldBe(new SemesterName(2025, number));
    }

    [Fact]
    public void Whether_a_semester_is_still_in_time_depends_on_the_host_s_stage()
    {
        var due = New.After(Teacher.Stay("2023-03-04", "2023-07-05")).On("2025-01-01").Due!;
        due.Allows(Teacher.EveryYear.Find(SchoolStage.Primary, new(2025, 2))!).ShouldBeTrue();
        due.Allows(Teacher.EveryYear.Find(SchoolStage.SeniorHigh, new(2025, 2))!).ShouldBeFalse();
        due.Allows(Teacher.EveryYear.Find(SchoolStage.SeniorHigh, new(2025, 1))!).ShouldBeTrue();
        due.Allows(Teacher.EveryYear.Find(SchoolStage.Primary, new(2026, 1))!).ShouldBeFalse();
    }

    [Theory]
    [InlineData(SchoolStage.JuniorHigh, "2023-07-02")]
    [InlineData(SchoolStage.SeniorHigh, "2023-07-10")]
    public void A_stay_counts_by_the_semesters_of_the_host_and_not_of_the_teacher_s_own_stage(SchoolStage host, string last)
    {
        var stay = new PlacementFact(new(2023, 2, 26), DateOnly.Parse(last, null), host, PlacementKind.Secondment, true);
        var finding = (New with { Stage = SchoolStage.Primary }).After(stay).On("2024-01-01");
        finding.Completed.ShouldHaveSingleItem().ShouldBe(Teacher.EveryYear.Find(host, new(2022, 2)));
    }

    [Fact]
    public void A_semester_of_before_the_anchor_never_makes_the_deadline_earlier()
    {
        // It began before the person joined: no stretch of three years since then holds it whole.
        var joined = New with { Anchor = new DateOnly(2022, 10, 8) };
        foreach (var reading in Enum.GetValues<CycleReading>())
            joined.After(Teacher.AutumnOf2022).Under(reading).On("2023-03-01").Due!.DueBy.ShouldBeGreaterThanOrEqualTo(new DateOnly(2025, 10, 8));
        joined.After(Teacher.AutumnOf2022).Under(CycleReading.RollingWindow).On("2023-03-01").Due!.CountedFrom.ShouldBe(new DateOnly(2022, 10, 8));
        New.After(Teacher.Stay("2020-09-01", "2021-02-06")).On("2023-03-01").Due!.CountedFrom.ShouldBe(new DateOnly(2022, 6, 1));
    }

    [Fact]
    public void What_is_not_known_is_asked_and_never_guessed()
    {
        var finding = (Once with { Anchor = null }).On("2024-01-01");
        (finding.Result, finding.Reason, finding.Due, finding.DependsOnReading).ShouldBe((FindingResult.Unknown, SecondmentReason.NoAnchor, null, false));
        finding.Variants.ShouldAllBe(variant => variant.Result == FindingResult.Unknown && variant.DueBy == null);

        (Once with { Stage = null }).On("2024-01-01").Reason.ShouldBe(SecondmentReason.NoCalendar);
        (Once with { Calendar = new SemesterCalendar([]) }).On("2024-01-01").Reason.ShouldBe(SecondmentReason.NoCalendar);
    }

    [Fact]
    public void A_host_whose_stage_no_calendar_knows_makes_it_unknown_rather_than_overdue()
    {
        var junior = new SemesterCalendar([SemesterPaper.Parse(
            """{ "schoolYear": "2026-2027", "source": "x", "semesters": [ { "number": 1, "stage": "初中", "first": "2026-09-01", "last": "2027-01-29" } ] }""", "x")]);
        var stay = Teacher.AutumnOf2022 with { Stage = SchoolStage.SeniorHigh };
        (New with { Calendar = junior }).After(stay).On("2026-12-01").Reason.ShouldBe(SecondmentReason.NoCalendar);
        (New with { Calendar = junior }).On("2026-12-01").Reason.ShouldBe(SecondmentReason.Overdue);
    }

    [Fact]
    public void A_deadline_that_rests_on_an_unpublished_year_is_provisional()
    {
        (Once with { Calendar = Teacher.OneYear }).On("2025-01-01").Due!.IsProvisional.ShouldBeFalse();
        New.After(Teacher.Stay("2023-03-01", "2023-07-05")).ShouldSatisfyAllConditions(
            teacher => (teacher with { Calendar = Teacher.OneYear }).On("2026-01-01").Due!.IsProvisional.ShouldBeFalse(),
            teacher => (teacher with { Calendar = Teacher.OneYear, Anchor = new DateOnly(2024, 9, 1) }).On("2026-01-01").Due!.IsProvisional.ShouldBeTrue());
    }

    [Fact]
    public void Every_reason_is_a_sentence_in_both_languages()
    {
        foreach (var finding in new[]
        {
            New.On("2024-01-01"), New.On("2025-06-02"), Once.On("2024-01-01"), Once.On("2026-02-07"), (New with { Anchor = null }).On("2024-01-01"),
            (New with { Stage = null }).On("2024-01-01"), New.ExemptIn("2024-2025-2").On("2025-03-04"),
        })
        {
            SecondmentWording.Explain(finding).Zh.ShouldNotBeNullOrWhiteSpace();
            SecondmentWording.Explain(finding).En.ShouldNotBeNullOrWhiteSpace();
        }

        SecondmentWording.Explain(Once.On("2024-01-01")).Zh.ShouldBe("已完成 2022-2023-1（初中），应在 2026-02-06（含当日）以前完成一个学期，最迟安排 2025-2026-1");
    }
}
