using System.Collections.Frozen;
using System.Collections.Immutable;
using Workflows.Policy.Data;

namespace Workflows.Policy.Education;

/// <summary>Why a spelling says nothing certain of the education.</summary>
public enum EducationQuestion
{
    /// <summary>The level is certain.</summary>
    None,

    /// <summary>The cell is empty.</summary>
    Missing,

    /// <summary>Perhaps no national 学历: 党校, 在职研究生.</summary>
    NotNational,

    /// <summary>The table doesn't list it.</summary>
    Unlisted,
}

/// <summary>What the table says of a spelling.</summary>
/// <param name="Level">The level; null where <paramref name="Question"/> asks.</param>
/// <param name="NotGraduated">True for 结业 and 肄业, which count as the level below.</param>
/// <param name="Question">What is open.</param>
public sealed record EducationMeaning(EducationLevel? Level, bool NotGraduated, EducationQuestion Question);

/// <summary>The spellings of 最高学历 (R05, R15; levels by GB/T 4658): <c>workflows/spellings/education.json</c>.</summary>
public sealed class EducationSpellings
{
    private readonly FrozenDictionary<string, EducationMeaning> meanings;

    private EducationSpellings(Dictionary<string, EducationMeaning> meanings, string[] names)
        => (this.meanings, Names) = (meanings.ToFrozenDictionary(), [.. names]);

    /// <summary>The levels by their usual names: what an unlisted word may stand for.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>Reads the file's text.</summary>
    /// <exception cref="PolicyFileException">The text is broken.</exception>
    public static EducationSpellings Parse(string json, string file = "spellings/education.json")
    {
        var root = PolicyNode.Parse(file, json).Only("source", "levels", "notNational");
        var meanings = new Dictionary<string, EducationMeaning>();
        foreach (var level in root["levels"].Items())
        {
            level.Only("level", "names", "notGraduated");
            var notGraduated = level.Find("notGraduated")?.Flag() ?? false;
            Add(meanings, level["names"], Certain(level, notGraduated));
        }
        Add(meanings, root["notNational"], new EducationMeaning(null, false, EducationQuestion.NotNational));
        var names = root["levels"].Items().Where(level => level.Find("notGraduated") is null).Select(level => WrittenForm.Compact(level["names"].Texts()[0]));
        return new EducationSpellings(meanings, [.. names]);
    }

    /// <summary>Whether the table lists a spelling, in whatever sense.</summary>
    public bool Lists(string education) => meanings.ContainsKey(WrittenForm.Compact(education));

    /// <summary>What an education cell means.</summary>
    public EducationMeaning Read(string education)
    {
        var spelling = WrittenForm.Compact(education);
        if (spelling.Length == 0) return new EducationMeaning(null, false, EducationQuestion.Missing);
        return meanings.TryGetValue(spelling, out var meaning)
            ? meaning
            : new EducationMeaning(null, false, EducationQuestion.Unlisted);
    }

    private static EducationMeaning Certain(PolicyNode level, bool notGraduated)
        => new(level["level"].OneOf<EducationLevel>(), notGraduated, EducationQuestion.None);

    private static void Add(Dictionary<string, EducationMeaning> meanings, PolicyNode names, EducationMeaning meaning)
    {
        foreach (var name in names.Items())
        {
            var spelling = WrittenForm.Compact(name.Text());
            if (!meanings.TryAdd(spelling, meaning)) throw name.Fault(new($"{spelling} 写了两次", $"{spelling} is listed twice"), new("请保留一处", "keep one of the two"));
        }
    }
}
