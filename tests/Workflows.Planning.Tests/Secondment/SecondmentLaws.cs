using System.Collections.Immutable;
using CsCheck;
using Workflows.Planning.Secondment;
using Workflows.Policy;
using Workflows.Policy.Semesters;

namespace Workflows.Planning.Tests.Secondment;

/// <summary>What holds for every problem.</summary>
public sealed class SecondmentLaws
{
    private const int Semesters = 3;

    private static readonly string[] Subjects = ["数学", "音乐"];
    private static readonly string[] HostIds = ["X", "Y", "Z"];

    private static readonly Gen<PlannedTeacher> Teachers =
        from subject in Gen.Int[0, 4]
        from last in Gen.Int[-1, Semesters]
        from senior in Gen.Int[-1, Semesters]
        from away in Gen.Int[-2, Semesters - 1]
        from past in Gen.Int[-2, 2]
        from burden in Gen.Int[0, 40]
        from wish in Gen.Int[-1, 2].Select(Gen.Int[0, 3])
        from pin in Gen.Int[-9, 2].Select(Gen.Int[0, 4])
        from again in Gen.Int[0, 4]
        select new PlannedTeacher("", "", Subjects[subject == 0 ? 1 : 0])
        {
            Stage = SchoolStage.Primary, LastFeasible = last, PastBurden = burden,
            LastFeasibleAt = last >= 0 && senior >= 0 ? ImmutableDictionary<SchoolStage, int>.Empty.Add(SchoolStage.SeniorHigh, senior) : ImmutableDictionary<SchoolStage, int>.Empty,
            Unavailable = away < 0 ? [] : [new Unavailable(away, new Bilingual("产假", "maternity leave"))],
            PastHosts = past < 0 ? [] : [HostIds[past]],
            Wishes = wish.Item1 < 0 ? [] : [new Wish(wish.Item2 == 3 ? null : wish.Item2, HostIds[wish.Item1]), new Wish(0, null)],
            Pins = pin.Item1 < 0 ? [] : [new Pin(pin.Item2 >= Semesters ? null : pin.Item2, pin.Item2 == 0 ? null : HostIds[pin.Item1])],
            NextDue = again > 0 ? [] : [1, 2, 9],
        };

    private static readonly Gen<HostSchool> Hosts =
        from maths in Gen.Int[0, 2]
        from music in Gen.Int[0, 1]
        from kilometres in Gen.Int[0, 40]
        from kind in Gen.Int[0, 3]
        from taken in Gen.Int[0, 3]
        select new HostSchool("", "", kind == 0 ? SchoolStage.SeniorHigh : SchoolStage.Primary, kilometres, kind == 1)
        {
            Places = maths + music == 0 ? ImmutableDictionary<string, int>.Empty
                : ImmutableDictionary<string, int>.Empty.Add(Subjects[0], maths).Add(Subjects[1], music),
            Taken = taken == 0 ? [new TakenPlaces(Subjects[0], 1, 1)] : [],
        };

    private static readonly Gen<SecondmentProblem> Small =
        from teachers in Teachers.Array[1, 4]
        from hosts in Hosts.Array[2, 3]
        from cover in Gen.Int[1, 4]
        from approved in Gen.Int[0, 3]
        from already in Gen.Int[0, 2]
        select new SecondmentProblem(
            [.. Enumerable.Range(0, Semesters).Select(n => new SemesterName(2026, 1).After(n))],
            [.. teachers.Select((teacher, n) => Known(teacher, hosts.Length) with { Id = $"T{n}", Name = $"教师{n}" })],
            [.. hosts.Select((host, n) => host with { Id = HostIds[n], Name = $"学校{n}" })],
            [new SubjectCover(Subjects[0], [cover, cover + 1, cover])])
        {
            Approved = approved == 0 ? [new ApprovedLine("T0", 1, "X")] : [],
            AlreadyAway = already == 0 ? [1, 0, 0] : [],
        };

    [Fact]
    public void A_plan_keeps_every_rule_and_no_plan_is_cheaper() => Small.Sample(problem =>
    {
        var (plan, best) = (problem.Solve(), EveryPlan.Best(problem));
        if (best is not var (waiting, cost))
        {
            plan.Status.ShouldBe(PlanStatus.Infeasible);
            return;
        }

        plan.Status.ShouldBe(PlanStatus.Optimal);
        RuleBook.Broken(problem, plan.Turns()).ShouldBeEmpty();
        plan.Cost!.OverdueSemesters.ShouldBe(waiting);
        plan.Cost.Objective.ShouldBe(cost);
        RuleBook.Cost(problem, plan.Turns()).ShouldBe(cost);
        (plan.Cost.Bound, plan.Cost.Gap, plan.Cost.OverdueBound).ShouldBe((cost, 0, waiting));
        plan.Rules.Where(rule => rule.Slack < 0).ShouldAllBe(rule => rule.Rule.Kind == PlanRuleKind.LastFeasible && IsOverdue(problem, rule));
    }, iter: 1_000, threads: 1);

