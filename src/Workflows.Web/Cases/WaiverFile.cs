using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Hiring;
using Workflows.Processes.Waivers;
using Workflows.Storage;

namespace Workflows.Web.Cases;

/// <summary>A waiver that waits for leadership, with what it is measured by.</summary>
/// <param name="Waiver">The waiver.</param>
/// <param name="Precedents">Earlier decisions on any of the same clauses, newest first.</param>
public sealed record WaiverFile(Waiver Waiver, IReadOnlyList<Waiver> Precedents)
{
    private const int Most = 8;

    /// <summary>Reads the open waiver of an application's case; null where there is none.</summary>
    public static async Task<WaiverFile?> FindAsync(WorkflowsDb db, Case @case, CancellationToken ct) =>
        @case.ApplicationId is not null
        && await db.Waivers.AsNoTracking().FirstOrDefaultAsync(one => one.CaseId == @case.Id && one.Result == WaiverResult.Open, ct) is { } waiver
            ? new WaiverFile(waiver, await db.Waivers.AsNoTracking().PrecedentsAsync(waiver, Most, ct))
            : null;
}
