using System.Collections.Immutable;
using Workflows.Planning.Solving;

namespace Workflows.Planning.Secondment;

/// <summary>
/// Which rules conflict. Every hard rule is about the teachers of one subject, so each subject is asked by itself, and each that has no plan gives its own
/// smallest set.
/// </summary>
internal sealed class ConflictSearch(PlanFrame frame, SolverRun run)
{
    // One more question for each rule: sets beyond this size are made smaller once, not in both directions.
    private const int SmallEnough = 60;

    /// <summary>The subjects whose rules can't all be kept.</summary>
    public IEnumerable<string> Subjects() => frame.Subjects.Where(subject => IsInfeasible(subject, null));

    /// <summary>A smallest set for a subject: without any one of its rules the others can be kept.</summary>
    public ImmutableArray<PlanRule> Smallest(string subject)
    {
        var model = new SecondmentModel(frame, frame.OfSubject(subject), RuleMode.Assumed);
        model.Model.AddAssumptions(model.Assumptions.Values);
        var core = run.Solve(model.Model, PlanStage.Conflicts).Core.ToHashSet();
        var named = model.Assumptions.Where(one => core.Contains(one.Value.Index)).Select(one => one.Key).ToList();
        if (named.Count == 0)
            named = [.. model.Assumptions.Keys];
        // Schools and semesters go first, people last: what is left names whom it is about.
        List<PlanRule> ordered = [.. named.OrderBy(rule => rule.TeacherId is not null).ThenBy(rule => rule.Kind).ThenBy(rule => $"{rule.TeacherId}/{rule.HostId}/{rule.Semester}", StringComparer.Ordinal)];
        var forward = Shrunk(subject, ordered);
        if (ordered.Count > SmallEnough)
            return InOrder(forward);
        ordered.Reverse();
        var backward = Shrunk(subject, ordered);
        return InOrder(backward.Count < forward.Count ? backward : forward);
    }

    private List<PlanRule> Shrunk(string subject, List<PlanRule> rules)
    {
        List<PlanRule> left = [.. rules];
        foreach (var rule in rules)
        {
            var without = left.Where(one => one != rule).ToHashSet();
            if (IsInfeasible(subject, without))
                left = [.. left.Where(one => one != rule)];
        }

        return left;
    }

    private bool IsInfeasible(string subject, HashSet<PlanRule>? kept) =>
        run.Solve(new SecondmentModel(frame, frame.OfSubject(subject), RuleMode.Kept, kept is null ? null : kept.Contains).Model, PlanStage.Conflicts).Status is PlanStatus.Infeasible;

    private static ImmutableArray<PlanRule> InOrder(IEnumerable<PlanRule> rules) =>
        [.. rules.OrderBy(rule => rule.Kind).ThenBy(rule => rule.TeacherId ?? rule.HostId, StringComparer.Ordinal).ThenBy(rule => rule.Semester)];
}
