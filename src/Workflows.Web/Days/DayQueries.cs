using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Days;
using Workflows.Storage;

namespace Workflows.Web.Days;

/// <summary>What the pages of the day ledger read.</summary>
public static class DayQueries
{
    /// <summary>How many entries a page shows.</summary>
    public const int PageSize = 50;

    /// <summary>The names of the schools in the list, each once.</summary>
    public static Task<List<string>> SchoolNamesAsync(this WorkflowsDb db, CancellationToken ct) =>
        db.Schools.AsNoTracking().Select(school => school.Name).Distinct().OrderBy(name => name).ToListAsync(ct);

    /// <summary>A person's entries with journal and evidence, the latest day first.</summary>
    /// <param name="db">The database.</param>
    /// <param name="person">The person.</param>
    /// <param name="from">How many to leave out.</param>
    /// <param name="ct">Ends the wait.</param>
    public static Task<List<DayEntry>> DaysOfAsync(this WorkflowsDb db, Guid person, int from, CancellationToken ct) =>
        db.Days.AsNoTracking().Include(entry => entry.Changes).Include(entry => entry.Evidence).AsSplitQuery()
            .Where(entry => entry.PersonId == person).OrderByDescending(entry => entry.On).ThenByDescending(entry => entry.Id)
            .Skip(Math.Max(0, from)).Take(PageSize).ToListAsync(ct);

    /// <summary>What waits for a school, the earliest day first, with the people's names.</summary>
    public static Task<List<WaitingDay>> DaysWaitingAsync(this WorkflowsDb db, string school, CancellationToken ct) => (
        from entry in db.Days.AsNoTracking().Include(one => one.Evidence)
        where entry.State == DayState.Logged && entry.School == school
        join person in db.People on entry.PersonId equals person.Id
        orderby entry.On, entry.Id
        select new WaitingDay(entry, person.Name)).Take(Processes.Days.VerifyDays.Most).ToListAsync(ct);

    /// <summary>How many days wait for a school.</summary>
    public static Task<int> CountWaitingAsync(this WorkflowsDb db, string school, CancellationToken ct) =>
        db.Days.CountAsync(entry => entry.State == DayState.Logged && entry.School == school, ct);
}

/// <summary>A day that waits for its school.</summary>
/// <param name="Entry">The entry, with its evidence.</param>
/// <param name="Name">Whose day it is.</param>
public sealed record WaitingDay(DayEntry Entry, string Name);
