using Workflows.Planning.Solving;

namespace Workflows.Planning.Secondment;

/// <summary>What a search for a plan came to.</summary>
/// <param name="Status">Optimal only where both the waiting and the cost are proven least.</param>
/// <param name="Plan">The placements; empty without a plan.</param>
/// <param name="Bound">What no plan costs less than.</param>
/// <param name="LeastWaiting">For how many semesters overdue people wait at least, in any plan.</param>
internal sealed record Found(PlanStatus Status, IReadOnlyList<Option> Plan, long Bound, long LeastWaiting);

/// <summary>Teachers, semesters and schools in one model: first the least waiting of overdue people, then the least cost.</summary>
internal sealed class WholeSearch(PlanFrame frame, SolverRun run)
{
    private const double ShareForWaiting = 0.3;

    public Found Solve()
    {
        var model = new SecondmentModel(frame, Enumerable.Range(0, frame.Teachers.Count));
        long waiting = 0, least = 0;
        IReadOnlyList<Option>? first = null;
        if (model.Waiting() is { } waits)
        {
            model.Model.Minimize(waits);
            var answer = run.Solve(model.Model, PlanStage.Overdue, ShareForWaiting);
            if (!answer.HasSolution)
                return new Found(answer.Status, [], 0, 0);
            (waiting, least, first) = (answer.Objective, Math.Min(answer.Bound, answer.Objective), model.Read(answer));
            model.Model.Add(waits <= waiting);
            model.Hint(first);
        }

        model.Model.Minimize(model.Price + Spread.Cost(model.Model, frame, model.Away, frame.Costs.EvenShare()) + frame.Costs.NoneKept);
        var found = run.Solve(model.Model, PlanStage.Whole);
        // A search that was stopped early still has the plan of the first step.
        if (!found.HasSolution)
            return first is null ? new Found(found.Status, [], 0, 0) : new Found(PlanStatus.Feasible, first, 0, least);
        return new Found(found.Status is PlanStatus.Optimal && waiting > least ? PlanStatus.Feasible : found.Status, model.Read(found), found.Bound, least);
    }
}