    [Fact]
    public void In_two_stages_the_rules_are_kept_too_and_bound_and_cost_lie_to_either_side_of_the_optimum() => Small.Sample(problem =>
    {
        var (plan, best) = (SecondmentPlanner.Solve(problem, new PlannerOptions(LargestWhole: 0)), EveryPlan.Best(problem));
        if (best is not var (waiting, cost))
        {
            plan.Status.ShouldBe(PlanStatus.Infeasible);
            return;
        }

        plan.Status.ShouldBeOneOf(PlanStatus.Optimal, PlanStatus.Feasible);
        RuleBook.Broken(problem, plan.Turns()).ShouldBeEmpty();
        plan.Cost!.Objective.ShouldBe(RuleBook.Cost(problem, plan.Turns()));
        plan.Cost.OverdueBound.ShouldBeLessThanOrEqualTo(waiting);
        plan.Cost.OverdueSemesters.ShouldBeGreaterThanOrEqualTo(waiting);
        if (plan.Cost.OverdueSemesters > waiting)
            return;
        plan.Cost.Objective.ShouldBeGreaterThanOrEqualTo(cost);
        plan.Cost.Bound.ShouldBeLessThanOrEqualTo(cost);
        if (plan.Status is PlanStatus.Optimal)
            plan.Cost.Objective.ShouldBe(cost);
    }, iter: 400, threads: 1);

    [Fact]
    public void A_conflict_is_a_smallest_one_and_its_exceptions_make_a_plan_possible() => Small.Where(problem => EveryPlan.Best(problem) is null).Sample(problem =>
    {
        var plan = problem.Solve();
        plan.Status.ShouldBe(PlanStatus.Infeasible);
        plan.Conflicts.ShouldNotBeEmpty();
        foreach (var conflict in plan.Conflicts)
        {
            var rules = conflict.Rules.Select(one => one.Rule).ToList();
            EveryPlan.CanKeep(problem, rules).ShouldBeFalse();
            foreach (var rule in rules)
                EveryPlan.CanKeep(problem, [.. rules.Where(one => one != rule)]).ShouldBeTrue(rule.ToString());
        }

        // The plan that comes with the conflict breaks nothing but what its cheapest exceptions name.
        plan.Assignments.ShouldAllBe(one => !problem.Teachers.Single(teacher => teacher.Id == one.TeacherId).Unavailable.Any(away => away.Semester == one.Semester));
        plan.Relaxations.GroupBy(one => one.Subject).ShouldAllBe(ways => ways.First().Points == ways.Min(way => way.Points));
        foreach (var finding in plan.Rules.Where(rule => rule.Slack < 0 && !IsOverdue(problem, rule)))
            plan.Relaxations.Any(way => way.Waivers.Any(waiver => IsAbout(waiver.Rule, finding.Rule))).ShouldBeTrue(finding.ToString());
    }, iter: 60, threads: 1);

    [Fact]
    public void Neither_names_nor_the_order_of_people_and_schools_change_what_a_plan_costs() => Small.Select(Gen.Int[0, 1_000_000]).Sample((problem, seed) =>
    {
        var random = new Random(seed);
        var ids = problem.Teachers.Select((teacher, n) => (teacher.Id, New: $"N{(n * 7) + 3 + random.Next(7):000}")).ToDictionary(one => one.Id, one => one.New);
        var teachers = problem.Teachers.Select(teacher => teacher with { Id = ids[teacher.Id], Name = $"{seed}{teacher.Name}" }).ToArray();
        var hosts = problem.Hosts.ToArray();
        random.Shuffle(teachers);
        random.Shuffle(hosts);
        var other = (problem with
        {
            Teachers = [.. teachers], Hosts = [.. hosts], Approved = [.. problem.Approved.Select(line => line with { TeacherId = ids[line.TeacherId] })],
        }).Solve();
        var plan = problem.Solve();
        (other.Status, other.Cost?.Objective, other.Cost?.OverdueSemesters).ShouldBe((plan.Status, plan.Cost?.Objective, plan.Cost?.OverdueSemesters));
    }, iter: 100, threads: 1);

    [Fact]
    public void The_order_of_the_input_doesn_t_even_change_the_plan() => Small.Sample(problem =>
        problem.Solve().Lines().ShouldBe((problem with { Teachers = [.. problem.Teachers.Reverse()], Hosts = [.. problem.Hosts.Reverse()] }).Solve().Lines()), iter: 60, threads: 1);

    [Fact]
    public void More_places_never_make_it_worse() => Small.Select(Gen.Int[0, 1]).Sample((problem, index) =>
    {
        var before = problem.Solve();
        var host = problem.Hosts[index];
        var more = problem with { Hosts = problem.Hosts.Replace(host, host with { Places = host.Places.SetItem(Subjects[0], host.Places.GetValueOrDefault(Subjects[0]) + 1) }) };
        // A school without any places on record sends nobody away whom a decision sends there: places make that countable.
        if (before.Status is PlanStatus.Infeasible || host.Places.IsEmpty)
            return;
        var after = more.Solve();
        after.Status.ShouldBe(PlanStatus.Optimal);
        (after.Cost!.OverdueSemesters, after.Cost.Objective).CompareTo((before.Cost!.OverdueSemesters, before.Cost.Objective)).ShouldBeLessThanOrEqualTo(0);
    }, iter: 100, threads: 1);

    private static PlannedTeacher Known(PlannedTeacher teacher, int hosts) => teacher with
    {
        Pins = [.. teacher.Pins.Select(pin => pin.HostId is { } id && Array.IndexOf(HostIds, id) >= hosts ? pin with { HostId = HostIds[0] } : pin)],
    };

    private static bool IsOverdue(SecondmentProblem problem, RuleFinding finding) =>
        finding is { Rule.Kind: PlanRuleKind.LastFeasible, Actual: not null } && problem.Teachers.Single(one => one.Id == finding.Rule.TeacherId).LastFeasible < 0;

    private static bool IsAbout(PlanRule waiver, PlanRule broken) => waiver.Kind == broken.Kind && waiver.TeacherId == broken.TeacherId
        && (broken.HostId is null || waiver.HostId == broken.HostId) && (broken.Semester is null || waiver.Semester == broken.Semester);
}
