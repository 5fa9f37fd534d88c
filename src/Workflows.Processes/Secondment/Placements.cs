using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Secondment;
using Workflows.Policy.Semesters;

namespace Workflows.Processes.Secondment;

/// <summary>How placements are found, and when they keep somebody away.</summary>
public static class Placements
{
    /// <summary>Whether the person is, was or will be there on some day of the semester.</summary>
    public static bool IsDuring(this Placement placement, Semester semester) => placement is { RetractedAt: null, State: not PlacementState.Interrupted }
        && placement.From <= semester.Last
        && (placement.Until is { } until ? until > semester.First : placement.State is not PlacementState.Completed);

    /// <summary>The placement.</summary>
    internal static async ValueTask<Placement> PlacementAsync(this Desk desk, Guid id, CancellationToken ct) =>
        await desk.Db.Placements.FindAsync([id], ct) ?? throw new InvalidOperationException($"There is no placement {id}.");

    /// <summary>The person's placements that stand, tracked, those of this unit of work included, oldest first.</summary>
    internal static async Task<IReadOnlyList<Placement>> PlacementsAsync(this Desk desk, Guid personId, CancellationToken ct)
    {
        await desk.Db.Placements.Where(one => one.PersonId == personId).LoadAsync(ct);
        return [.. desk.Db.Placements.Local.Where(one => one.PersonId == personId && one.RetractedAt is null).OrderBy(one => one.From)];
    }
}
