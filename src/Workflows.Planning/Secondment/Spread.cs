using Google.OrTools.Sat;

namespace Workflows.Planning.Secondment;

/// <summary>How unevenly a plan lies over its semesters.</summary>
internal static class Spread
{
    /// <summary>The cost of each person by whom a semester lies outside its even share.</summary>
    /// <param name="model">The model that the people are in.</param>
    /// <param name="frame">The problem.</param>
    /// <param name="away">How many go in a semester.</param>
    /// <param name="share">The even share, those already away included.</param>
    public static LinearExpr Cost(CpModel model, PlanFrame frame, Func<int, LinearExpr> away, (int Least, int Most) share)
    {
        var (least, most) = share;
        List<IntVar> outside = [];
        for (var semester = 0; semester < frame.Semesters; semester++)
        {
            var already = frame.Costs.AlreadyAway(semester);
            var people = away(semester) + already;
            var off = model.NewIntVar(0, frame.Teachers.Count + already + most, "");
            model.Add(off >= people - most);
            model.Add(off >= least - people);
            outside.Add(off);
        }

        return LinearExpr.WeightedSum(outside, outside.Select(_ => frame.Problem.Weights.Spread));
    }
}
