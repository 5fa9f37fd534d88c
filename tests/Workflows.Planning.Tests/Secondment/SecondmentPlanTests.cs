using System.Collections.Immutable;
using Workflows.Planning.Secondment;
using Workflows.Policy.Semesters;

namespace Workflows.Planning.Tests.Secondment;

public sealed class SecondmentPlanTests
{
    [Fact]
    public void Whoever_isn_t_due_within_the_plan_stays() =>
        Problems.Of(2, Problems.Teacher("A", 1), Problems.Teacher("B", 2), Problems.Teacher("C", null)).At(Problems.Host("X", 3)).Solve()
            .Assignments.Select(one => one.TeacherId).ShouldBe(["A"]);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    public void The_last_feasible_semester_still_counts_and_the_slack_says_what_was_left(int last, int most)
    {
        var plan = Problems.Of(3, Problems.Teacher("A", last)).At(Problems.Host("X")).Solve();
        plan.Status.ShouldBe(PlanStatus.Optimal);
        var semester = plan.Assignments.Single().Semester;
        semester.ShouldBeLessThanOrEqualTo(most);
        var due = plan.Rules.Single(rule => rule.Rule.Kind is PlanRuleKind.LastFeasible);
        (due.Clause, due.Limit, due.Actual, due.Slack).ShouldBe(("R12", last, semester, last - semester));
    }

    [Fact]
    public void Who_is_overdue_goes_at_the_first_semester_possible_and_that_is_a_finding_no_conflict()
    {
        var plan = Problems.Of(3, Problems.Teacher("A", -2), Problems.Teacher("B", -1).NotIn(0)).At(Problems.Host("X", 1, 40)).Solve();
        plan.Status.ShouldBe(PlanStatus.Optimal);
        plan.Lines().ShouldBe(["A@0:X", "B@1:X"]);
        plan.Rules.Where(rule => rule.Rule.Kind is PlanRuleKind.LastFeasible).Select(rule => rule.Slack).ShouldBe([-2, -2]);
        plan.Cost!.OverdueSemesters.ShouldBe(1);
        plan.Assignments[0].Reasons[0].Zh.ShouldBe("已逾期，尽早派出");
    }

    [Fact]
    public void Of_two_overdue_people_and_one_place_one_waits_and_wishes_and_distance_never_make_both_wait()
    {
        var teachers = new[] { "A", "B" }.Select(id => Problems.Teacher(id, -1) with { Wishes = [new Wish(2, "Y")] }).ToArray();
        var plan = Problems.Of(3, teachers).At(Problems.Host("X", 1, 99), Problems.Host("Y", 0)).Solve();
        plan.Assignments.Select(one => one.Semester).ShouldBe([0, 1]);
        plan.Cost!.OverdueSemesters.ShouldBe(1);
    }

    [Fact]
    public void The_last_teacher_of_a_subject_stays()
    {
        var plan = Problems.Of(2, Problems.Teacher("A", 1), Problems.Teacher("B", 1)).At(Problems.Host("X", 2)).Covered(2).Solve();
        plan.Status.ShouldBe(PlanStatus.Optimal);
        plan.Assignments.Select(one => one.Semester).ShouldBe([0, 1]);
        plan.Rules.Where(rule => rule.Rule.Kind is PlanRuleKind.SubjectCover).ShouldAllBe(rule => rule.Slack == 0 && rule.Clause == "R01");
    }

    [Fact]
    public void Decisions_are_kept_and_named_as_the_reason()
    {
        var pinned = Problems.Teacher("A", 2) with { Pins = [new Pin(1, "Y")] };
        var anywhen = Problems.Teacher("B", 2) with { Pins = [new Pin(null, "Y")] };
        var plan = Problems.Of(3, pinned, anywhen).At(Problems.Host("X", 9), Problems.Host("Y", 1, 50)).Solve();
        plan.Assignments.Single(one => one.TeacherId == "A").ShouldSatisfyAllConditions(
            one => (one.Semester, one.HostId).ShouldBe((1, "Y")), one => one.Reasons[0].Zh.ShouldBe("已有决定"));
        plan.Assignments.Single(one => one.TeacherId == "B").ShouldSatisfyAllConditions(one => one.HostId.ShouldBe("Y"), one => one.Semester.ShouldNotBe(1));
        plan.Rules.Where(rule => rule.Rule.Kind is PlanRuleKind.Pin).ShouldAllBe(rule => rule.Slack == 0);
    }

    [Fact]
    public void Nobody_goes_to_a_school_of_this_cycle_again_however_near_it_is() =>
        Problems.Of(1, Problems.Teacher("A", 0) with { PastHosts = ["X"] }).At(Problems.Host("X"), Problems.Host("Y", 1, 80)).Solve().Lines().ShouldBe(["A@0:Y"]);

    [Fact]
    public void Who_carried_much_before_goes_near_now()
    {
        var plan = Problems.Of(1, Problems.Teacher("A", 0), Problems.Teacher("B", 0) with { PastBurden = 60 }).At(Problems.Host("X", 1, 5), Problems.Host("Y", 1, 40)).Solve();
        plan.Lines().ShouldBe(["A@0:Y", "B@0:X"]);
    }

