using System.Collections.Immutable;
using CsCheck;
using Workflows.Planning.Rotation;
using Workflows.Planning.Secondment;
using Workflows.Policy;
using Workflows.Policy.Semesters;

namespace Workflows.Planning.Tests.Rotation;

/// <summary>What holds for every rotation.</summary>
public sealed class RotationLaws
{
    private const string Maths = "数学";

    private static readonly string[] HostIds = ["X", "Y"];

    private static readonly Gen<RotatingTeacher> Teachers =
        from years in Gen.Int[3, 20]
        from bits in Gen.Int[0, 15]
        from away in Gen.Int[-3, 1]
        from wish in Gen.Int[-1, 1]
        from pin in Gen.Int[-8, 4]
        select new RotatingTeacher("", "", Maths, years)
        {
            Stage = SchoolStage.Primary, IsInSeniorPost = (bits & 1) == 1,
            CountsFor = [.. new[] { "R02", "R03", "R15" }.Where((_, n) => ((bits >> (n + 1)) & 1) == 1)],
            Unavailable = away < 0 ? [] : [new Unavailable(away * 2, new Bilingual("产假", "maternity leave"))],
            Wishes = wish < 0 ? [] : [HostIds[wish]],
            Pins = pin < 0 ? [] : [new Pin(pin == 4 ? null : pin / 2 * 2, pin % 2 == 0 ? HostIds[pin / 2 % 2] : null)],
        };

    private static readonly Gen<RotationProblem> Small =
        from teachers in Teachers.Array[1, 2]
        from places in Gen.Int[0, 2].Array[2]
        from kilometres in Gen.Int[0, 40].Array[2]
        from left in Gen.Int[1, 4]
        from retires in Gen.Int[0, 1]
        from renewal in Gen.Int[0, 3].Array[4]
        from free in Gen.Int[-1, 2].Array[2]
        from senior in Gen.Int[-1, 1].Array[2]
        from floors in Gen.Int[0, 3].Array[3]
        from approved in Gen.Int[-2, 3]
        select Problem(teachers, places, kilometres, left, retires, renewal, free, senior, floors, approved);

    [Fact]
    public void A_plan_keeps_every_rule_costs_what_it_says_and_none_is_cheaper() => Small.Sample(problem =>
    {
        var (plan, best) = (Solve(problem), EveryRotation(problem).Min());
        if (best is null)
        {
            plan.Status.ShouldBe(PlanStatus.Infeasible);
            return;
        }

        plan.Status.ShouldBe(PlanStatus.Optimal);
        RotationBook.Broken(problem, plan.Going(), plan.Coming()).ShouldBeEmpty();
        plan.Cost!.Objective.ShouldBe(RotationBook.Cost(problem, plan.Going(), plan.Coming()));
        plan.Cost.Objective.ShouldBe(best.Value);
        plan.Cost.Bound.ShouldBe(best.Value);
    }, iter: 1_000, threads: 1);

    [Fact]
    public void A_conflict_is_a_smallest_one_and_the_plan_breaks_nothing_but_what_the_cheapest_exception_names() =>
        Small.Where(problem => EveryRotation(problem).All(cost => cost is null)).Sample(problem =>
        {
            var plan = Solve(problem);
            plan.Status.ShouldBe(PlanStatus.Infeasible);
            plan.Conflict.ShouldNotBeEmpty();
            plan.Conflict.ShouldAllBe(one => one.Sentence.Zh.Length > 0 && one.Sentence.En.Length > 0);
            plan.Relaxations.Select(one => one.Points).ShouldBe(plan.Relaxations.Select(one => one.Points).Order());
            var waived = plan.Relaxations.IsEmpty ? [] : plan.Relaxations[0].Waivers.Select(one => one.Rule).ToList();
            plan.Rules.Where(finding => finding.Slack < 0 && !waived.Contains(finding.Rule) && !WasBroken(problem, finding.Rule)).ShouldBeEmpty();
        }, iter: 60, threads: 1);

    [Fact]
    public void One_more_rule_never_makes_it_cheaper_and_neither_names_nor_order_matter() => Small.Select(Gen.Int[0, 1]).Sample((problem, which) =>
    {
        var plan = Solve(problem);
        var other = Solve(problem with { Teachers = [.. problem.Teachers.Reverse()], Hosts = [.. problem.Hosts.Reverse()], Floors = [.. problem.Floors.Reverse()] });
        other.Going().ShouldBe(plan.Going());
        other.Coming().ShouldBe(plan.Coming());
        var teacher = problem.Teachers[Math.Min(which, problem.Teachers.Length - 1)];
        var strict = Solve(problem with { Teachers = problem.Teachers.Replace(teacher, teacher with { Unavailable = [new Unavailable(0, new("", "")), new Unavailable(2, new("", ""))] }) });
        if (strict.Status is PlanStatus.Optimal)
            strict.Cost!.Objective.ShouldBeGreaterThanOrEqualTo(plan.Cost!.Objective);
    }, iter: 200, threads: 1);

