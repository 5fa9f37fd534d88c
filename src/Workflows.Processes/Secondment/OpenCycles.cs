using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Secondment;
using Workflows.Personnel.Staff;

namespace Workflows.Processes.Secondment;

/// <summary>
/// Opens the cycle of everybody whose last feasible semester is near (R12), asks those that were fulfilled by a recorded placement to look again,
/// and ends those of people who have left. Asked by "due and not yet opened", so a day of downtime loses nothing and a second look adds nothing.
/// </summary>
public sealed class OpenCycles(Desk desk)
{
    /// <summary>Does what is due now, one transaction for each person, and says how many cycles were opened.</summary>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var teachers = await desk.SecondmentFindingsAsync(desk.Today, ct);
        var known = (await desk.Db.SecondmentCycles.AsNoTracking().Select(cycle => new { cycle.PersonId, cycle.CountedFrom }).ToListAsync(ct))
            .Select(cycle => (cycle.PersonId, cycle.CountedFrom)).ToHashSet();
        var opened = 0;
        foreach (var teacher in teachers.Where(one => IsNear(one) && !known.Contains((one.Person.Id, one.Finding.Due!.CountedFrom))))
            opened += await CommittedAsync(() => OpenAsync(teacher, ct), ct) ? 1 : 0;
        foreach (var cycle in await Running().AsNoTracking().ToListAsync(ct))
            await CommittedAsync(() => LookAfterAsync(cycle, teachers.FirstOrDefault(one => one.Person.Id == cycle.PersonId), ct), ct);
        return opened;
    }

    private bool IsNear(TeacherFinding teacher) => teacher.Finding.Due is { } due
        && desk.Today >= due.LastFeasible.First.AddMonths(-desk.Office.Staff.Secondment.HorizonMonths);

    private async Task<bool> OpenAsync(TeacherFinding teacher, CancellationToken ct) =>
        await desk.RunningCycleAsync(teacher.Person.Id, ct) is null && await desk.OpenCycleAsync(teacher, null, ct) is not null;

    private async Task<bool> LookAfterAsync(SecondmentCycle seen, TeacherFinding? teacher, CancellationToken ct)
    {
        var person = await desk.Db.People.FirstAsync(one => one.Id == seen.PersonId, ct);
        if (person.Status.HasLeft() || person.Category is not StaffCategory.FullTimeTeacher)
        {
            var reason = person.Status.HasLeft() ? $"已离校：{StaffWording.Name(person.Status).Zh}" : "不再是专任教师";
            await desk.EndCycleAsync(person, reason, desk.Today, Guid.CreateVersion7(desk.Now), ct);
            return true;
        }

        if (seen is not { PlacementId: null, WaitId: not null } || !(teacher?.Ahead is not null || teacher?.Finding.Due?.CountedFrom > seen.CountedFrom))
            return false;
        await desk.TellCycleAsync(await desk.CycleAsync(seen.CaseId, ct), Outcomes.Again, Guid.CreateVersion7(desk.Now), ct);
        return true;
    }

    private IQueryable<SecondmentCycle> Running() => desk.Db.SecondmentCycles
        .Where(cycle => desk.Db.Cases.Any(@case => @case.Id == cycle.CaseId && @case.Stage == CaseStage.Running));

    private async Task<bool> CommittedAsync(Func<Task<bool>> change, CancellationToken ct)
    {
        desk.Db.ChangeTracker.Clear();
        if (!await change())
            return false;
        try
        {
            return await desk.Db.SaveChangesAsync(ct) > 0;
        }
        catch (Exception failure) when (desk.Db.Dialect.MetAnother(failure))
        {
            // Another node, or somebody at the desk, did the same at this moment. If something is left to do, the next look finds it.
            return false;
        }
    }
}
