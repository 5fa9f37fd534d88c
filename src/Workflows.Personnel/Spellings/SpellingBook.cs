using System.Collections.Frozen;
using Workflows.Policy;

namespace Workflows.Personnel.Spellings;

/// <summary>What unlisted words mean, as people answered; the policy's tables stay the base, and answers only add to them.</summary>
public sealed class SpellingBook(IEnumerable<SpellingAnswer> answers)
{
    private readonly FrozenDictionary<(string Column, string Written), string> meanings =
        answers.ToFrozenDictionary(answer => (answer.Column, answer.Written), answer => answer.Means);

    /// <summary>A book without answers.</summary>
    public static SpellingBook Empty { get; } = new([]);

    /// <summary>The listed word that a cell stands for, without blanks; the cell itself where nobody answered.</summary>
    public string Listed(string column, string cell)
    {
        var word = WrittenForm.Compact(cell);
        return meanings.GetValueOrDefault((column, word)) ?? word;
    }
}

/// <summary>A word that no table lists: who knows what it means may say so once.</summary>
/// <param name="Column">The column that it stands in.</param>
/// <param name="Written">The word, folded and without blanks.</param>
public sealed record UnlistedWord(string Column, string Written);
