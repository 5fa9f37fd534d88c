using Workflows.Policy.Titles;

namespace Workflows.Policy.Shares;

/// <summary>R03: 其中高级占50%以上（占全部专任教师）.</summary>
public static class SeniorShare
{
    /// <summary>What the clause says of these full-time teachers.</summary>
    /// <param name="titles">The level of each one's title (评); null where it isn't known.</param>
    /// <param name="policy">The minimum.</param>
    public static Share Evaluate(IEnumerable<TitleLevel?> titles, StructurePolicy policy) =>
        Share.Count(titles.Select(level => level is { } known ? known >= TitleLevel.Senior : (bool?)null), policy.MinimumSeniorPercent);
}
