using Workflows.Policy.Secondment;
using Workflows.Policy.Semesters;

namespace Workflows.Policy.Tests.Secondment;

/// <summary>Which stays complete a semester, and what an exemption does.</summary>
public sealed class SecondmentStayTests
{
    private static readonly Teacher New = new();

    [Theory]
    [InlineData(PlacementKind.Secondment)]
    [InlineData(PlacementKind.ConcurrentTeaching)]
    public void A_secondment_and_concurrent_teaching_over_a_whole_semester_count(PlacementKind kind) =>
        Names(New.After(Teacher.AutumnOf2022 with { Kind = kind })).ShouldBe(["2022-2023-1"]);

    [Fact]
    public void Concurrent_teaching_over_half_a_semester_does_not_count() =>
        Names(New.After(Teacher.Stay("2022-11-14", "2023-02-06") with { Kind = PlacementKind.ConcurrentTeaching })).ShouldBeEmpty();

    [Fact]
    public void Support_teaching_alone_does_not_count_and_the_verdict_says_that_another_reading_differs()
    {
        var teacher = New.After(Teacher.AutumnOf2022 with { Kind = PlacementKind.SupportTeaching });
        var finding = teacher.On("2025-06-02");
        finding.Completed.ShouldBeEmpty();
        finding.Result.ShouldBe(FindingResult.NotMet);
        finding.DependsOnReading.ShouldBeTrue();

        var switched = (teacher with { Policy = teacher.Policy with { SupportTeachingCounts = true } }).On("2025-06-02");
        switched.Result.ShouldBe(FindingResult.Met);
        switched.DependsOnReading.ShouldBeTrue();
    }

    [Fact]
    public void Support_teaching_that_is_also_recorded_as_a_secondment_counts() =>
        Names(New.After(Teacher.AutumnOf2022 with { Kind = PlacementKind.SupportTeaching }, Teacher.AutumnOf2022)).ShouldBe(["2022-2023-1"]);

