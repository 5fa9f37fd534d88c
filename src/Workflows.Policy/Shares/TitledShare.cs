using Workflows.Policy.Titles;

namespace Workflows.Policy.Shares;

/// <summary>R02: 中、高级职称占教师总数90%以上.</summary>
public static class TitledShare
{
    /// <summary>What the clause says of these full-time teachers.</summary>
    /// <param name="titles">The level of each one's title (评); null where it isn't known.</param>
    /// <param name="policy">The minimum.</param>
    public static Share Evaluate(IEnumerable<TitleLevel?> titles, StructurePolicy policy) =>
        Share.Count(titles.Select(Counts), policy.MinimumTitledPercent);

    /// <summary>Whether somebody of this title counts; null where it isn't known.</summary>
    public static bool? Counts(TitleLevel? level) => level is null ? null : level >= TitleLevel.Intermediate;
}
