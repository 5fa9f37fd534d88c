using Microsoft.EntityFrameworkCore;
using Workflows.Storage;

namespace Workflows.Processes.WorkItems;

/// <summary>Who stands on the list that a case is about: nobody decides on a list with their own name on it.</summary>
public static class Listed
{
    /// <summary>The cases among these that are about a list, each with the people who stand on it now.</summary>
    public static async Task<IReadOnlySet<(Guid CaseId, Guid? PersonId)>> ListedAsync(
        this WorkflowsDb db, IReadOnlyCollection<Guid> cases, CancellationToken ct) =>
        (await db.PlanLines.AsNoTracking().Where(line => cases.Contains(line.PlanId) && line.StruckReason == "")
            .Select(line => new { line.PlanId, line.PersonId }).ToListAsync(ct))
        .Select(line => (line.PlanId, (Guid?)line.PersonId))
        .Concat((await db.RotationLines.AsNoTracking().Where(line => cases.Contains(line.RoundId) && line.StruckReason == "")
            .Select(line => new { line.RoundId, line.PersonId }).ToListAsync(ct)).Select(line => (line.RoundId, (Guid?)line.PersonId)))
        .ToHashSet();
}
