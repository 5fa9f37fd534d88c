using System.Diagnostics;
using Workflows.Planning;
using Workflows.Planning.Secondment;
using Workflows.Planning.Tests.Secondment;

namespace Workflows.Benchmarks;

/// <summary>Secondment plans of the size of a college, of some colleges and of a district, each beside the bound that no plan goes below.</summary>
internal static class PlanningTime
{
    private static readonly (int Teachers, int Hosts)[] Sizes = [(60, 18), (300, 30), (3_000, 80)];

    /// <summary>Plans each size; 0 where a college of 60 has a proven optimum within ten seconds.</summary>
    public static int Run(int semesters, int limit)
    {
        var isQuick = false;
        foreach (var (teachers, hosts) in Sizes)
        {
            var problem = District.Of(teachers, hosts, semesters);
            var watch = Stopwatch.StartNew();
            var plan = SecondmentPlanner.Solve(problem, new PlannerOptions(TimeLimit: limit));
            watch.Stop();
            isQuick |= plan.Status is PlanStatus.Optimal && teachers == Sizes[0].Teachers && watch.Elapsed < TimeSpan.FromSeconds(10);
            Console.WriteLine(FormattableString.Invariant(
                $"{teachers} teachers x {hosts} schools x {semesters} semesters: {watch.Elapsed.TotalSeconds:0.0} s, {plan.Status}, {plan.Assignments.Length} placements, cost {plan.Cost?.Objective}, bound {plan.Cost?.Bound}, gap {plan.Cost?.Gap:0.00%}, overdue wait {plan.Cost?.OverdueSemesters} (at least {plan.Cost?.OverdueBound})"));
        }

        return isQuick ? 0 : 1;
    }
}
