using Workflows.Planning;
using Workflows.Planning.Secondment;
using Workflows.Policy.Semesters;

namespace Workflows.Processes.Planning;

/// <summary>Proposes who goes to which school in which of the coming semesters (R11, R12). It decides nothing and records nothing.</summary>
public sealed class ProposeSecondments(DraftSecondments draft)
{
    // A page's search takes a processor: on a node one runs at a time, and whoever asks meanwhile waits. Longer ones go by PlanSearching, and nobody waits for those.
    internal static readonly SemaphoreSlim Turn = new(1, 1);

    /// <summary>The problem and its plan.</summary>
    /// <param name="from">The first semester.</param>
    /// <param name="semesters">How many.</param>
    /// <param name="options">Seed and limit of the search.</param>
    /// <param name="progress">Told of each better plan; null for nobody.</param>
    /// <param name="ct">Ends the search, and keeps the best plan so far.</param>
    public async Task<(SecondmentDraft Draft, SecondmentPlan Plan)> RunAsync(
        SemesterName from, int semesters, PlannerOptions options, IProgress<PlanProgress>? progress, CancellationToken ct)
    {
        var drafted = await draft.RunAsync(from, semesters, ct);
        return (drafted, SecondmentPlanner.Solve(drafted.Problem, options, progress, ct));
    }

    /// <summary>A plan with what somebody holds fast, beside the plan without.</summary>
    /// <param name="from">The first semester.</param>
    /// <param name="semesters">How many.</param>
    /// <param name="pins">What is held fast.</param>
    /// <param name="options">Seed and limit of each search.</param>
    /// <param name="ct">Ends the wait, and a search keeps its best plan so far.</param>
    public async Task<PlanProposals> WithPinsAsync(
        SemesterName from, int semesters, IReadOnlyCollection<PlanPin> pins, PlannerOptions options, CancellationToken ct)
    {
        var free = await draft.RunAsync(from, semesters, ct);
        await Turn.WaitAsync(ct);
        try
        {
            var without = SecondmentPlanner.Solve(free.Problem, options, ct: ct);
            if (pins.Count == 0)
                return new PlanProposals(free, without, without);
            var pinned = free.Pinned(pins);
            return new PlanProposals(pinned, SecondmentPlanner.Solve(pinned.Problem, options, ct: ct), without);
        }
        finally
        {
            Turn.Release();
        }
    }
}

/// <summary>A plan, and the one it is compared with.</summary>
/// <param name="Draft">The problem, with its pins.</param>
/// <param name="Plan">The plan that keeps them.</param>
/// <param name="WithoutPins">The plan without; the same where nothing is held fast.</param>
public sealed record PlanProposals(SecondmentDraft Draft, SecondmentPlan Plan, SecondmentPlan WithoutPins)
{
    /// <summary>Who goes elsewhere or at another time than without the pins, with both.</summary>
    public IEnumerable<(string Teacher, SecondmentAssignment? Before, SecondmentAssignment? After)> Changes =>
        from id in Plan.Assignments.Concat(WithoutPins.Assignments).Select(one => (one.TeacherId, one.Teacher)).Distinct()
        let before = WithoutPins.Assignments.FirstOrDefault(one => one.TeacherId == id.TeacherId)
        let after = Plan.Assignments.FirstOrDefault(one => one.TeacherId == id.TeacherId)
        where (before?.Semester, before?.HostId) != (after?.Semester, after?.HostId)
        select (id.Teacher, before, after);
}
