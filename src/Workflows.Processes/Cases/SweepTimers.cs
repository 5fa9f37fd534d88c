using Microsoft.EntityFrameworkCore;
using Workflows.Engine;

namespace Workflows.Processes.Cases;

/// <summary>
/// Wakes the cases whose time has come: the end of intake, of a re-review period, of a notice. Asked by "due and still waiting", so a day of
/// downtime loses nothing; late or doubled waking changes nothing.
/// </summary>
public sealed class SweepTimers(Desk desk, IDueTimers timers)
{
    private const int Most = 100;

    /// <summary>Wakes what is due, one transaction for each case, and says how many.</summary>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var now = desk.Now;
        var due = await desk.Db.Cases.AsNoTracking()
            .Where(@case => @case.NextDueAt != null && @case.NextDueAt <= now)
            .OrderBy(@case => @case.NextDueAt).Select(@case => @case.Id).Take(Most).ToListAsync(ct);
        var woken = 0;
        foreach (var caseId in due)
            woken += await WakeAsync(caseId, ct) ? 1 : 0;
        return woken;
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
