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
}
