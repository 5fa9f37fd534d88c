using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace Workflows.Policy.Semesters;

/// <summary>
/// The semesters of all school stages. A year that no paper covers is provisional: it has the days of the nearest published year of the same
/// stage, moved by whole years, and everything computed from it says so.
/// </summary>
public sealed class SemesterCalendar
{
    private readonly Dictionary<(SchoolStage Stage, SemesterName Name), Semester> published = [];
    private readonly ILookup<(SchoolStage Stage, int Number), Semester> byNumber;
    private readonly ConcurrentDictionary<(SchoolStage Stage, SemesterName Name), Semester?> provisional = [];
    private readonly FrozenSet<SchoolStage> stages;

    /// <summary>A calendar made of papers; of two papers for one school year the later one in the list counts.</summary>
    public SemesterCalendar(IEnumerable<SemesterPaper> papers)
    {
        foreach (var semester in papers.SelectMany(paper => paper.Semesters))
            published[(semester.Stage, semester.Name)] = semester;
        byNumber = published.Values.ToLookup(semester => (semester.Stage, semester.Name.Number));
        stages = published.Values.Select(semester => semester.Stage).ToFrozenSet();
    }

    /// <summary>Whether any paper knows the stage; of one that none knows, nothing can be said.</summary>
    public bool Knows(SchoolStage stage) => stages.Contains(stage);

    /// <summary>The semester of a stage; null when no paper knows the stage's semesters of that number.</summary>
    public Semester? Find(SchoolStage stage, SemesterName name) =>
        published.TryGetValue((stage, name), out var known) ? known : provisional.GetOrAdd((stage, name), key => Moved(key.Stage, key.Name));

    private Semester? Moved(SchoolStage stage, SemesterName name)
    {
        var nearest = byNumber[(stage, name.Number)]
            .OrderBy(one => Math.Abs(one.Name.StartYear - name.StartYear)).ThenByDescending(one => one.Name).FirstOrDefault();
        if (nearest is null)
            return null;
        var years = name.StartYear - nearest.Name.StartYear;
        return BetweenPublished(new Semester(name, stage, nearest.First.AddYears(years), nearest.Last.AddYears(years), IsProvisional: true));
    }

    /// <summary>The next semester of the same stage that can be said.</summary>
    public Semester Next(Semester semester) =>
        Find(semester.Stage, semester.Name.Next) ?? Find(semester.Stage, semester.Name.After(2))
            ?? throw new ArgumentException($"No paper knows the stage of {semester.Name}.", nameof(semester));

    /// <summary>The semester of a stage that a day lies in; null in the holidays, or when no paper knows the stage.</summary>
    public Semester? On(SchoolStage stage, DateOnly day) => Around(stage, day).FirstOrDefault(semester => semester.Contains(day));

    /// <summary>The semester that a day lies in, else the next one; null when no paper knows the stage.</summary>
    public Semester? OnOrAfter(SchoolStage stage, DateOnly day) => Around(stage, day).FirstOrDefault(semester => semester.Last >= day);

    /// <summary>The last semester of a stage that is over on a day, the day itself still counting; null when no paper knows the stage.</summary>
    public Semester? EndedBy(SchoolStage stage, DateOnly day) => Around(stage, day).LastOrDefault(semester => semester.Last <= day);

    // The spring festival moves by weeks: a guessed semester gives way to the published ones beside it.
    private Semester BetweenPublished(Semester guess)
    {
        if (published.TryGetValue((guess.Stage, guess.Name.Previous), out var before) && before.Last >= guess.First)
            guess = guess with { First = before.Last.AddDays(1) };
        if (published.TryGetValue((guess.Stage, guess.Name.Next), out var after) && after.First <= guess.Last)
            guess = guess with { Last = after.First.AddDays(-1) };
        return guess;
    }

    // The semesters that can begin or end near a day, in order: of the two school years before, of its own and of the next.
    private IEnumerable<Semester> Around(SchoolStage stage, DateOnly day) =>
        Enumerable.Range(0, 8).Select(n => Find(stage, new SemesterName(day.Year - 2, 1).After(n))).OfType<Semester>();
}
