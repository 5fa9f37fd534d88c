using Workflows.Planning.Secondment;

namespace Workflows.Planning.Tests.Secondment;

/// <summary>Problems of the size of a college and of a district.</summary>
public sealed class ScaleTests
{
    private static readonly SecondmentProblem College = District.Of(60, 18, 6);

    [Fact]
    public void A_college_of_60_gets_a_proven_optimum_and_the_same_plan_twice()
    {
        var (first, second) = (College.Solve(seed: 7), College.Solve(seed: 7));
        first.Status.ShouldBe(PlanStatus.Optimal);
        first.Cost!.Gap.ShouldBe(0);
        RuleBook.Broken(College, first.Turns()).ShouldBeEmpty();
        RuleBook.Cost(College, first.Turns()).ShouldBe(first.Cost.Objective);
        second.Lines().ShouldBe(first.Lines());
        College.Solve(seed: 8).Cost!.Objective.ShouldBe(first.Cost.Objective);
    }

    [Fact]
    public void Two_stages_keep_every_rule_and_state_a_gap_that_holds()
    {
        var exact = College.Solve().Cost!;
        var options = new PlannerOptions(LargestWhole: 0);
        var plan = SecondmentPlanner.Solve(College, options, null, TestContext.Current.CancellationToken);
        plan.IsInTwoStages.ShouldBeTrue();
        RuleBook.Broken(College, plan.Turns()).ShouldBeEmpty();
        RuleBook.Cost(College, plan.Turns()).ShouldBe(plan.Cost!.Objective);
        plan.Cost.Bound.ShouldBeLessThanOrEqualTo(exact.Objective);
        plan.Cost.Objective.ShouldBeGreaterThanOrEqualTo(exact.Objective);
        plan.Cost.OverdueSemesters.ShouldBe(exact.OverdueSemesters);
        plan.Cost.Gap.ShouldBeLessThan(0.05);
        SecondmentPlanner.Solve(College, options, null, TestContext.Current.CancellationToken).Lines().ShouldBe(plan.Lines());
    }

    [Fact]
    public void A_run_tells_of_better_plans_with_bound_and_gap()
    {
        List<PlanProgress> told = [];
        SecondmentPlanner.Solve(College, new PlannerOptions(), new Telling(told.Add), TestContext.Current.CancellationToken);
        var whole = told.FindAll(news => news.Stage is PlanStage.Whole);
        whole.ShouldNotBeEmpty();
        whole[^1].Gap.ShouldBe(0);
        whole.ShouldAllBe(news => news.Bound <= news.Objective);
    }

    [Fact]
    public void Who_cancels_keeps_the_best_plan_so_far()
    {
        using var cancel = new CancellationTokenSource();
        // Stopped at the first plan that lets overdue people wait least; the cost has not been looked at.
        var plan = SecondmentPlanner.Solve(College, new PlannerOptions(), new Telling(_ => cancel.Cancel()), cancel.Token);
        (plan.Status, plan.WasCancelled).ShouldBe((PlanStatus.Feasible, true));
        RuleBook.Broken(College, plan.Turns()).ShouldBeEmpty();
        plan.Cost!.Gap.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Cancelled_before_it_begins_there_is_no_plan_and_no_verdict()
    {
        var plan = SecondmentPlanner.Solve(College, new PlannerOptions(), null, new CancellationToken(canceled: true));
        (plan.Status, plan.WasCancelled, plan.Assignments.Length, plan.Cost).ShouldBe((PlanStatus.Unknown, true, 0, null));
    }

    [Fact]
    public void A_limit_that_is_far_too_short_never_claims_more_than_it_knows()
    {
        var options = new PlannerOptions(TimeLimit: 0.001);
        var plan = SecondmentPlanner.Solve(College, options, null, TestContext.Current.CancellationToken);
        plan.Status.ShouldBeOneOf(PlanStatus.Unknown, PlanStatus.Feasible);
        SecondmentPlanner.Solve(College, options, null, TestContext.Current.CancellationToken).Lines().ShouldBe(plan.Lines());
    }

    private sealed class Telling(Action<PlanProgress> tell) : IProgress<PlanProgress>
    {
        public void Report(PlanProgress value) => tell(value);
    }
}
