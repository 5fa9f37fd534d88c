using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Secondment;
using Workflows.Personnel.Staff;
using Workflows.Processes;
using Workflows.Processes.Secondment;

namespace Workflows.Web.Cases;

/// <summary>What the case page shows of one teacher's cycle: R12 as it is now, and the placement that the cycle follows.</summary>
/// <param name="Cycle">The cycle.</param>
/// <param name="Person">The teacher.</param>
/// <param name="Teacher">R12 as of today; null for somebody whom it no longer asks.</param>
/// <param name="Placement">The placement that it follows; null while none is decided.</param>
public sealed record CycleMatter(SecondmentCycle Cycle, Person Person, TeacherFinding? Teacher, Placement? Placement)
{
    /// <summary>Reads what a case about a cycle is about; null for any other case.</summary>
    public static async Task<CycleMatter?> FindAsync(Desk desk, Case @case, CancellationToken ct)
    {
        var db = desk.Db;
        if (await db.SecondmentCycles.AsNoTracking().FirstOrDefaultAsync(one => one.CaseId == @case.Id, ct) is not { } cycle)
            return null;
        return new CycleMatter(
            cycle, await db.People.AsNoTracking().FirstAsync(one => one.Id == cycle.PersonId, ct),
            await desk.SecondmentFindingAsync(cycle.PersonId, desk.Today, ct),
            await db.Placements.AsNoTracking().FirstOrDefaultAsync(one => one.Id == cycle.PlacementId, ct));
    }
}
