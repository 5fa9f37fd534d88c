using Workflows.Planning.Solving;

namespace Workflows.Planning.Secondment;

/// <summary>
/// For large problems, one subject after the other: teachers to semesters, then teachers to schools in each semester. Then small groups of teachers anew
/// with everybody else as they are, beside a bound for the whole, so that the gap it states is an honest one.
/// </summary>
internal sealed class TwoStageSearch(PlanFrame frame, SolverRun run)
{
    private const double ShareForSubject = 0.2;
    private const double ShareForBound = 0.2;
    private const int MostRounds = 40;

    /// <summary>The plan; its status is Unknown also where the two stages find no way together, though there may be one.</summary>
    public Found Solve()
    {
        List<Option> plan = [];
        long least = 0;
        foreach (var subject in frame.Subjects)
        {
            var (status, placed, waiting) = OfSubject(subject, plan);
            if (status is not PlanStatus.Feasible)
                return new Found(status, [], 0, 0);
            plan.AddRange(placed);
            least += waiting;
            run.Tell(new PlanProgress(PlanStage.Semesters, frame.Costs.Of(plan).Sum, 0));
        }

        // A bound early, so that whoever watches knows how good each plan is; and one more in the end, as a better plan gives better tolls.
        var bound = Bound(plan, least, ShareForBound);
        run.Tell(new PlanProgress(PlanStage.Bound, frame.Costs.Of(plan).Sum, bound));
        var better = new Neighbourhoods(frame, run.Part(1 - ShareForBound)).Improve(plan, bound);
        bound = Math.Max(bound, Bound(better, least, 1));
        var isProven = bound >= frame.Costs.Of(better).Sum && frame.Costs.Waiting(better) == least;
        return new Found(isProven ? PlanStatus.Optimal : PlanStatus.Feasible, better, bound, least);
    }

    private long Bound(IReadOnlyList<Option> plan, long leastWaiting, double share) =>
        new SubjectBounds(frame, run.Part(share)).Of(plan, frame.Costs.Waiting(plan) == leastWaiting);

    private (PlanStatus Status, IReadOnlyList<Option> Plan, long LeastWaiting) OfSubject(string subject, IReadOnlyCollection<Option> before)
    {
        var model = new SemesterModel(frame, subject, before);
        long least = 0;
        // What the model is told of one plan, such as that nobody waits longer than in the first one found, is no proof that there is none.
        var isTrueOfAll = true;
        if (model.Waiting() is { } waits)
        {
            isTrueOfAll = false;
            model.Model.Minimize(waits);
            var answer = run.Solve(model.Model, null, ShareForSubject);
            if (!answer.HasSolution)
                return (answer.Status, [], 0);
            least = Math.Min(answer.Bound, answer.Objective);
            model.Model.Add(waits <= answer.Objective);
            model.Hint(answer);
        }

        model.Model.Minimize(model.Price + model.Uneven);
        for (var round = 0; round < MostRounds; round++)
        {
            var answer = run.Solve(model.Model, null, ShareForSubject);
            if (!answer.HasSolution)
                return (isTrueOfAll ? answer.Status : PlanStatus.Unknown, [], 0);
            if (Schools(model, subject, answer, ref isTrueOfAll) is { } plan)
                return (PlanStatus.Feasible, plan, least);
            model.Hint(answer);
        }

        return (PlanStatus.Unknown, [], 0);
    }

    // Null where somewhere the places don't suffice: then the model knows that now.
    private List<Option>? Schools(SemesterModel model, string subject, SolverAnswer answer, ref bool isTrueOfAll)
    {
        List<Option> plan = [];
        var suffices = true;
        foreach (var group in model.Read(answer))
        {
            var (semester, people) = (group.Key, group.ToList());
            var choices = people.ConvertAll(teacher => Choices(model, plan, teacher, semester));
            if (SchoolFlow.Cheapest(choices, Places, frame.Costs.Price) is { } placed)
            {
                plan.AddRange(placed);
                continue;
            }

            var (tooMany, schools) = SchoolFlow.TooMany(choices, Places);
            isTrueOfAll &= model.Exclude(semester, [.. tooMany.Select(n => people[n])], schools);
            suffices = false;

            int? Places(int host) => frame.FreePlaces(host, subject, semester);
        }

        return suffices ? plan : null;
    }

    // In time where that can be, and nowhere for the second time.
    private List<Option> Choices(SemesterModel model, List<Option> plan, int teacher, int semester)
    {
        var person = frame.Teachers[teacher];
        var all = model.Choices[teacher][semester].Where(one => !plan.Exists(other => other.Teacher == teacher && other.Host == one.Host
            && frame.MayReturn(person, frame.Hosts[one.Host].Id) is not null)).ToList();
        var inTime = all.FindAll(one => semester <= frame.LastInTime(person, frame.Hosts[one.Host].Stage));
        return inTime.Count > 0 ? inTime : all;
    }
}
