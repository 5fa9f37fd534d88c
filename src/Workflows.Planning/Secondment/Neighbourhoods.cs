using Workflows.Planning.Solving;

namespace Workflows.Planning.Secondment;

/// <summary>Makes a plan cheaper: plans small groups of teachers of one subject anew, semesters and schools together, with everybody else as they are.</summary>
internal sealed class Neighbourhoods(PlanFrame frame, SolverRun run)
{
    // A group's model has about as many possible placements as a college's whole plan, which is solved in a second or two.
    public const int LargestGroup = 3_000;
    private const int MostPasses = 4;
    // A pass that gains less than a thousandth is the last.
    private const int WorthAPass = 1_000;
    private const double ShareForGroup = 0.2;

    /// <summary>The plan made cheaper.</summary>
    public IReadOnlyList<Option> Improve(IReadOnlyList<Option> plan, long bound)
    {
        var cost = frame.Costs.Of(plan).Sum;
        for (var pass = 0; pass < MostPasses; pass++)
        {
            var before = cost;
            foreach (var group in Groups(pass))
            {
                if (run.IsOver || cost <= bound)
                    return plan;
                var next = Anew(plan, group);
                var nextCost = frame.Costs.Of(next).Sum;
                if (nextCost >= cost)
                    continue;
                (plan, cost) = (next, nextCost);
                run.Tell(new PlanProgress(PlanStage.Groups, cost, bound));
            }

            if (before - cost <= before / WorthAPass)
                break;
        }

        return plan;
    }

    private IReadOnlyList<Option> Anew(IReadOnlyList<Option> plan, HashSet<int> group)
    {
        List<Option> others = [.. plan.Where(one => !group.Contains(one.Teacher))], own = [.. plan.Where(one => group.Contains(one.Teacher))];
        var model = new SecondmentModel(frame, group, others: others);
        if (model.Waiting() is { } waits)
            model.Model.Add(waits <= frame.Costs.Waiting(own, group));
        model.Model.Minimize(model.Price + Spread.Cost(model.Model, frame, model.Away, frame.Costs.EvenShare()));
        model.Hint(own);
        var answer = run.Solve(model.Model, null, ShareForGroup);
        return answer.HasSolution ? [.. others, .. model.Read(answer)] : plan;
    }

    // Every second pass cuts the groups elsewhere, so that people who were apart come together.
    private IEnumerable<HashSet<int>> Groups(int pass)
    {
        foreach (var subject in frame.Subjects)
        {
            var people = frame.OfSubject(subject).ToList();
            var hosts = Math.Max(1, frame.Hosts.Count(host => host.Places.GetValueOrDefault(subject) > 0));
            var size = Math.Max(2, LargestGroup / (hosts * frame.Semesters));
            var shift = people.Count <= size ? 0 : pass % 2 * size / 2;
            foreach (var chunk in people.Skip(shift).Concat(people.Take(shift)).Chunk(size))
                yield return [.. chunk];
        }
    }
}
