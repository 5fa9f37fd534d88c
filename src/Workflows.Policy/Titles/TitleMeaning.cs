namespace Workflows.Policy.Titles;

/// <summary>Why a spelling says nothing certain of the level.</summary>
public enum TitleQuestion
{
    /// <summary>The level is certain.</summary>
    None,

    /// <summary>The cell is empty.</summary>
    Missing,

    /// <summary>The old and the new ladder disagree: 高级 alone, say.</summary>
    Ambiguous,

    /// <summary>An honour, no title: 特级教师.</summary>
    Honour,

    /// <summary>The ladder doesn't list it.</summary>
    Unlisted,
}

/// <summary>What the ladder says of a spelling.</summary>
/// <param name="Level">The level; null where <paramref name="Question"/> asks.</param>
/// <param name="OtherSeries">True for a title of another series than the stage's, such as 讲师 outside 中职.</param>
/// <param name="Question">What is open.</param>
public sealed record TitleMeaning(TitleLevel? Level, bool OtherSeries, TitleQuestion Question);