    [Fact]
    public void A_wish_of_first_rank_goes_before_one_of_second()
    {
        var first = Problems.Teacher("A", 0) with { Wishes = [new Wish(null, "Y"), new Wish(null, "X")] };
        var second = Problems.Teacher("B", 0) with { Wishes = [new Wish(null, "Y")] };
        var plan = Problems.Of(1, first, second).At(Problems.Host("X"), Problems.Host("Y")).Solve();
        plan.Lines().ShouldBe(["A@0:X", "B@0:Y"]);
        plan.Assignments.Select(one => one.Reasons[^2].Zh).ShouldBe(["符合本人第 2 志愿", "符合本人第 1 志愿"]);
        plan.Assignments[1].Reasons[^2].En.ShouldBe("wish no. 1");
    }

    [Fact]
    public void People_are_spread_evenly_over_the_semesters_with_those_who_are_away_anyway()
    {
        var teachers = Enumerable.Range(0, 4).Select(n => Problems.Teacher($"{n}", 2)).ToArray();
        var plan = (Problems.Of(3, teachers).At(Problems.Host("X", 9)) with { AlreadyAway = [2, 0, 0] }).Solve();
        Enumerable.Range(0, 3).Select(semester => plan.Assignments.Count(one => one.Semester == semester)).ShouldBe([0, 2, 2]);
    }

    [Fact]
    public void An_approved_plan_is_kept_where_nothing_speaks_against_it_and_a_change_says_what_it_was()
    {
        var problem = Problems.Of(3, Problems.Teacher("A", 2), Problems.Teacher("B", 2)).At(Problems.Host("X", 1, 30), Problems.Host("Y")) with
        {
            Approved = [new ApprovedLine("A", 1, "X"), new ApprovedLine("B", 2, "Y")],
        };
        problem.Solve().Lines().ShouldBe(["A@1:X", "B@2:Y"]);
        var changed = (problem with { Teachers = [problem.Teachers[0].NotIn(1), problem.Teachers[1]] }).Solve();
        changed.Assignments.ShouldContain(one => one.TeacherId == "B" && one.Semester == 2 && one.HostId == "Y");
        changed.Assignments.Single(one => one.TeacherId == "A").Reasons.ShouldContain(reason => reason.Zh == "已批准的安排有变，原为 2026-2027-2 学校X");
        changed.Cost!.Parts.Changes.ShouldBe(60);
    }

    [Fact]
    public void Who_goes_early_is_due_again_within_a_long_plan()
    {
        var early = Problems.Teacher("A", 0) with { NextDue = [2, 3, 4, 5] };
        var plan = Problems.Of(4, early).At(Problems.Host("X"), Problems.Host("Y")).Solve();
        plan.Assignments.Length.ShouldBe(2);
        plan.Assignments[1].Semester.ShouldBeInRange(1, 2);
        plan.Assignments[1].Reasons[0].En.ShouldBe("due again by 2027-2028-1");
        plan.Assignments.Select(one => one.HostId).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public void A_school_whose_semester_ends_later_may_be_in_time_one_semester_less()
    {
        var teacher = Problems.Teacher("A", 1) with { LastFeasibleAt = ImmutableDictionary<SchoolStage, int>.Empty.Add(SchoolStage.SeniorHigh, 0) };
        var senior = Problems.Host("X") with { Stage = SchoolStage.SeniorHigh };
        Problems.Of(2, teacher.NotIn(0)).At(senior, Problems.Host("Y", 1, 90)).Solve().Lines().ShouldBe(["A@1:Y"]);
        Problems.Of(2, teacher.NotIn(0)).At(senior).Solve().Status.ShouldBe(PlanStatus.Infeasible);
    }

    [Fact]
    public void Every_reason_is_told_the_deadline_the_only_one_free_the_distance()
    {
        var teacher = Problems.Teacher("A", 1) with { DueBy = new DateOnly(2027, 7, 2), Stage = SchoolStage.JuniorHigh };
        Problems.Of(2, teacher).At(Problems.Host("X", 1, 12) with { IsRural = true }).Solve().Assignments.Single().Reasons.Select(reason => reason.Zh).ShouldBe(
            ["最迟 2026-2027-2（应在 2027-07-02 前完成）", "该学期可派的数学教师只有此人", "距离 12 公里，乡村学校，学段不同"]);
    }

    [Fact]
    public void Floors_of_the_structure_are_told_with_what_is_left()
    {
        var plan = (Problems.Of(1, Problems.Teacher("A", 0)).At(Problems.Host("X")) with
        {
            Floors = [new StructureFloor("R02", 0, 33, 35, 90), new StructureFloor("R04", 0, 33, 40, 85)],
        }).Solve();
        plan.Status.ShouldBe(PlanStatus.Optimal);
        plan.Rules.Where(rule => rule.Rule.Kind is PlanRuleKind.StructureFloor).Select(rule => (rule.Clause, rule.Limit, rule.Slack)).ShouldBe([("R02", 32, 1), ("R04", 34, -1)]);
    }

    [Fact]
    public void With_nobody_due_the_plan_is_empty_and_costs_nothing()
    {
        var plan = Problems.Of(2, Problems.Teacher("A", 2)).At(Problems.Host("X")).Solve();
        (plan.Status, plan.Assignments.Length, plan.Cost!.Objective).ShouldBe((PlanStatus.Optimal, 0, 0));
    }

    [Fact]
    public void A_problem_that_contradicts_itself_is_a_bug_of_its_maker()
    {
        Should.Throw<ArgumentException>(() => Problems.Of(1, Problems.Teacher("A", 0), Problems.Teacher("A", 0)).Solve()).Message.ShouldContain("two teachers");
        Should.Throw<ArgumentException>(() => Problems.Of(1, Problems.Teacher("A", 0) with { Pins = [new Pin(0, "X")] }).Solve()).Message.ShouldContain("unknown");
    }
}
