using Workflows.Policy.Titles;

namespace Workflows.Policy.Shares;

/// <summary>R03: 其中高级占50%以上（占全部专任教师）.</summary>
public static class SeniorShare
{
    /// <summary>What the clause says of these full-time teachers.</summary>
    /// <param name="titles">The level of each one's title (评); null where it isn't known.</param>
    /// <param name="policy">The minimum.</param>
    public static Share Evaluate(IEnumerable<TitleLevel?> titles, StructurePolicy policy) =>
        Share.Count(titles.Select(Counts), policy.MinimumSeniorPercent);

    /// <summary>Whether somebody of this title counts; null where it isn't known.</summary>
    public static bool? Counts(TitleLevel? level) => level is null ? null : level >= TitleLevel.Senior;
}
