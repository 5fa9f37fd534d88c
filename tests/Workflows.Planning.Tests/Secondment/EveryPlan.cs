using Workflows.Planning.Secondment;

namespace Workflows.Planning.Tests.Secondment;

/// <summary>Tries every plan there is: for problems of a few people, semesters and schools.</summary>
internal static class EveryPlan
{
    /// <summary>The least waiting of overdue people, and the least cost of a plan with it; null where no plan keeps the rules.</summary>
    public static (long Waiting, long Cost)? Best(SecondmentProblem problem)
    {
        var concerned = problem.Teachers.Where(teacher => teacher.LastFeasible < problem.Semesters.Length || teacher.Pins.Any(pin => pin.Semester is not null)
            || problem.Approved.Any(line => line.TeacherId == teacher.Id)).ToList();
        // What one teacher breaks alone is broken in every plan: such ways needn't be combined.
        var ways = concerned.ConvertAll(teacher => Ways(problem, teacher).Where(way => !BreaksAlone(problem, teacher, way)).ToList());
        (long, long)? best = null;
        Combine(0, []);
        return best;

        void Combine(int index, IReadOnlyList<Turn> plan)
        {
            if (index < ways.Count)
            {
                foreach (var way in ways[index])
                    Combine(index + 1, [.. plan, .. way]);
                return;
            }

            if (RuleBook.Broken(problem, plan).Count > 0)
                return;
            var cost = (RuleBook.Waiting(problem, plan), RuleBook.Cost(problem, plan));
            if (best is not { } known || cost.CompareTo(known) < 0)
                best = cost;
        }
    }

    /// <summary>Whether some plan keeps these rules, whatever else it breaks.</summary>
    public static bool CanKeep(SecondmentProblem problem, IReadOnlyCollection<PlanRule> rules)
    {
        // Going once more never helps others: of the ways to keep what binds one teacher, those with no turn to spare are enough.
        var ways = problem.Teachers.ToList().ConvertAll(teacher => Least([.. Ways(problem, teacher).Where(way => !BreaksAlone(problem, teacher, way, rules))]));
        return Combine(0, []);

        bool Combine(int index, IReadOnlyList<Turn> plan) => index == ways.Count
            || ways[index].Any(way => !RuleBook.Broken(problem, [.. plan, .. way]).Any(rule => rule?.Kind is PlanRuleKind.Places or PlanRuleKind.SubjectCover && rules.Contains(rule))
                && Combine(index + 1, [.. plan, .. way]));
    }

    private static List<IReadOnlyList<Turn>> Least(List<IReadOnlyList<Turn>> ways) =>
        ways.FindAll(way => !ways.Exists(other => other.Count < way.Count && other.All(way.Contains)));

    private static bool BreaksAlone(SecondmentProblem problem, PlannedTeacher teacher, IReadOnlyList<Turn> way, IReadOnlyCollection<PlanRule>? rules = null) =>
        RuleBook.Broken(problem with { Teachers = [teacher], Cover = [] }, way).Any(rule => rule is null || rules is null || rules.Contains(rule));

    private static IEnumerable<IReadOnlyList<Turn>> Ways(SecondmentProblem problem, PlannedTeacher teacher)
    {
        IEnumerable<IReadOnlyList<Turn>> ways = [[]];
        for (var semester = 0; semester < problem.Semesters.Length; semester++)
        {
            var now = semester;
            ways = [.. ways.SelectMany(way => problem.Hosts.Select(host => (IReadOnlyList<Turn>)[.. way, new Turn(teacher.Id, now, host.Id)]).Prepend(way))];
        }

        return ways;
    }
}
