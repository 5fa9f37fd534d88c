using Google.OrTools.Sat;
using Workflows.Planning.Solving;

namespace Workflows.Planning.Secondment;

/// <summary>The exceptions that ask least of people and make a plan possible for a subject.</summary>
internal sealed class RelaxationSearch(PlanFrame frame, SolverRun run)
{
    private const int MostWays = 3;

    /// <summary>Some ways, the cheapest first: for each, the rules with how often each is broken, and the price.</summary>
    public IEnumerable<(IReadOnlyDictionary<PlanRule, int> Waivers, int Points)> Ways(string subject)
    {
        var model = new SecondmentModel(frame, frame.OfSubject(subject), RuleMode.Priced);
        var sum = LinearExpr.WeightedSum(model.Prices.Select(one => one.Times), model.Prices.Select(one => one.Price));
        model.Model.Minimize(sum);
        for (var way = 0; way < MostWays; way++)
        {
            var answer = run.Solve(model.Model, PlanStage.Conflicts);
            if (!answer.HasSolution)
                yield break;
            var broken = model.Prices.ConvertAll(one => (one.Rule, one.Times, one.Price, Count: (int)answer.Values[one.Times.Index])).FindAll(one => one.Count > 0);
            yield return (broken.GroupBy(one => one.Rule).ToDictionary(group => group.Key, group => group.Sum(one => one.Count)), broken.Sum(one => one.Price * one.Count));
            Exclude(model, [.. broken.Select(one => (one.Times, one.Count))]);
        }
    }

    // The next way asks for less than this one somewhere: neither the same again nor the same with more.
    private static void Exclude(SecondmentModel model, List<(IntVar Times, int Count)> way)
    {
        List<BoolVar> less = [];
        foreach (var (times, count) in way)
        {
            var isLess = model.Model.NewBoolVar("");
            model.Model.Add(times <= count - 1).OnlyEnforceIf(isLess);
            less.Add(isLess);
        }

        model.Model.AddBoolOr(less);
    }
}
