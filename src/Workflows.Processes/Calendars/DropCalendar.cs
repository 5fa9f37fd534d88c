using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Calendar;
using Workflows.Personnel.Cases;

namespace Workflows.Processes.Calendars;

/// <summary>HR goes back to the folder's file; without one the year is provisional again.</summary>
public sealed class DropCalendar(Desk desk, OfficeBook book)
{
    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="File">The file's name.</param>
    /// <param name="ExpectedVersion">The version that the page showed.</param>
    public sealed record Command(Guid OperationId, string File, long ExpectedVersion);

    /// <summary>Drops the edited calendar. Open deadlines follow.</summary>
    public async Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct)
    {
        var answer = await desk.OnceAsync(command.OperationId, actor, nameof(DropCalendar), () => DecideAsync(command, actor, ct), ct);
        if (answer.IsDone)
            await book.FollowAsync(desk.Db, ct);
        return answer;
    }

    private async Task<Answer> DecideAsync(Command command, Guid actor, CancellationToken ct)
    {
        if (await desk.RefusalUnlessAsync(actor, OfficeRole.HumanResources, ct) is { } notHr)
            return notHr;
        if (CalendarFile.Parse(command.File) is not { } file)
            return CalendarMoves.NoCalendar;
        if (!await desk.Db.CalendarPapers.AnyAsync(paper => paper.File == command.File && paper.Text != "", ct))
            return Answer.Refused(Refusal.NotFound, $"{file.Title.Zh}没有在网页上改过。", $"The {file.Title.En} were never edited here.");
        return await desk.ReplaceAsync(book, file, null, command.ExpectedVersion, actor, ct);
    }
}
