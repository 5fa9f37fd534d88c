using System.Collections.Immutable;
using Workflows.Planning.Solving;

namespace Workflows.Planning.Secondment;

/// <summary>
/// Plans who goes to which school in which semester (R11, R12): keeps every hard rule, and of the plans that do so proposes the cheapest by the soft
/// goals. Where there is none it says which rules conflict and what exceptions would do. Pure: the same problem, seed and limit give the same plan.
/// </summary>
public static class SecondmentPlanner
{
    // What the questions after an infeasible problem may take each, in parts of the limit: they are small.
    private const double ShareForConflicts = 0.5;

    /// <summary>Makes a plan.</summary>
    /// <param name="problem">What is to be planned.</param>
    /// <param name="options">Seed and limits.</param>
    /// <param name="progress">Told of each better plan; called on the solver's thread.</param>
    /// <param name="ct">Ends the search and keeps the best plan so far.</param>
    /// <exception cref="ArgumentException">The problem contradicts itself: an unknown school, two teachers with one id.</exception>
    public static SecondmentPlan Solve(SecondmentProblem problem, PlannerOptions options, IProgress<PlanProgress>? progress = null, CancellationToken ct = default)
    {
        ProblemCheck.Refuse(problem);
        var frame = new PlanFrame(problem);
        var run = new SolverRun(options, progress, ct);
        var (found, isInTwoStages) = Search(frame, run, options);
        if (found.Status is PlanStatus.Infeasible)
            return Explain(frame, run, options, ct);
        return Told(frame, frame, found) with { IsInTwoStages = isInTwoStages, WasCancelled = ct.IsCancellationRequested && found.Status is not PlanStatus.Optimal };
    }

    private static (Found Found, bool IsInTwoStages) Search(PlanFrame frame, SolverRun run, PlannerOptions options)
    {
        if (Enumerable.Range(0, frame.Teachers.Count).Sum(teacher => frame.Allowed(teacher).Count()) <= options.LargestWhole)
            return (new WholeSearch(frame, run).Solve(), false);
        var found = new TwoStageSearch(frame, run).Solve();
        return found.Status is PlanStatus.Unknown && !run.IsOver ? (new WholeSearch(frame, run).Solve(), false) : (found, true);
    }

    private static SecondmentPlan Explain(PlanFrame frame, SolverRun run, PlannerOptions options, CancellationToken ct)
    {
        var (wording, side) = (new RuleWording(frame.Problem), run.WithLimit(options.TimeLimit * ShareForConflicts));
        var conflicts = new ConflictSearch(frame, side);
        var (smallest, ways) = (ImmutableArray.CreateBuilder<PlanConflict>(), ImmutableArray.CreateBuilder<Relaxation>());
        Dictionary<PlanRule, int> waivers = [];
        foreach (var subject in conflicts.Subjects())
        {
            smallest.Add(new PlanConflict(subject, [.. conflicts.Smallest(subject).Select(rule => new RuleInWords(rule, wording.Say(rule)))]));
            var isCheapest = true;
            foreach (var (way, points) in new RelaxationSearch(frame, side).Ways(subject))
            {
                ways.Add(new Relaxation(subject, points,
                    [.. way.OrderBy(one => one.Key.Kind).ThenBy(one => $"{one.Key.TeacherId}{one.Key.HostId}", StringComparer.Ordinal).ThenBy(one => one.Key.Semester)
                        .Select(one => new RuleWaiver(one.Key, one.Value, wording.Waive(one.Key, one.Value)))]));
                foreach (var (rule, amount) in isCheapest ? way : new Dictionary<PlanRule, int>())
                    waivers[rule] = amount;
                isCheapest = false;
            }
        }

        var relaxed = new PlanFrame(frame.Problem, waivers);
        var (found, isInTwoStages) = Search(relaxed, run.WithLimit(options.TimeLimit), options);
        return Told(frame, relaxed, found) with
        {
            Status = PlanStatus.Infeasible, Conflicts = smallest.ToImmutable(), Relaxations = ways.ToImmutable(), IsInTwoStages = isInTwoStages,
            WasCancelled = ct.IsCancellationRequested,
        };
    }

    private static SecondmentPlan Told(PlanFrame asked, PlanFrame frame, Found found)
    {
        if (found.Status is PlanStatus.Infeasible or PlanStatus.Unknown)
            return new SecondmentPlan(found.Status, [], [], null);
        var reasons = new ReasonWording(frame, found.Plan);
        ImmutableArray<SecondmentAssignment> assignments =
        [
            .. found.Plan.OrderBy(one => one.Semester).ThenBy(one => one.Teacher).Select(one =>
            {
                var (teacher, host) = (frame.Teachers[one.Teacher], frame.Hosts[one.Host]);
                return new SecondmentAssignment(
                    teacher.Id, teacher.Name, one.Semester, frame.Problem.Semesters[one.Semester], host.Id, host.Name, host.Stage, reasons.Of(one));
            }),
        ];
        var parts = frame.Costs.Of(found.Plan);
        return new SecondmentPlan(
            found.Status, assignments, new RuleFindings(asked).Of(assignments),
            new PlanCost(parts.Sum, Math.Min(found.Bound, parts.Sum), frame.Costs.Waiting(found.Plan), found.LeastWaiting, parts));
    }
}