    [Fact]
    public void A_stay_that_was_broken_off_or_still_runs_does_not_count()
    {
        Names(New.After(Teacher.AutumnOf2022 with { IsCompleted = false })).ShouldBeEmpty();
        Names(New.After(Teacher.AutumnOf2022 with { Last = null })).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2023-02-05", 0)]
    [InlineData("2023-02-06", 1)]
    [InlineData("2023-02-07", 1)]
    public void A_stay_is_not_completed_before_its_last_day(string day, int completed) =>
        New.After(Teacher.AutumnOf2022).On(day).Completed.Length.ShouldBe(completed);

    [Theory]
    [InlineData("2022-09-10", "2023-02-06", true)]
    [InlineData("2022-09-11", "2023-02-06", true)]
    [InlineData("2022-09-12", "2023-02-06", false)]
    [InlineData("2022-09-01", "2023-01-28", true)]
    [InlineData("2022-09-01", "2023-01-27", true)]
    [InlineData("2022-09-01", "2023-01-26", false)]
    public void Ten_days_at_either_end_are_forgiven_and_an_eleventh_is_not(string from, string last, bool counts) =>
        New.After(Teacher.Stay(from, last)).On("2024-01-01").Completed.Any().ShouldBe(counts);

    [Theory]
    [InlineData("2022-09-01", "2023-01-31", SchoolStage.JuniorHigh, "2022-2023-1")]
    [InlineData("2023-03-01", "2023-06-30", SchoolStage.JuniorHigh, "2022-2023-2")]
    [InlineData("2023-03-01", "2023-06-30", SchoolStage.SeniorHigh, "2022-2023-2")]
    [InlineData("2022-09-01", "2023-07-31", SchoolStage.JuniorHigh, "2022-2023-1 2022-2023-2")]
    [InlineData("2022-09-01", "2022-12-31", SchoolStage.JuniorHigh, "")]
    public void A_stay_written_in_months_counts_the_semesters_that_it_spans(string from, string last, SchoolStage stage, string semesters) =>
        Names(New.After(Teacher.Stay(from, last) with { Stage = stage })).ShouldBe(semesters.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    [Fact]
    public void A_stay_of_two_semesters_completes_both_and_the_years_run_from_its_end()
    {
        var teacher = New.After(Teacher.Stay("2022-09-01", "2023-07-02"));
        Names(teacher).ShouldBe(["2022-2023-1", "2022-2023-2"]);
        teacher.On("2024-01-01").Due!.DueBy.ShouldBe(new DateOnly(2026, 7, 2));
        teacher.Under(CycleReading.RollingWindow).On("2024-01-01").Due!.DueBy.ShouldBe(new DateOnly(2026, 3, 4));
    }

    [Theory]
    [InlineData("2023-02-13", "2023-06-30")]
    [InlineData("2023-04-03", "2023-07-02")]
    public void In_a_year_whose_calendar_is_a_guess_thirty_days_are_forgiven(string from, string last) =>
        Names((New with { Calendar = Teacher.OneYear }).After(Teacher.Stay(from, last))).ShouldBe(["2022-2023-2"]);

    [Fact]
    public void A_real_autumn_that_ended_early_before_the_spring_festival_counts_in_a_guessed_year() =>
        Names((New with { Calendar = Teacher.OneYear }).After(Teacher.Stay("2022-09-01", "2023-01-13"))).ShouldBe(["2022-2023-1"]);

    [Fact]
    public void A_whole_semester_is_missing_from_a_guessed_year_as_from_any_other() =>
        Names((New with { Calendar = Teacher.OneYear }).After(Teacher.Stay("2023-04-04", "2023-07-02"))).ShouldBeEmpty();

    [Theory]
    [InlineData("2025-03-03", SecondmentReason.FirstNotDue)]
    [InlineData("2025-03-04", SecondmentReason.Exempt)]
    [InlineData("2025-07-02", SecondmentReason.Exempt)]
    [InlineData("2025-07-03", SecondmentReason.Overdue)]
    public void An_exemption_of_a_semester_holds_on_its_days_only(string day, SecondmentReason reason) =>
        New.ExemptIn("2024-2025-2").On(day).Reason.ShouldBe(reason);

    [Fact]
    public void An_exemption_of_the_last_feasible_semester_moves_the_deadline_to_the_end_of_the_next()
    {
        New.On("2024-01-01").Due!.LastFeasible.Name.ShouldBe(new SemesterName(2024, 1));
        var due = New.ExemptIn("2024-2025-1").On("2024-01-01").Due!;
        due.LastFeasible.Name.ShouldBe(new SemesterName(2024, 2));
        due.DueBy.ShouldBe(new DateOnly(2025, 7, 2));
        New.ExemptIn("2024-2025-1").On("2025-07-02").Result.ShouldBe(FindingResult.Met);
        New.ExemptIn("2024-2025-1").On("2025-07-03").Result.ShouldBe(FindingResult.NotMet);
    }

    [Fact]
    public void Exemptions_in_a_row_move_it_to_the_first_semester_without_one() =>
        New.ExemptIn("2024-2025-2", "2024-2025-1", "2025-2026-1").On("2024-01-01").Due!.LastFeasible.Name.ShouldBe(new SemesterName(2025, 2));

    [Fact]
    public void An_exemption_of_an_earlier_semester_changes_no_deadline() =>
        New.ExemptIn("2023-2024-1").On("2024-03-01").Due!.DueBy.ShouldBe(new DateOnly(2025, 6, 1));

    [Fact]
    public void While_an_open_ended_exemption_stands_nothing_is_due()
    {
        var finding = (New with { Exemptions = [new ExemptionFact(null, "重病")] }).On("2030-01-01");
        (finding.Result, finding.Reason, finding.Due, finding.DependsOnReading).ShouldBe((FindingResult.Met, SecondmentReason.Exempt, null, false));
        finding.Exemption!.Reason.ShouldBe("重病");
        finding.Variants.ShouldAllBe(variant => variant.DueBy == null);
        SecondmentWording.Explain(finding).Zh.ShouldBe("豁免：重病");
    }

    [Fact]
    public void The_stage_with_autumns_only_still_has_a_next_semester()
    {
        var autumns = new SemesterCalendar([SemesterPaper.Parse(
            """{ "schoolYear": "2026-2027", "source": "x", "semesters": [ { "number": 1, "stage": "初中", "first": "2026-09-01", "last": "2027-01-29" } ] }""", "x")]);
        var due = (New with { Calendar = autumns }).ExemptIn("2024-2025-1").On("2024-01-01").Due!;
        due.LastFeasible.Name.ShouldBe(new SemesterName(2025, 1));
    }

    private static IEnumerable<string> Names(Teacher teacher) => teacher.On("2024-01-01").Completed.Select(semester => $"{semester.Name}");
}
