using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Calendar;
using Workflows.Personnel.Cases;
using Workflows.Processes.Cases;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Calendars;

/// <summary>What saving and dropping an edited calendar share.</summary>
internal static class CalendarMoves
{
    /// <summary>The refusal of any other file.</summary>
    public static Answer NoCalendar { get; } = Answer.Refused(Refusal.NotFound,
        "没有这个校历文件：只有 holidays-年份.json 和 semesters-年份.json。", "There is no such calendar file: only holidays-YEAR.json and semesters-YEAR.json.");

    private static readonly Answer Stale = Answer.Refused(Refusal.Stale,
        "这个校历刚被别人改过，请看过新的内容再改。", "Somebody else has just changed this calendar. Look at it again first.");

    /// <summary>
    /// Puts a text, or the folder's file, in a file's place: the paper, the due days that move with the working days, and the office's record with the
    /// text before and after.
    /// </summary>
    public static async Task<Answer> ReplaceAsync(
        this Desk desk, OfficeBook book, CalendarFile file, string? text, long expectedVersion, Guid actor, CancellationToken ct)
    {
        var papers = await desk.Db.CalendarPapers.ToListAsync(ct);
        var paper = papers.Find(one => one.File == $"{file}");
        if ((paper?.Version ?? 0) != expectedVersion)
            return Stale;
        var before = book.Files.With(papers);
        var after = before.With(file, text ?? book.Files.Texts.GetValueOrDefault(file));
        if (before.Texts.GetValueOrDefault(file) == after.Texts.GetValueOrDefault(file) && text is not null)
            return Answer.Done($"{file.Title.Zh}没有变化。", $"The {file.Title.En} are as they were.");

        if (paper is null)
            desk.Db.CalendarPapers.Add(paper = new CalendarPaper { File = $"{file}", Text = "" });
        (paper.Text, paper.SavedBy, paper.SavedAt, paper.Version) = (text ?? "", actor, desk.Now, paper.Version + 1);
        await desk.RecordInOfficeAsync(new AuditLine(text is null ? "CalendarDropped" : "CalendarSaved", actor)
        {
            Subject = $"{file}", OldValue = before.Texts.GetValueOrDefault(file, ""), NewValue = after.Texts.GetValueOrDefault(file, ""),
        }, ct);

        var moved = await desk.MovedDueDaysAsync(book.With(before), book.With(after), ct);
        foreach (var move in moved)
        {
            move.Item.DueOn = move.To;
            desk.Record(move.Item.Case, new AuditLine("DueDayMoved", actor)
            {
                Subject = move.Item.WaitId, OldValue = $"{move.From:yyyy-MM-dd}", NewValue = $"{move.To:yyyy-MM-dd}", Reason = file.Title.Zh,
            });
        }

        var (zh, en) = Said(file, text is null, after.Texts.ContainsKey(file));
        return moved.Count == 0 ? Answer.Done($"{zh}。", $"{en}.")
            : Answer.Done($"{zh}；{moved.Count}个待办事项的期限随之调整。", $"{en}; the due days of {moved.Count} open items move with it.");
    }

    /// <summary>The open items whose due day is another one by the new working days: as many of them after the asking as before.</summary>
    public static async Task<IReadOnlyList<MovedDueDay>> MovedDueDaysAsync(this Desk desk, Office before, Office after, CancellationToken ct)
    {
        var items = await desk.Db.WorkItems.Include(item => item.Case)
            .Where(item => item.Stage == WorkItemStage.Open && item.DueOn != null).OrderBy(item => item.Id).ToListAsync(ct);
        return [.. items.Select(item => MovedDueDay.Of(item, before, after)).OfType<MovedDueDay>()];
    }

    private static (string Zh, string En) Said(CalendarFile file, bool isDropped, bool isPublished) => (isDropped, isPublished) switch
    {
        (false, _) => ($"已保存{file.Title.Zh}", $"The {file.Title.En} are saved"),
        (true, true) => ($"{file.Title.Zh}已恢复为文件中的内容", $"The {file.Title.En} are those of the file again"),
        (true, false) => ($"{file.Title.Zh}已撤销，该年度为暂定", $"The {file.Title.En} are dropped, the year is provisional"),
    };
}

/// <summary>An open item whose due day moves with the working days.</summary>
/// <param name="Item">The item, with its case.</param>
/// <param name="From">The due day until now.</param>
/// <param name="To">The due day from now on.</param>
internal sealed record MovedDueDay(WorkItem Item, DateOnly From, DateOnly To)
{
    /// <summary>The move of an item; null when it stays.</summary>
    public static MovedDueDay? Of(WorkItem item, Office before, Office after)
    {
        var (asked, due) = (before.DayOf(item.AskedAt), item.DueOn!.Value);
        var days = before.Calendar.WorkingDaysBetween(asked, due);
        var to = days > 0 ? after.Calendar.AddWorkingDays(asked, days) : due;
        return to == due ? null : new MovedDueDay(item, due, to);
    }
}
