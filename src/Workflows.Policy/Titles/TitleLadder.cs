using System.Collections.Frozen;
using Workflows.Policy.Data;

namespace Workflows.Policy.Titles;

/// <summary>
/// The ladder of professional titles with its spellings (R02, R07): <c>workflows/titles.json</c>. A spelling may mean a level only in some
/// school stages (高级 in 初中); without such an entry the one for every stage holds; what isn't listed is a question, never an error.
/// </summary>
public sealed class TitleLadder
{
    private const string EveryStage = "";

    private readonly FrozenDictionary<(string Spelling, string Stage), Entry> entries;

    private TitleLadder(Dictionary<(string Spelling, string Stage), Entry> entries) => this.entries = entries.ToFrozenDictionary();

    /// <summary>Reads the file's text.</summary>
    /// <param name="json">The content of titles.json.</param>
    /// <param name="file">The name that faults give.</param>
    /// <exception cref="PolicyFileException">The text is broken.</exception>
    public static TitleLadder Parse(string json, string file = "titles.json")
    {
        var root = PolicyNode.Parse(file, json).Only("source", "titles", "ambiguous", "honours");
        var entries = new Dictionary<(string, string), Entry>();
        foreach (var title in root["titles"].Items())
        {
            title.Only("level", "names", "stages", "series", "postGrades");
            var entry = new Entry(title["level"].OneOf<TitleLevel>(), title.Find("series")?.Text(), TitleQuestion.None);
            Add(entries, title["names"], title.Find("stages")?.Texts() ?? [EveryStage], entry);
        }
        Add(entries, root["ambiguous"], [EveryStage], new Entry(null, null, TitleQuestion.Ambiguous));
        Add(entries, root["honours"], [EveryStage], new Entry(null, null, TitleQuestion.Honour));
        return new TitleLadder(entries);
    }

    /// <summary>What a title cell means in a school stage.</summary>
    /// <param name="title">The title as written.</param>
    /// <param name="stage">The stage as written; empty if the sheet doesn't say.</param>
    public TitleMeaning Read(string title, string stage)
    {
        var spelling = WrittenForm.Compact(title);
        var schoolStage = WrittenForm.Compact(stage);
        if (spelling.Length == 0) return new TitleMeaning(null, false, TitleQuestion.Missing);
        if (!entries.TryGetValue((spelling, schoolStage), out var entry) && !entries.TryGetValue((spelling, EveryStage), out entry))
        {
            return new TitleMeaning(null, false, TitleQuestion.Unlisted);
        }
        return new TitleMeaning(entry.Level, entry.Series is not null && entry.Series != schoolStage, entry.Question);
    }

    private static void Add(Dictionary<(string, string), Entry> entries, PolicyNode names, string[] stages, Entry entry)
    {
        foreach (var name in names.Items())
        {
            var spelling = WrittenForm.Compact(name.Text());
            foreach (var stage in stages)
            {
                if (!entries.TryAdd((spelling, stage), entry)) throw name.Fault($"{spelling} is listed twice", "keep one of the two");
            }
        }
    }

    private sealed record Entry(TitleLevel? Level, string? Series, TitleQuestion Question);
}
