using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Secondment;
using Workflows.Personnel.Staff;
using Workflows.Policy.Secondment;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Secondment;

/// <summary>How a teacher's cycle is opened, found, told and ended. What R12 says is computed each time; the cycle's case follows what people do.</summary>
public static class Cycles
{
    /// <summary>The definition by which a cycle runs.</summary>
    public const string Definition = "secondment-cycle";

    /// <summary>The person's cycle whose case runs; null for none.</summary>
    internal static async Task<SecondmentCycle?> RunningCycleAsync(this Desk desk, Guid personId, CancellationToken ct)
    {
        await desk.Db.SecondmentCycles.Where(cycle => cycle.PersonId == personId).LoadAsync(ct);
        foreach (var cycle in desk.Db.SecondmentCycles.Local.Where(one => one.PersonId == personId))
        {
            if ((await desk.CaseAsync(cycle.CaseId, ct)).Stage is CaseStage.Running)
                return cycle;
        }

        return null;
    }

    /// <summary>The cycle of a case.</summary>
    internal static async ValueTask<SecondmentCycle> CycleAsync(this Desk desk, Guid caseId, CancellationToken ct) =>
        await desk.Db.SecondmentCycles.FindAsync([caseId], ct) ?? throw new InvalidOperationException($"Case {caseId} is about no cycle.");

    /// <summary>Opens the cycle that R12 asks for now; null where nothing can be asked, or this very cycle has been opened before.</summary>
    /// <param name="desk">The desk.</param>
    /// <param name="teacher">R12 for the teacher.</param>
    /// <param name="actor">Who opens it; null for the daily look at who has to go soon.</param>
    /// <param name="ct">Ends the wait.</param>
    internal static async Task<SecondmentCycle?> OpenCycleAsync(this Desk desk, TeacherFinding teacher, Guid? actor, CancellationToken ct)
    {
        var person = teacher.Person;
        if (teacher.Finding.Due is not { } due
            || await desk.Db.SecondmentCycles.AnyAsync(one => one.PersonId == person.Id && one.CountedFrom == due.CountedFrom, ct))
            return null;
        var @case = new Case
        {
            Id = Guid.CreateVersion7(desk.Now), DefinitionId = Definition, PersonId = person.Id, OpenedBy = actor ?? Guid.Empty, OpenedAt = desk.Now,
            TitleZh = $"挂职周期 {person.Name}", TitleEn = $"Secondment cycle of {person.Name}",
        };
        var cycle = new SecondmentCycle { CaseId = @case.Id, PersonId = person.Id, CountedFrom = due.CountedFrom, DueBy = due.DueBy };
        desk.Db.Cases.Add(@case);
        desk.Db.SecondmentCycles.Add(cycle);
        desk.Record(@case, new AuditLine("CycleOpened", actor)
        {
            Subject = $"{person.Id}", NewValue = Written(due.DueBy), Reason = SecondmentWording.Explain(teacher.Finding).Zh,
        });
        await desk.Engine.StartAsync(@case.Id, Definition, ct);
        return cycle;
    }

    /// <summary>R12 for the person of a cycle, from what this unit of work knows.</summary>
    internal static async Task<SecondmentFinding> FindingAsync(
        this Desk desk, SecondmentCycle cycle, IEnumerable<Placement> placements, DateOnly asOf, CancellationToken ct) =>
        SecondmentFindings.Evaluate(
            desk.Office, await desk.Db.People.FirstAsync(one => one.Id == cycle.PersonId, ct), placements,
            await desk.Db.SecondmentWishes.Where(wish => wish.PersonId == cycle.PersonId).ToListAsync(ct), asOf);

    /// <summary>Asks a cycle that waits to look again at what has changed; one that waits for people is told nothing.</summary>
    internal static async ValueTask TellCycleAsync(this Desk desk, SecondmentCycle cycle, string outcome, Guid operationId, CancellationToken ct)
    {
        if (cycle.WaitId is { } wait)
            await desk.Engine.SignalAsync(cycle.CaseId, wait, outcome, operationId, ct);
    }

    /// <summary>Ends the person's cycle because the person has left: a placement that isn't over is broken off.</summary>
    internal static async Task EndCycleAsync(this Desk desk, Person person, string reason, DateOnly gone, Guid operationId, CancellationToken ct)
    {
        foreach (var placement in (await desk.PlacementsAsync(person.Id, ct)).Where(one => one.State is PlacementState.Planned or PlacementState.Running))
            placement.BreakOff(gone);
        if (await desk.RunningCycleAsync(person.Id, ct) is not { } cycle)
            return;
        desk.Record(await desk.CaseAsync(cycle.CaseId, ct), new AuditLine("CycleEnded", null) { Subject = $"{person.Id}", Reason = reason });
        await desk.Engine.CancelAsync(cycle.CaseId, reason, operationId, ct);
    }

    /// <summary>Breaks a placement off: it never counts for R12.</summary>
    /// <param name="placement">The placement.</param>
    /// <param name="gone">The first day on which the person is no longer there.</param>
    internal static void BreakOff(this Placement placement, DateOnly gone)
    {
        placement.State = PlacementState.Interrupted;
        placement.Until = gone < placement.From ? placement.From : placement.Until is { } until && until < gone ? until : gone;
    }

    /// <summary>Records a change of the person's status with the case that made it, unless it is the status already.</summary>
    internal static void ChangeStatus(this Desk desk, Person person, StaffStatus status, DateOnly from, string reason, string documentNumber, Guid? caseId)
    {
        if (person.Status == status)
            return;
        desk.Db.StatusChanges.Add(new StatusChange
        {
            Id = Guid.CreateVersion7(desk.Now), PersonId = person.Id, From = from, Status = status, Before = person.Status, Reason = reason,
            DocumentNumber = documentNumber, CaseId = caseId, RecordedAt = desk.Now,
        });
        person.Status = status;
    }

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
