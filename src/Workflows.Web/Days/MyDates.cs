using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Secondment;
using Workflows.Policy;
using Workflows.Processes;
using Workflows.Processes.Days;
using Workflows.Reminders.Rendering;
using Workflows.Storage.Identity;
using Workflows.Web.Text;

namespace Workflows.Web.Days;

/// <summary>The dates that somebody's calendar reads: of the cycle, of placements, and of the days owed. No names, schools or numbers: the address alone opens them.</summary>
public static class MyDates
{
    /// <summary>The dates of the person behind an account, in the account's language.</summary>
    /// <param name="desk">The desk.</param>
    /// <param name="account">The account.</param>
    /// <param name="page">The page that each date leads to.</param>
    /// <param name="ct">Ends the wait.</param>
    public static async Task<IReadOnlyList<CalendarDay>> ReadAsync(Desk desk, Account account, string page, CancellationToken ct)
    {
        var person = await desk.Db.People.AsNoTracking().Include(one => one.Tenures).Include(one => one.Terms).AsSplitQuery().FirstOrDefaultAsync(one => one.Id == account.PersonId, ct);
        if (person is null || person.TenureOn(desk.Today) is null)
            return [];
        var cycle = await MyCycle.ReadAsync(desk, person, ct);
        var duties = await desk.DutiesOfAsync(person, ct);
        return [.. Cycle(cycle).Concat(Placements(cycle)).Concat(Days(duties)).Select(date =>
            new CalendarDay($"{date.Matter}-{account.Id:N}", date.Day, account.Language == Language.English ? date.Words.En : date.Words.Zh, page))];
    }

    private static IEnumerable<MyDate> Cycle(MyCycle cycle)
    {
        if (cycle.Finding?.Due is not { } due)
            yield break;
        var note = due.IsProvisional ? new Bilingual("（校历暂定）", " (provisional calendar)") : new Bilingual("", "");
        yield return new("r12-decide", due.DecideBy, new($"R12：最迟应着手安排挂职{note.Zh}", $"R12: a placement should be under way{note.En}"));
        yield return new("r12-feasible", due.LastFeasible.First, new($"R12：最后一个来得及的学期开始{note.Zh}", $"R12: the last semester that is still in time begins{note.En}"));
        yield return new("r12-due", due.DueBy, new("R12：三年期满，应已完成一个学期", "R12: three years are over; a semester should be completed"));
    }

    private static IEnumerable<MyDate> Placements(MyCycle cycle)
    {
        foreach (var one in cycle.Placements.Where(one => one.State is PlacementState.Planned or PlacementState.Running))
        {
            yield return new($"start-{one.Id:N}", one.From, new("挂职开始", "Placement begins"));
            if (one.Until is { } until)
                yield return new($"end-{one.Id:N}", until.AddDays(-1), new("挂职结束", "Placement ends"));
        }
    }

    private static IEnumerable<MyDate> Days(PersonDuties duties)
    {
        if (duties.Teacher?.Finding.Span is { } semester)
            yield return new($"r14-{semester.Last:yyyyMMdd}", semester.Last, new("R14：本学期下校天数截止", "R14: last day for this semester's days at schools"));
        if (duties.Leader?.Days.Span is { } year)
            yield return new($"r22-{year.Last:yyyyMMdd}", year.Last, new("R22、R23：本年度下校和教研活动截止", "R22, R23: last day for this year's days and sessions"));
    }

    private sealed record MyDate(string Matter, DateOnly Day, Bilingual Words);
}
