using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Calendar;
using Workflows.Policy.Data;
using Workflows.Policy.Semesters;
using Workflows.Storage;

namespace Workflows.Processes;

/// <summary>
/// The office as it is now: what the workflows folder says, with the calendars that were edited on the page in the place of its files. Each unit
/// of work takes the <see cref="Office"/> of the moment in which it begins, and keeps it.
/// </summary>
public sealed class OfficeBook : IDisposable
{
    private readonly Office ofTheFolder;
    private readonly SemaphoreSlim following = new(1);
    private IReadOnlyList<(string File, long Version)> followed = [];
    private volatile Office office;

    internal OfficeBook(Office ofTheFolder, CalendarTexts files)
    {
        this.ofTheFolder = ofTheFolder;
        Files = files;
        office = With(files);
    }

    /// <summary>The office at this moment.</summary>
    public Office Office => office;

    /// <summary>The calendar files of the folder.</summary>
    public CalendarTexts Files { get; }

    /// <summary>The office as it would be with other calendars.</summary>
    /// <exception cref="PolicyFileException">A text is broken.</exception>
    public Office With(CalendarTexts texts) => ofTheFolder with { Calendar = new WorkCalendar(texts.Notices()), Semesters = new SemesterCalendar(texts.Papers()) };

    /// <summary>Takes up the calendars that the database holds now. A broken one leaves the office as it was.</summary>
    /// <param name="db">A unit of work; nothing in it is tracked.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <exception cref="PolicyFileException">An edited calendar can't be read by this program; the message names it, place and remedy.</exception>
    public async Task FollowAsync(WorkflowsDb db, CancellationToken ct)
    {
        // One at a time: whoever reads later must not be overtaken by what an earlier one read.
        await following.WaitAsync(ct);
        try
        {
            var papers = await db.CalendarPapers.AsNoTracking().OrderBy(paper => paper.File).ToListAsync(ct);
            var found = papers.ConvertAll(paper => (paper.File, paper.Version));
            if (found.SequenceEqual(followed))
                return;
            office = With(Files.With(papers));
            followed = found;
        }
        finally
        {
            following.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => following.Dispose();
}
