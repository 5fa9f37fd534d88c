using System.Collections.Immutable;
using Google.OrTools.Sat;
using Workflows.Planning.Solving;

namespace Workflows.Planning.Rotation;

/// <summary>
/// Plans the yearly rotations of some years together (R13): who moves to which school in which round and how many come for it, so that every hard rule is
/// kept, at the least cost by the soft goals. Where there is no plan it says which rules conflict and what exceptions would do. Pure: the same problem,
/// seed and limit give the same plan.
/// </summary>
public static class RotationPlanner
{
    private const int MostWays = 3;

    /// <summary>Makes a plan.</summary>
    /// <param name="problem">What is to be planned.</param>
    /// <param name="options">Seed and limits.</param>
    /// <param name="progress">Told of each better plan; called on the solver's thread.</param>
    /// <param name="ct">Ends the search and keeps the best plan so far.</param>
    /// <exception cref="ArgumentException">The problem contradicts itself: an unknown school, two teachers with one id.</exception>
    public static RotationPlan Solve(RotationProblem problem, PlannerOptions options, IProgress<PlanProgress>? progress = null, CancellationToken ct = default)
    {
        RotationCheck.Refuse(problem);
        var (frame, run) = (new RotationFrame(problem), new SolverRun(options, progress, ct));
        var model = new RotationModel(frame);
        model.Model.Minimize(model.Cost());
        var answer = run.Solve(model.Model, PlanStage.Whole);
        if (answer.Status is PlanStatus.Infeasible)
            return Explain(frame, run.WithLimit(options.TimeLimit), ct);
        return Told(frame, answer, model) with { WasCancelled = ct.IsCancellationRequested && answer.Status is not PlanStatus.Optimal };
    }

    // A smallest conflict, the cheapest exceptions, and the plan that the first of them makes possible.
    private static RotationPlan Explain(RotationFrame frame, SolverRun run, CancellationToken ct)
    {
        var wording = new RotationWording(frame.Problem);
        var conflict = Smallest(frame, run);
        var priced = new RotationModel(frame, RuleMode.Priced);
        priced.Model.Minimize(LinearExpr.WeightedSum(priced.Prices.Select(one => one.People), priced.Prices.Select(one => one.Price)));
        List<List<(RotationRule Rule, IntVar People, int Count, int Price)>> ways = [];
        while (ways.Count < MostWays && run.Solve(priced.Model, PlanStage.Conflicts) is { HasSolution: true } answer)
        {
            var way = priced.Prices.ConvertAll(one => (one.Rule, one.People, Count: (int)answer.Values[one.People.Index], one.Price)).FindAll(one => one.Count > 0);
            ways.Add(way);
            // The next way asks for less than this one somewhere.
            priced.Model.AddBoolOr(way.ConvertAll(one => Less(priced.Model, one.People, one.Count)));
        }

        return Relaxed(frame, run, ways.FirstOrDefault()?.ToDictionary(one => one.Rule, one => one.Count) ?? []) with
        {
            Status = PlanStatus.Infeasible,
            Conflict = [.. conflict.Select(rule => new RotationRuleInWords(rule, wording.Say(rule)))],
            Relaxations =
            [
                .. ways.Select(way => new RotationRelaxation(
                    way.Sum(one => one.Count * one.Price), [.. way.Select(one => new RotationWaiver(one.Rule, one.Count, wording.Waive(one.Rule, one.Count)))])),
            ],
            WasCancelled = ct.IsCancellationRequested,
        };
    }

    private static RotationPlan Relaxed(RotationFrame frame, SolverRun run, Dictionary<RotationRule, int> waived)
    {
        var model = new RotationModel(frame, RuleMode.Priced);
        foreach (var (rule, people, _) in model.Prices)
            model.Model.Add(people <= waived.GetValueOrDefault(rule));
        model.Model.Minimize(model.Cost());
        return Told(frame, run.Solve(model.Model, PlanStage.Whole), model);
    }

    // Rules are taken away one by one, and stay away where the rest still can't be kept.
    private static List<RotationRule> Smallest(RotationFrame frame, SolverRun run)
    {
        var model = new RotationModel(frame, RuleMode.Assumed);
        model.Model.AddAssumptions(model.Assumptions.Values);
        var core = run.Solve(model.Model, PlanStage.Conflicts).Core.ToHashSet();
        var left = model.Assumptions.Where(one => core.Contains(one.Value.Index)).Select(one => one.Key).ToList();
        if (left.Count == 0)
            left = [.. model.Assumptions.Keys];
        foreach (var rule in left.ToList())
        {
            var without = left.Where(one => one != rule).ToHashSet();
            if (run.Solve(new RotationModel(frame, RuleMode.Kept, without.Contains).Model, PlanStage.Conflicts).Status is PlanStatus.Infeasible)
                left.Remove(rule);
        }

        return left;
    }

    private static BoolVar Less(CpModel model, IntVar people, int count)
    {
        var isLess = model.NewBoolVar("");
        model.Add(people <= count - 1).OnlyEnforceIf(isLess);
        return isLess;
    }

    private static RotationPlan Told(RotationFrame frame, SolverAnswer answer, RotationModel model)
    {
        if (!answer.HasSolution)
            return new RotationPlan(answer.Status, [], [], [], null);
        var (plan, wording) = (model.Read(answer), new RotationWording(frame.Problem));
        var reasons = new RotationReasoning(frame, plan);
        var cost = frame.Costs.Of(plan);
        return new RotationPlan(
            answer.Status, [.. plan.Moves.OrderBy(one => one.Semester).ThenBy(one => one.Teacher).Select(Move)],
            [
                .. plan.Newcomers.OrderBy(one => one.Who.Semester).ThenBy(one => one.Who.Subject, StringComparer.Ordinal).ThenBy(one => one.Who.Level).Select(one =>
                    new RotationNewcomers(
                        one.Who.Semester, frame.Problem.Semesters[one.Who.Semester], one.Who.Subject, one.Who.Level, one.Count, reasons.Of(one.Who))),
            ],
            [
                .. RotationConstraints.Of(frame).Select(one => new RotationFinding(one.Rule, RotationWording.Clause(one.Rule), one.Slack(plan), wording.Say(one.Rule))),
            ],
            new RotationCost(cost, Math.Min(cost, answer.Bound)));

        RotationMove Move(Secondment.Option one)
        {
            var (teacher, host) = (frame.Teachers[one.Teacher], frame.Hosts[one.Host]);
            return new RotationMove(
                teacher.Id, teacher.Name, one.Semester, frame.Problem.Semesters[one.Semester], host.Id, host.Name, host.Stage, reasons.Of(one));
        }
    }
}
