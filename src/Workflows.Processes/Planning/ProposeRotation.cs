using Workflows.Planning;
using Workflows.Planning.Rotation;
using Workflows.Policy.Semesters;

namespace Workflows.Processes.Planning;

/// <summary>Proposes who moves to which school in the rotations of some years, and how many come for it (R13). It decides nothing and records nothing.</summary>
public sealed class ProposeRotation(DraftRotation draft)
{
    /// <summary>The problem and its plan.</summary>
    /// <param name="from">The first semester.</param>
    /// <param name="semesters">How many.</param>
    /// <param name="options">Seed and limit of the search.</param>
    /// <param name="progress">Told of each better plan; null for nobody.</param>
    /// <param name="ct">Ends the search, and keeps the best plan so far.</param>
    public async Task<(RotationDraft Draft, RotationPlan Plan)> RunAsync(
        SemesterName from, int semesters, PlannerOptions options, IProgress<PlanProgress>? progress, CancellationToken ct)
    {
        var drafted = await draft.RunAsync(from, semesters, ct);
        return (drafted, RotationPlanner.Solve(drafted.Problem, options, progress, ct));
    }

    /// <summary>A plan with what somebody holds fast, beside the plan without.</summary>
    /// <param name="from">The first semester.</param>
    /// <param name="semesters">How many.</param>
    /// <param name="pins">What is held fast.</param>
    /// <param name="options">Seed and limit of each search.</param>
    /// <param name="ct">Ends the wait, and a search keeps its best plan so far.</param>
    public async Task<RotationProposals> WithPinsAsync(
        SemesterName from, int semesters, IReadOnlyCollection<PlanPin> pins, PlannerOptions options, CancellationToken ct)
    {
        var free = await draft.RunAsync(from, semesters, ct);
        await ProposeSecondments.Turn.WaitAsync(ct);
        try
        {
            var without = RotationPlanner.Solve(free.Problem, options, ct: ct);
            if (pins.Count == 0)
                return new RotationProposals(free, without, without);
            var pinned = free.Pinned(pins);
            return new RotationProposals(pinned, RotationPlanner.Solve(pinned.Problem, options, ct: ct), without);
        }
        finally
        {
            ProposeSecondments.Turn.Release();
        }
    }
}

/// <summary>A plan of rotations, and the one it is compared with.</summary>
/// <param name="Draft">The problem, with its pins.</param>
/// <param name="Plan">The plan that keeps them.</param>
/// <param name="WithoutPins">The plan without; the same where nothing is held fast.</param>
public sealed record RotationProposals(RotationDraft Draft, RotationPlan Plan, RotationPlan WithoutPins)
{
    /// <summary>Who moves elsewhere or at another time than without the pins, with both.</summary>
    public IEnumerable<(string Teacher, RotationMove? Before, RotationMove? After)> Changes =>
        from id in Plan.Moves.Concat(WithoutPins.Moves).Select(one => (one.TeacherId, one.Teacher)).Distinct()
        let before = WithoutPins.Moves.FirstOrDefault(one => one.TeacherId == id.TeacherId)
        let after = Plan.Moves.FirstOrDefault(one => one.TeacherId == id.TeacherId)
        where (before?.Semester, before?.HostId) != (after?.Semester, after?.HostId)
        select (id.Teacher, before, after);

    /// <summary>How many come by each round, in both plans.</summary>
    public IEnumerable<(SemesterName Round, int Before, int After)> Newcomers => Draft.Problem.Rounds.Select(round => (
        Draft.Problem.Semesters[round], WithoutPins.Newcomers.Where(one => one.Semester == round).Sum(one => one.Count),
        Plan.Newcomers.Where(one => one.Semester == round).Sum(one => one.Count)));
}
