using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Staff;
using Workflows.Personnel.Standards;
using Workflows.Processes;
using Workflows.Processes.Standards;

namespace Workflows.Web.Standards;

/// <summary>What the page and the API show of the standard's items and of inspections (R26).</summary>
public sealed class StandardBook(Desk desk)
{
    private const int MostInspections = 12;

    /// <summary>One list on a day; null where there is no such inspection.</summary>
    public async Task<StandardView?> OfAsync(Guid? inspectionId, DateOnly day, CancellationToken ct)
    {
        var inspections = await desk.Db.Inspections.AsNoTracking().OrderByDescending(one => one.On).ThenBy(one => one.Id).Take(MostInspections).ToListAsync(ct);
        var inspection = inspectionId is { } id ? await desk.Db.Inspections.AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, ct) : null;
        if (inspectionId is not null && inspection is null)
            return null;
        var items = await desk.Db.StandardItems.AsNoTracking().Where(item => item.InspectionId == inspectionId).WithTasks().ToListAsync(ct);
        return await ViewAsync(items, day, ct) with { Inspections = inspections, Inspection = inspection };
    }

    /// <summary>What one person is charged with today, in all lists; nothing for an account that belongs to nobody on the roster.</summary>
    public async Task<StandardView> OfPersonAsync(Guid? personId, CancellationToken ct)
    {
        var calledOff = await desk.Db.Inspections.AsNoTracking().Where(one => one.CalledOffReason != "").Select(one => one.Id).ToListAsync(ct);
        var items = await desk.Db.StandardItems.AsNoTracking()
            .Where(item => item.RemovedOn == null && item.Tasks.Any(task => task.OwnerId == personId)).WithTasks().ToListAsync(ct);
        return await ViewAsync(
            items.FindAll(item => item.TaskOn(desk.Today)?.OwnerId == personId && (item.InspectionId is not { } id || !calledOff.Contains(id))), desk.Today, ct);
    }

    private async Task<StandardView> ViewAsync(List<StandardItem> items, DateOnly day, CancellationToken ct)
    {
        var people = await desk.Db.People.AsNoTracking().Include(person => person.Tenures).OrderBy(person => person.Name).ThenBy(person => person.Id).ToListAsync(ct);
        var there = people.FindAll(person => person.TenureOn(day) is not null);
        var ids = items.Select(item => item.InspectionId).OfType<Guid>().ToHashSet();
        var of = await desk.Db.Inspections.AsNoTracking().Where(one => ids.Contains(one.Id)).ToDictionaryAsync(one => one.Id, ct);
        return new StandardView(day, [.. items.Where(item => item.StandsOn(day)).InOrder().Select(item =>
        {
            var task = item.TaskOn(day);
            var owner = task is null ? null : there.Find(person => person.Id == task.OwnerId)?.Name;
            return new StandardLine(item, item.InspectionId is { } id ? of[id] : null, task, owner, State(task, owner, day));
        })], there);
    }

    private static StandardState State(ItemTask? task, string? owner, DateOnly day) =>
        task is null || owner is null ? StandardState.NoOwner
        : task.HasEvidenceOn(day) ? StandardState.Evidenced
        : task.DueOn < day ? StandardState.Overdue : StandardState.Open;
}

/// <summary>A list of items on a day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Lines">The items, by number.</param>
/// <param name="People">Who is at the college on the day, by name.</param>
public sealed record StandardView(DateOnly Day, IReadOnlyList<StandardLine> Lines, IReadOnlyList<Person> People)
{
    /// <summary>The latest inspections.</summary>
    public IReadOnlyList<Inspection> Inspections { get; init; } = [];

    /// <summary>The inspection whose checklist it is; null for the standing register.</summary>
    public Inspection? Inspection { get; init; }
}

/// <summary>One item on a day.</summary>
/// <param name="Item">The item.</param>
/// <param name="Of">The inspection it belongs to; null for the standing register.</param>
/// <param name="Task">The task that holds; null where there is none.</param>
/// <param name="Owner">Who sees to it; null where nobody does, or whoever did has left.</param>
/// <param name="State">How it stands.</param>
public sealed record StandardLine(StandardItem Item, Inspection? Of, ItemTask? Task, string? Owner, StandardState State);

/// <summary>How an item stands on a day.</summary>
public enum StandardState
{
    /// <summary>The due day has passed without evidence.</summary>
    Overdue,

    /// <summary>Nobody sees to it.</summary>
    NoOwner,

    /// <summary>Somebody sees to it, and it isn't due yet.</summary>
    Open,

    /// <summary>Evidence is there.</summary>
    Evidenced,
}
