using Workflows.Planning.Secondment;

namespace Workflows.Planning.Tests.Secondment;

/// <summary>Where no plan keeps all rules: which conflict, in words, and what would do.</summary>
public sealed class ConflictTests
{
    [Fact]
    public void The_only_teacher_of_a_subject_can_t_go_and_must()
    {
        var plan = Problems.Of(2, Problems.Teacher("A", 1)).At(Problems.Host("X")).Covered(1).Solve();
        plan.Status.ShouldBe(PlanStatus.Infeasible);
        var conflict = plan.Conflicts.ShouldHaveSingleItem();
        conflict.Rules.Select(one => one.Sentence.Zh).ShouldBe(
        [
            "教师A最迟 2026-2027-2 派出", "2026-2027-1 本校数学教师 1 人，至少留 1 人", "2026-2027-2 本校数学教师 1 人，至少留 1 人",
        ]);
        plan.Relaxations.Select(way => way.Points).ShouldBe([40, 40, 100]);
        plan.Relaxations[2].Waivers.Single().Sentence.Zh.ShouldBe("教师A在本计划期内不派出，登记豁免及原因");
        plan.Assignments.ShouldHaveSingleItem().TeacherId.ShouldBe("A");
        plan.Rules.Where(rule => rule.Slack < 0).Select(rule => rule.Rule.Kind).ShouldBe([PlanRuleKind.SubjectCover]);
    }

    [Fact]
    public void Too_few_places_are_named_with_those_who_need_them_and_one_more_place_is_the_cheapest_way()
    {
        var plan = Problems.Of(1, Problems.Teacher("A", 0), Problems.Teacher("B", 0), Problems.Teacher("C", 0)).At(Problems.Host("X"), Problems.Host("Y")).Solve();
        var conflict = plan.Conflicts.ShouldHaveSingleItem();
        conflict.Rules.Select(one => one.Rule.Kind).ShouldBe(
            [PlanRuleKind.LastFeasible, PlanRuleKind.LastFeasible, PlanRuleKind.LastFeasible, PlanRuleKind.Places, PlanRuleKind.Places]);
        plan.Relaxations[0].Points.ShouldBe(10);
        plan.Relaxations[0].Waivers.ShouldHaveSingleItem().Sentence.En.ShouldEndWith("to take 1 more of 数学 in 2026-2027-1");
        plan.Assignments.Length.ShouldBe(3);
    }

    [Fact]
    public void Nobody_is_asked_to_go_who_can_t_so_going_late_is_proposed()
    {
        var plan = Problems.Of(2, Problems.Teacher("A", 0).NotIn(0)).At(Problems.Host("X")).Solve();
        plan.Conflicts.Single().Rules.Select(one => one.Sentence.Zh).ShouldBe(["教师A最迟 2026-2027-1 派出", "教师A 2026-2027-1 不能派出：病假"]);
        plan.Relaxations[0].Waivers.Single().Sentence.Zh.ShouldBe("教师A逾期派出，不早于期限 2026-2027-1");
        plan.Lines().ShouldBe(["A@1:X"]);
    }

    [Fact]
    public void A_subject_that_no_school_takes_is_one_rule_and_not_one_for_each_school()
    {
        var music = Problems.Teacher("A", 0) with { Subject = "音乐" };
        var plan = Problems.Of(1, music).At(Problems.Host("X"), Problems.Host("Y")).Solve();
        plan.Conflicts.Single().Rules.Select(one => one.Sentence.Zh).ShouldBe(["教师A最迟 2026-2027-1 派出", "只派往登记有音乐接收名额的学校（0 所）"]);
        plan.Relaxations[0].Waivers.Single().Sentence.Zh.ShouldStartWith("请学校");
        plan.Assignments.ShouldHaveSingleItem();
    }

    [Fact]
    public void Each_subject_has_its_own_conflict_and_the_others_are_planned_as_ever()
    {
        var (music, art) = (Problems.Teacher("M", 0) with { Subject = "音乐" }, Problems.Teacher("P", 0) with { Subject = "美术" });
        var plan = Problems.Of(1, Problems.Teacher("A", 0), music, art).At(Problems.Host("X")).Solve();
        plan.Conflicts.Select(conflict => conflict.Subject).ShouldBe(["美术", "音乐"], ignoreOrder: true);
        plan.Assignments.Select(one => one.TeacherId).ShouldBe(["A", "M", "P"]);
    }

    [Fact]
    public void Two_decisions_for_one_place_conflict()
    {
        var teachers = new[] { "A", "B" }.Select(id => Problems.Teacher(id, 0) with { Pins = [new Pin(0, "X")] }).ToArray();
        var plan = Problems.Of(1, teachers).At(Problems.Host("X"), Problems.Host("Y", 5)).Solve();
        plan.Conflicts.Single().Rules.Select(one => one.Sentence.Zh).ShouldBe(
            ["教师A定于 2026-2027-1 到学校X", "教师B定于 2026-2027-1 到学校X", "学校X 2026-2027-1 可接收数学教师 1 人"]);
    }
}
