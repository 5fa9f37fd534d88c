using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Hiring;

namespace Workflows.Processes.Waivers;

/// <summary>How the register of waivers is looked up.</summary>
public static class WaiverRegister
{
    /// <summary>The open waiver of a case; null for none.</summary>
    internal static async Task<Waiver?> OpenWaiverAsync(this Desk desk, Guid caseId, CancellationToken ct)
    {
        // The step before may have opened it in this very unit of work, so the change tracker is asked too.
        await desk.Db.Waivers.Where(waiver => waiver.CaseId == caseId).LoadAsync(ct);
        return desk.Db.Waivers.Local.SingleOrDefault(waiver => waiver.CaseId == caseId && waiver.Result is WaiverResult.Open);
    }

    /// <summary>Withdraws what is open for an application that has come to its end.</summary>
    internal static async Task WithdrawWaiverAsync(this Desk desk, Case @case, CancellationToken ct)
    {
        if (await desk.OpenWaiverAsync(@case.Id, ct) is { } waiver)
            (waiver.Result, waiver.DecidedOn) = (WaiverResult.Withdrawn, desk.Today);
    }

    /// <summary>Earlier decided waivers of any of the same clauses, newest first: what a decision is measured by.</summary>
    /// <param name="waivers">The register.</param>
    /// <param name="waiver">The waiver to be decided.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="ct">Ends the wait.</param>
    public static async Task<IReadOnlyList<Waiver>> PrecedentsAsync(
        this IQueryable<Waiver> waivers, Waiver waiver, int most, CancellationToken ct)
    {
        var found = new List<Waiver>();
        foreach (var clause in waiver.Amounts.Select(amount => amount.Clause).Distinct())
        {
            found.AddRange(await waivers
                .Where(one => one.Id != waiver.Id && one.Clauses.Contains(clause)
                    && (one.Result == WaiverResult.Approved || one.Result == WaiverResult.Rejected))
                .OrderByDescending(one => one.OpenedAt).Take(most).ToListAsync(ct));
        }

        return [.. found.DistinctBy(one => one.Id).OrderByDescending(one => one.DecidedOn).ThenByDescending(one => one.Id).Take(most)];
    }
}
