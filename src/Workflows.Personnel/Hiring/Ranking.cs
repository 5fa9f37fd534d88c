namespace Workflows.Personnel.Hiring;

/// <summary>Ranks a round's qualified applicants by weighted total.</summary>
public static class Ranking
{
    /// <summary>The ranking in order, best first, of those who sat both tests and reached the pass line.</summary>
    /// <param name="plan">Weights, pass line and tie rule.</param>
    /// <param name="qualified">The qualified applications, with their scores.</param>
    /// <returns>The ranked applications, and groups that nothing tells apart yet: those need a tie-break test.</returns>
    public static RankingResult Rank(RoundPlan plan, IEnumerable<Application> qualified)
    {
        var ordered = qualified
            .Where(application => !application.Absent && Total(plan, application) >= plan.PassLine)
            .OrderByDescending(application => Key(plan, application))
            .ToList();
        var ties = ordered
            .GroupBy(application => Key(plan, application))
            .Where(group => group.Count() > 1)
            .Select(group => (IReadOnlyList<Application>)[.. group])
            .ToList();
        return new RankingResult(ordered, ties);
    }

    /// <summary>The weighted total in points, rounded half up to two decimals; null while a score is missing.</summary>
    public static decimal? Total(RoundPlan plan, Application application) =>
        application is { Written: { } written, Interview: { } interview }
            ? decimal.Round((written * plan.WrittenWeightPercent + interview * (100 - plan.WrittenWeightPercent)) / 100m,
                2, MidpointRounding.AwayFromZero)
            : null;

    private static (decimal Total, decimal Rule, decimal TieBreak) Key(RoundPlan plan, Application application) => (
        Total(plan, application) ?? 0m,
        (plan.TieRule is TieRule.HigherInterview ? application.Interview : application.Written) ?? 0m,
        application.TieBreak ?? 0m);
}

/// <summary>A ranking, and what it could not tell apart.</summary>
/// <param name="Ordered">The ranked applications, best first.</param>
/// <param name="Ties">Groups with the same total, the same score by the tie rule and the same tie-break.</param>
public sealed record RankingResult(IReadOnlyList<Application> Ordered, IReadOnlyList<IReadOnlyList<Application>> Ties);
