using System.Collections.Immutable;
using Workflows.Policy.Data;
using Workflows.Policy.Semesters;

namespace Workflows.Personnel.Calendar;

/// <summary>The calendar files that count: those of the folder, each replaced by the office's own version where there is one.</summary>
/// <param name="Texts">Each file's text.</param>
public sealed record CalendarTexts(ImmutableSortedDictionary<CalendarFile, string> Texts)
{
    private static readonly Comparer<CalendarFile> ByKindAndYear =
        Comparer<CalendarFile>.Create((one, other) => (one.Kind, one.Year).CompareTo((other.Kind, other.Year)));

    /// <summary>Reads the files of <c>workflows/calendar</c>.</summary>
    /// <param name="folder">That folder.</param>
    /// <exception cref="PolicyFileException">A file is broken, or has a name that says no year; the message names file, place and remedy.</exception>
    public static CalendarTexts InFolder(string folder)
    {
        var texts = ImmutableSortedDictionary.CreateBuilder<CalendarFile, string>(ByKindAndYear);
        foreach (var path in Directory.EnumerateFiles(folder, "*.json"))
        {
            var name = Path.GetFileName(path);
            var file = CalendarFile.Parse(name) ?? throw new PolicyFileException($"calendar/{name}", "$",
                new("文件名不认识", "a name that isn't known"), new("请命名为 holidays-2027.json 或 semesters-2026.json", "call it holidays-2027.json or semesters-2026.json"));
            var text = File.ReadAllText(path);
            if (file.FaultOf(text) is { } fault)
                throw new PolicyFileException($"calendar/{name}", fault.Place, fault.Problem, fault.Remedy, fault);
            texts[file] = text;
        }

        return new CalendarTexts(texts.ToImmutable());
    }

    /// <summary>These files with the office's own versions in their places.</summary>
    public CalendarTexts With(IEnumerable<CalendarPaper> papers) => new(Texts.SetItems(papers.Where(paper => paper.Stands)
        .Select(paper => KeyValuePair.Create(CalendarFile.Parse(paper.File) ?? throw new InvalidOperationException($"“{paper.File}” is no calendar file."), paper.Text))));

    /// <summary>These files with another text, or without one, in a file's place.</summary>
    public CalendarTexts With(CalendarFile file, string? text) => new(text is null ? Texts.Remove(file) : Texts.SetItem(file, text));

    /// <summary>The holiday notices, by year.</summary>
    /// <exception cref="PolicyFileException">A text is broken.</exception>
    public IReadOnlyList<HolidayNotice> Notices() => [.. Of(CalendarKind.Holidays).Select(one => one.Key.Holidays(one.Value))];

    /// <summary>The school years' semesters, by year.</summary>
    /// <exception cref="PolicyFileException">A text is broken.</exception>
    public IReadOnlyList<SemesterPaper> Papers() => [.. Of(CalendarKind.Semesters).Select(one => one.Key.Semesters(one.Value))];

    private IEnumerable<KeyValuePair<CalendarFile, string>> Of(CalendarKind kind) => Texts.Where(one => one.Key.Kind == kind);
}
