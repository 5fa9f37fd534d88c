using Workflows.Planning;
using Workflows.Planning.Secondment;
using Workflows.Policy.Semesters;

namespace Workflows.Processes.Planning;

/// <summary>Proposes who goes to which school in which of the coming semesters (R11, R12). It decides nothing and records nothing.</summary>
public sealed class ProposeSecondments(DraftSecondments draft)
{
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
}
