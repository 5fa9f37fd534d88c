using Workflows.Personnel.Calendar;
using Workflows.Personnel.Cases;

namespace Workflows.Processes.Calendars;

/// <summary>HR saves a year's holidays or semesters: they take the place of the file of that name, on this node at once and on the others within a minute.</summary>
public sealed class SaveCalendar(Desk desk, OfficeBook book)
{
    private const int LongestText = 100_000;

    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="File">The file's name, <c>holidays-2027.json</c> or <c>semesters-2026.json</c>.</param>
    /// <param name="Text">The file's text, in the format of the files.</param>
    /// <param name="ExpectedVersion">The version that the page showed; 0 where the folder's file counts, or none.</param>
    public sealed record Command(Guid OperationId, string File, string Text, long ExpectedVersion);

    /// <summary>Saves it, or says in a sentence what is wrong where. Open deadlines follow.</summary>
    public async Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct)
    {
        var answer = await desk.OnceAsync(command.OperationId, actor, nameof(SaveCalendar), () => DecideAsync(command, actor, ct), ct);
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
        return RefusalOf(file, command.Text) ?? await desk.ReplaceAsync(book, file, command.Text, command.ExpectedVersion, actor, ct);
    }

    internal static Answer? RefusalOf(CalendarFile file, string text)
    {
        if (text is not { Length: > 0 and <= LongestText })
            return Answer.Refused(Refusal.Invalid, $"请写入内容，最多 {LongestText} 字。", $"Write something, up to {LongestText} characters.");
        return file.FaultOf(text) is { } fault ? Answer.Refused(Refusal.Invalid, [fault.Sentence]) : null;
    }
}