    private static RotationPlan Solve(RotationProblem problem) => RotationPlanner.Solve(problem, new PlannerOptions(), null, TestContext.Current.CancellationToken);

    private static RotationProblem Problem(
        RotatingTeacher[] teachers, int[] places, int[] kilometres, int left, int retires, int[] renewal, int[] free, int[] senior, int[] floors, int approved) => new(
        [.. Enumerable.Range(0, 4).Select(n => new SemesterName(2026, 1).After(n))], [0, 2],
        [.. teachers.Select((one, n) => one with { Id = $"T{n}", Name = $"教师{n}" })],
        [
            .. HostIds.Select((id, n) => new HostSchool(id, $"学校{id}", n == 0 ? SchoolStage.Primary : SchoolStage.SeniorHigh, kilometres[n], false)
            {
                Places = places[n] == 0 ? ImmutableDictionary<string, int>.Empty : ImmutableDictionary<string, int>.Empty.Add(Maths, places[n] - 1),
            }),
        ],
        [new RotatingSubject(Maths, [left + retires, left], left + retires, 2)])
    {
        Renewal = [new RenewalEnd(new DateOnly(2026, 12, 31), renewal[0], 20, 1, 3), new RenewalEnd(new DateOnly(2027, 12, 31), renewal[1], 20, 1 + (renewal[2] / 2), 2 + renewal[3] / 2)],
        FreePlaces = [free[0], free[0] + free[1]],
        FreeSeniorPosts = senior[0] < 0 ? [] : [senior[0], senior[0] + senior[1]],
        Floors =
        [
            new StructureFloor("R02", 0, 17 + floors[0], 20, 90), new StructureFloor("R03", 1, 9 + floors[1], 20, 50), new StructureFloor("R04", 3, 16 + floors[2], 20, 85),
            new StructureFloor("R15", 3, 17 + floors[2], 20, 90),
        ],
        Approved = approved < 0 ? [] : [new ApprovedLine("T0", approved / 2 * 2, HostIds[approved % 2])],
    };

    private static bool WasBroken(RotationProblem problem, RotationRule rule) => rule.Kind switch
    {
        RotationRuleKind.Pin or RotationRuleKind.Unavailable or RotationRuleKind.Successor or RotationRuleKind.Places or RotationRuleKind.RenewalFloor => false,
        RotationRuleKind.RenewalCeiling => problem.Renewal[rule.Semester!.Value / 2] is var end && end.Entrants > end.Highest,
        RotationRuleKind.Establishment => problem.FreePlaces[rule.Semester!.Value / 2] < 0,
        RotationRuleKind.SeniorPosts => problem.FreeSeniorPosts[rule.Semester!.Value / 2] < 0,
        RotationRuleKind.SubjectCover => problem.Subjects[0].Left[rule.Semester!.Value / 2] < 2,
        _ => problem.Floors.Single(one => one.Clause == rule.Clause).Slack < 0,
    };

    // Nobody, or somewhere in some round, for each teacher; none to two newcomers of each level in each round.
    private static IEnumerable<long?> EveryRotation(RotationProblem problem)
    {
        IEnumerable<ImmutableList<Leaving>> going = [[]];
        foreach (var teacher in problem.Teachers)
        {
            going = going.SelectMany(one => from semester in problem.Rounds from host in problem.Hosts select one.Add(new Leaving(teacher.Id, semester, host.Id)), (one, more) => more)
                .Concat(going).ToList();
        }

        var coming = (
            from first in Enumerable.Range(0, 4) from seniorFirst in Enumerable.Range(0, 3) from second in Enumerable.Range(0, 4) from seniorSecond in Enumerable.Range(0, 3)
            where first + seniorFirst + second + seniorSecond <= 4
            select new[]
            {
                new Coming(0, Maths, NewcomerLevel.Intermediate, first), new Coming(0, Maths, NewcomerLevel.Senior, seniorFirst),
                new Coming(2, Maths, NewcomerLevel.Intermediate, second), new Coming(2, Maths, NewcomerLevel.Senior, seniorSecond),
            }.Where(one => one.Count > 0).ToList()).ToList();
        return from moves in going
               from people in coming
               select RotationBook.Broken(problem, moves, people).Any() ? (long?)null : RotationBook.Cost(problem, moves, people);
    }
}
