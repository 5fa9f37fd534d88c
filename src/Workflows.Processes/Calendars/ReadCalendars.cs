using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Calendar;
using Workflows.Policy;

namespace Workflows.Processes.Calendars;

/// <summary>The calendar files that count, with where each comes from; this year and the next are named also where nothing is published yet.</summary>
public sealed class ReadCalendars(Desk desk, OfficeBook book)
{
    private const int FirstMonthOfASchoolYear = 8;

    /// <summary>All of them, newest year first, as the database has them now.</summary>
    public async Task<IReadOnlyList<CalendarLine>> AllAsync(CancellationToken ct)
    {
        var papers = await desk.Db.CalendarPapers.AsNoTracking().ToListAsync(ct);
        var names = await desk.Db.Users.AsNoTracking().Where(account => papers.Select(paper => paper.SavedBy).Contains(account.Id))
            .ToDictionaryAsync(account => account.Id, account => account.DisplayName, ct);
        var (year, school) = (desk.Today.Year, desk.Today.Month < FirstMonthOfASchoolYear ? desk.Today.Year - 1 : desk.Today.Year);
        CalendarFile[] expected =
        [
            new(CalendarKind.Holidays, year), new(CalendarKind.Holidays, year + 1), new(CalendarKind.Semesters, school), new(CalendarKind.Semesters, school + 1),
        ];
        return [.. book.Files.With(papers).Texts.Keys.Union(expected).OrderByDescending(file => file.Year).ThenBy(file => file.Kind).Select(Line)];

        CalendarLine Line(CalendarFile file)
        {
            var paper = papers.Find(one => one.File == $"{file}");
            var isEdited = paper is { Stands: true };
            var text = isEdited ? paper!.Text : book.Files.Texts.GetValueOrDefault(file);
            return new CalendarLine(
                $"{file}", file.Title, text is null ? CalendarOrigin.Provisional : isEdited ? CalendarOrigin.Edited : CalendarOrigin.Folder, SourceOf(file, text),
                text, paper?.Version ?? 0, isEdited ? paper!.SavedAt : null, isEdited ? names.GetValueOrDefault(paper!.SavedBy) : null, book.Files.Texts.ContainsKey(file));
        }
    }

    /// <summary>One of them; null for a name that is none.</summary>
    public async Task<CalendarLine?> FindAsync(string name, CancellationToken ct)
    {
        if (CalendarFile.Parse(name) is not { } file)
            return null;
        return (await AllAsync(ct)).FirstOrDefault(line => line.File == name)
            ?? new CalendarLine(name, file.Title, CalendarOrigin.Provisional, "", null, 0, null, null, false);
    }

    /// <summary>The office by these calendars.</summary>
    public Office OfficeOf(IEnumerable<CalendarLine> lines) => book.With(new CalendarTexts(
        lines.Aggregate(book.Files.Texts.Clear(), (texts, line) => line.Text is null ? texts : texts.Add(CalendarFile.Parse(line.File)!.Value, line.Text))));

    private static string SourceOf(CalendarFile file, string? text) =>
        text is null ? "" : file.Kind is CalendarKind.Holidays ? file.Holidays(text).Source : file.Semesters(text).Source;
}

/// <summary>One calendar file.</summary>
/// <param name="File">Its name.</param>
/// <param name="Title">What the office calls it.</param>
/// <param name="Origin">Where it comes from.</param>
/// <param name="Source">The document that it was taken from, as the file says; empty where there is no file.</param>
/// <param name="Text">Its text; null where nothing is published and the year is provisional.</param>
/// <param name="Version">The edited version's number, to be named when saving; 0 where nobody ever edited it.</param>
/// <param name="SavedAt">When it was edited, UTC; null where the folder's file counts.</param>
/// <param name="SavedBy">Who edited it.</param>
/// <param name="IsInFolder">Whether the folder has such a file to go back to.</param>
public sealed record CalendarLine(
    string File, Bilingual Title, CalendarOrigin Origin, string Source, string? Text, long Version, DateTimeOffset? SavedAt, string? SavedBy, bool IsInFolder);

/// <summary>Where a year's calendar comes from.</summary>
public enum CalendarOrigin
{
    /// <summary>A file in <c>workflows/calendar</c>.</summary>
    Folder,

    /// <summary>Edited in the office.</summary>
    Edited,

    /// <summary>Nothing is published: worked out from other years, or from weekends alone.</summary>
    Provisional,
}
