using Microsoft.EntityFrameworkCore;
using Workflows.Engine;
using Workflows.Storage;

namespace Workflows.Processes.Cases;

/// <summary>
/// Wakes the cases whose time has come: the end of intake, of a re-review period, of a notice. Asked by "due and still waiting", so a day of
/// downtime loses nothing; late or doubled waking changes nothing. A case whose version only another node knows is left to that one.
/// </summary>
public sealed class SweepTimers(Desk desk, IDueTimers timers, DefinitionCatalogue definitions)
{
    private const int Most = 100;

    /// <summary>Wakes what is due, one transaction for each case, and says how many.</summary>
    /// <exception cref="AggregateException">Some cases can't be woken, which is a bug; all others are.</exception>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var now = desk.Now;
        var due = await desk.Db.Cases.AsNoTracking()
            .Where(@case => @case.NextDueAt != null && @case.NextDueAt <= now)
            .OrderBy(@case => @case.NextDueAt).Select(@case => new { @case.Id, @case.DefinitionId, @case.DefinitionVersion }).ToListAsync(ct);
        var (woken, bugs) = (0, new List<Exception>());
        foreach (var one in due.Where(one => definitions.Find(one.DefinitionId, one.DefinitionVersion) is not null).Take(Most))
        {
            try
            {
                woken += await WakeAsync(one.Id, ct) ? 1 : 0;
            }
            catch (Exception bug) when (bug is InvalidOperationException or ArgumentException && !DatabaseReach.IsLost(bug))
            {
                // One case that can't go on must not keep all those behind it waiting.
                bugs.Add(new InvalidOperationException($"Case {one.Id} can't be woken.", bug));
            }
        }

        return bugs.Count == 0 ? woken : throw new AggregateException(bugs);
    }

    private async Task<bool> WakeAsync(Guid caseId, CancellationToken ct)
    {
        desk.Db.ChangeTracker.Clear();
        await timers.SignalDueAsync(caseId, ct);
        try
        {
            return await desk.Db.SaveChangesAsync(ct) > 0;
        }
        catch (Exception failure) when (desk.Db.Dialect.MetAnother(failure))
        {
            // Somebody else moved the case on at this moment. If it is still due, the next sweep finds it.
            return false;
        }
    }
}
