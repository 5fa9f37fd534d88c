namespace Workflows.Personnel.Spellings;

/// <summary>What a word means that no table of spellings lists: asked once, answered by a person, and kept with who answered.</summary>
public sealed class SpellingAnswer
{
    /// <summary>The column that it stands in: 职称, 最高学历, 学段.</summary>
    public required string Column { get; init; }

    /// <summary>The word, folded and without blanks.</summary>
    public required string Written { get; init; }

    /// <summary>The listed word that it stands for.</summary>
    public required string Means { get; set; }

    /// <summary>The account that answered.</summary>
    public Guid AnsweredBy { get; set; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset AnsweredAt { get; set; }

    /// <summary>Raised by every change.</summary>
    public long Version { get; set; }
}
