using System.Collections.Frozen;
using System.Collections.Immutable;
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
    private readonly FrozenDictionary<int, TitleLevel> grades;

    private readonly FrozenSet<string> spellings;

    private TitleLadder(Dictionary<(string Spelling, string Stage), Entry> entries, Dictionary<int, TitleLevel> grades, string[] names)
    {
        (this.entries, this.grades, Names) = (entries.ToFrozenDictionary(), grades.ToFrozenDictionary(), [.. names]);
        spellings = entries.Keys.Select(key => key.Spelling).ToFrozenSet();
    }

    /// <summary>The titles by their usual names, those only that mean a level in every school stage: what an unlisted word may stand for.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>Reads the file's text.</summary>
    /// <param name="json">The content of titles.json.</param>
    /// <param name="file">The name that faults give.</param>
    /// <exception cref="PolicyFileException">The text is broken.</exception>
    public static TitleLadder Parse(string json, string file = "titles.json")
    {
        var root = PolicyNode.Parse(file, json).Only("source", "titles", "ambiguous", "honours");
        var entries = new Dictionary<(string, string), Entry>();
        var grades = new Dictionary<int, TitleLevel>();
        foreach (var title in root["titles"].Items())
        {
            title.Only("level", "names", "stages", "series", "postGrades");
            var entry = new Entry(title["level"].OneOf<TitleLevel>(), title.Find("series")?.Text(), TitleQuestion.None);
            Add(entries, title["names"], title.Find("stages")?.Texts() ?? [EveryStage], entry);
            if (title.Find("postGrades") is { } range) AddGrades(grades, range, entry.Level!.Value);
        }
        Add(entries, root["ambiguous"], [EveryStage], new Entry(null, null, TitleQuestion.Ambiguous));
        Add(entries, root["honours"], [EveryStage], new Entry(null, null, TitleQuestion.Honour));
        var names = root["titles"].Items().Where(title => title.Find("stages") is null).Select(title => WrittenForm.Compact(title["names"].Texts()[0]));
        return new TitleLadder(entries, grades, [.. names]);
    }

    /// <summary>The title level that a post grade (专业技术岗位等级) is meant for; null for a grade that the ladder doesn't list.</summary>
    /// <param name="grade">The grade, 1 being the highest.</param>
    public TitleLevel? ForGrade(int grade) => grades.TryGetValue(grade, out var level) ? level : null;

    /// <summary>Whether the ladder lists a spelling, in whatever sense and stage.</summary>
    public bool Lists(string title) => spellings.Contains(WrittenForm.Compact(title));

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
                if (!entries.TryAdd((spelling, stage), entry)) throw name.Fault(new($"{spelling} 写了两次", $"{spelling} is listed twice"), new("请保留一处", "keep one of the two"));
            }
        }
    }

    private static void AddGrades(Dictionary<int, TitleLevel> grades, PolicyNode range, TitleLevel level)
    {
        var ends = range.Text().Split('-');
        if (ends.Length > 2 || !int.TryParse(ends[0], out var first) || !int.TryParse(ends[^1], out var last) || first < 1 || last < first)
            throw range.Fault(new("不是岗位等级", "not a range of post grades"), new("请写成 5-7 或 13", "write it as \"5-7\" or \"13\""));
        for (var grade = first; grade <= last; grade++)
        {
            if (!grades.TryAdd(grade, level)) throw range.Fault(new($"等级 {grade} 写了两次", $"grade {grade} is listed twice"), new("请保留一处", "keep one of the two"));
        }
    }

    private sealed record Entry(TitleLevel? Level, string? Series, TitleQuestion Question);
}
