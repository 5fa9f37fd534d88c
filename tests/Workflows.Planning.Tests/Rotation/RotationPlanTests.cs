using System.Collections.Immutable;
using Workflows.Planning.Rotation;
using Workflows.Planning.Secondment;
using Workflows.Policy;
using Workflows.Policy.Semesters;

namespace Workflows.Planning.Tests.Rotation;

/// <summary>A college of twenty teachers, two of whom R13 asks to come by the end of 2027; nothing is free unless a test says so.</summary>
public sealed class RotationPlanTests
{
    private static readonly RotationProblem College = new(
        [.. Enumerable.Range(0, 4).Select(n => new SemesterName(2026, 1).After(n))], [0, 2],
        [Teacher("A", "数学", 18), Teacher("B", "数学", 12), Teacher("C", "音乐", 25), Teacher("D", "音乐", 7)], [Host("X", 5), Host("Y", 40)],
        [new RotatingSubject("数学", [10, 10], 10, 2), new RotatingSubject("音乐", [2, 2], 2, 2)])
    {
        FreePlaces = [0, 0], FreeSeniorPosts = [0, 0],
        Renewal = [new RenewalEnd(new DateOnly(2026, 12, 31), 3, 20, 3, 5), new RenewalEnd(new DateOnly(2027, 12, 31), 1, 20, 3, 5)],
        Floors = [.. Enumerable.Range(0, 4).Select(semester => new StructureFloor("R03", semester, 12, 20, 50))],
    };

    [Fact]
    public void The_longest_in_post_move_and_where_a_subject_can_spare_nobody_somebody_comes_a_year_before()
    {
        var plan = Solve(College);
        plan.Status.ShouldBe(PlanStatus.Optimal);
        // C is there longest, but music has nobody to spare until somebody has come for it.
        plan.Moves.Select(one => (one.TeacherId, one.Semester)).ShouldBe([("A", 0), ("C", 2)]);
        plan.Newcomers.Select(one => (one.Subject, one.Semester, one.Count)).ShouldBe([("音乐", 0, 1), ("数学", 2, 1)]);
        var reasons = string.Join('；', plan.Moves[1].Reasons.Select(one => one.Zh));
        reasons.ShouldContain("R13：2027 年末五年更新应有 3—5 人，不补充只有 1 人");
        reasons.ShouldContain("在岗满 25 年");
        reasons.ShouldContain("R01：调出后音乐还有 2 人");
        plan.Rules.ShouldAllBe(rule => rule.Slack >= 0);
    }

    [Fact]
    public void While_places_are_free_nobody_moves() => Solve(College with { FreePlaces = [0, 2] }).Moves.ShouldBeEmpty();

    [Fact]
    public void A_wish_decides_the_school_and_else_the_nearest_one_does()
    {
        Solve(College).Moves.ShouldAllBe(one => one.HostId == "X");
        Solve(With("A", teacher => teacher with { Wishes = ["Y"] })).Moves.Single(one => one.TeacherId == "A").HostId.ShouldBe("Y");
    }

    [Fact]
    public void Who_comes_has_a_senior_title_where_R03_would_fall_below_its_floor()
    {
        var plan = Solve(College with
        {
            Floors = [.. Enumerable.Range(0, 4).Select(semester => new StructureFloor("R03", semester, 10, 20, 50))],
            Teachers = [.. College.Teachers.Select(one => one with { CountsFor = ["R03"], IsInSeniorPost = true })],
        });
        plan.Newcomers.ShouldAllBe(one => one.Level == NewcomerLevel.Senior);
        plan.Newcomers[0].Reasons.ShouldContain(one => one.Zh.StartsWith("R03：", StringComparison.Ordinal));
    }

    [Fact]
    public void What_cannot_be_kept_together_is_said_in_words_with_the_cheapest_way_out()
    {
        // Nobody can be asked before 2027, nothing is free, and R13 asks for two by the end of 2026.
        var plan = Solve(College with
        {
            Teachers = [.. College.Teachers.Select(one => one with { Unavailable = [new Unavailable(0, new Bilingual("在岗不满 6 年", "fewer than 6 years in post"))] })],
            Renewal = College.Renewal.SetItem(0, College.Renewal[0] with { Entrants = 1 }),
        });
        plan.Status.ShouldBe(PlanStatus.Infeasible);
        plan.Conflict.Select(one => one.Rule.Kind).ShouldBe([RotationRuleKind.RenewalFloor, RotationRuleKind.Establishment], ignoreOrder: true);
        plan.Conflict[0].Sentence.Zh.ShouldContain("2026 年末五年更新不少于 3 人");
        plan.Relaxations[0].Waivers.Single().Sentence.Zh.ShouldBe("允许 2026 年末五年更新比下限少 2 人");
        plan.Moves.Length.ShouldBe(2);
    }

    [Fact]
    public void A_decision_is_kept_and_an_approved_line_changed_only_where_it_must_be()
    {
        Solve(With("D", teacher => teacher with { Pins = [new Pin(0, "Y")] })).Status.ShouldBe(PlanStatus.Infeasible);
        var plan = Solve(With("B", teacher => teacher with { Pins = [new Pin(0, "Y")] }));
        plan.Moves.ShouldContain(one => one.TeacherId == "B" && one.Semester == 0 && one.HostId == "Y");
        Solve(College with { Approved = [new ApprovedLine("B", 2, "Y")] }).Moves.ShouldContain(one => one.TeacherId == "B" && one.Semester == 2 && one.HostId == "Y");
    }

    private static RotationPlan Solve(RotationProblem problem) => RotationPlanner.Solve(problem, new PlannerOptions(), null, TestContext.Current.CancellationToken);

    private static RotationProblem With(string id, Func<RotatingTeacher, RotatingTeacher> change) =>
        College with { Teachers = [.. College.Teachers.Select(one => one.Id == id ? change(one) : one)] };

    private static RotatingTeacher Teacher(string id, string subject, int years) => new(id, $"教师{id}", subject, years) { Stage = SchoolStage.Primary };

    private static HostSchool Host(string id, int kilometres) => new(id, $"学校{id}", SchoolStage.Primary, kilometres, false)
    {
        Places = ImmutableDictionary<string, int>.Empty.Add("数学", 2).Add("音乐", 2),
    };
}
