using Google.OrTools.Sat;
using Workflows.Planning.Solving;

namespace Workflows.Planning.Secondment;

/// <summary>
/// What no plan costs less than, from one subject after the other. Only the spread ties subjects together; it is at least a toll on each person in a
/// semester less what the even share of people would pay (Lagrange), whatever the tolls. Good tolls come from a good plan: a full semester's is the price
/// of one person more, an empty one's the gain of one.
/// </summary>
internal sealed class SubjectBounds(PlanFrame frame, SolverRun run)
{
    /// <summary>A bound without any search: each who is due goes once, at the least price of all.</summary>
    public long Quick() => Math.Max(0, frame.Costs.NoneKept + Enumerable.Range(0, frame.Teachers.Count)
        .Sum(t => Math.Min(0, frame.Semesters * Cheapest(t)) + (frame.IsDue(frame.Teachers[t]) ? Math.Max(0, Cheapest(t)) : 0)));

    /// <summary>The bound with the tolls of a plan.</summary>
    /// <param name="plan">A good plan.</param>
    /// <param name="waitsLeast">Whether no plan lets overdue people wait less: then only plans like it have to be thought of.</param>
    public long Of(IReadOnlyList<Option> plan, bool waitsLeast)
    {
        var (least, most) = frame.Costs.EvenShare();
        var tolls = new long[frame.Semesters];
        var bound = frame.Costs.NoneKept;
        for (var semester = 0; semester < frame.Semesters; semester++)
        {
            var already = frame.Costs.AlreadyAway(semester);
            var away = already + plan.Count(one => one.Semester == semester);
            tolls[semester] = away > most ? frame.Problem.Weights.Spread : away < least ? -frame.Problem.Weights.Spread : 0;
            bound += (tolls[semester] * already) - (tolls[semester] * (tolls[semester] > 0 ? most : least));
        }

        foreach (var (index, subject) in frame.Subjects.Index())
        {
            var answer = run.Solve(Model(subject, plan, tolls, waitsLeast), null, 1.0 / (frame.Subjects.Count - index));
            if (answer.Status is PlanStatus.Unknown && answer.Bound <= 0)
                return Quick();
            bound += answer.Bound;
        }

        return Math.Max(bound, Quick());
    }

    // Where a subject is large, schools are left out: each teacher goes to the cheapest, so that the bound is lower, and still one.
    private CpModel Model(string subject, IReadOnlyList<Option> plan, long[] tolls, bool waitsLeast)
    {
        var people = frame.OfSubject(subject).ToList();
        var most = frame.Costs.Waiting(plan, people);
        var semesters = Enumerable.Range(0, frame.Semesters);
        if (people.Sum(teacher => frame.Allowed(teacher).Count()) > Neighbourhoods.LargestGroup)
        {
            var first = new SemesterModel(frame, subject, []);
            return Tolled(first.Model, first.Waiting(), first.Price + LinearExpr.WeightedSum(semesters.Select(first.Away), tolls));
        }

        var model = new SecondmentModel(frame, people);
        model.Hint([.. plan.Where(one => people.Contains(one.Teacher))]);
        return Tolled(model.Model, model.Waiting(), model.Price + LinearExpr.WeightedSum(semesters.Select(model.Away), tolls));

        CpModel Tolled(CpModel tolled, LinearExpr? waits, LinearExpr price)
        {
            if (waitsLeast && waits is not null)
                tolled.Add(waits <= most);
            tolled.Minimize(price);
            return tolled;
        }
    }

    private long Cheapest(int teacher) => frame.Allowed(teacher).Select(frame.Costs.Price).DefaultIfEmpty(0).Min();
}
