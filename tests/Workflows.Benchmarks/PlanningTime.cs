using System.Diagnostics;
using Workflows.Planning;
using Workflows.Planning.Secondment;
using Workflows.Planning.Tests.Secondment;

namespace Workflows.Benchmarks;

/// <summary>Secondment plans of the size of a college, of some colleges and of a district, each beside the bound that no plan goes below.</summary>
internal static class PlanningTime
{
    private static readonly (int Teachers, int Hosts)[] Sizes = [(60, 18), (300, 30), (3_000, 80)];

    /// <summary>Plans each size; 0 where a college of 60 has a proven optimum within ten seconds and a district its first plan within thirty.</summary>
    public static int Run(int semesters, int limit)
    {
        var isQuick = true;
        foreach (var (teachers, hosts) in Sizes)
        {
            var problem = District.Of(teachers, hosts, semesters);
            var heard = new Heard();
            var plan = SecondmentPlanner.Solve(problem, new PlannerOptions(TimeLimit: limit), heard);
            var seconds = heard.Seconds;
            isQuick &= teachers switch
            {
                60 => plan.Status is PlanStatus.Optimal && seconds < 10,
                3_000 => heard.FirstPlan < 30,
                _ => true,
            };
            Console.WriteLine(FormattableString.Invariant(
                $"{teachers} teachers x {hosts} schools x {semesters} semesters: first plan after {heard.FirstPlan:0.0} s, gap at 60 s {heard.GapAtAMinute ?? plan.Cost?.Gap:0.00%}; {seconds:0.0} s, {plan.Status}, {plan.Assignments.Length} placements, cost {plan.Cost?.Objective}, bound {plan.Cost?.Bound}, gap {plan.Cost?.Gap:0.00%}, overdue wait {plan.Cost?.OverdueSemesters} (at least {plan.Cost?.OverdueBound}); at most {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB"));
        }

        return isQuick ? 0 : 1;
    }

    // When the first whole plan was there, and how good the best one was after a minute; the bound counts from when it is known.
    private sealed class Heard : IProgress<PlanProgress>
    {
        private readonly Stopwatch watch = Stopwatch.StartNew();

        public double Seconds => watch.Elapsed.TotalSeconds;

        public double? FirstPlan { get; private set; }

        public double? GapAtAMinute { get; private set; }

        public void Report(PlanProgress value)
        {
            if (value is not { Stage: PlanStage.Whole or PlanStage.Bound or PlanStage.Groups, Objective: not null })
                return;
            FirstPlan ??= Seconds;
            if (Seconds < 60)
                GapAtAMinute = value.Gap;
        }
    }
}
