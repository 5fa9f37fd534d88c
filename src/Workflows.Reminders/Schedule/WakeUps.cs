using Quartz;

namespace Workflows.Reminders.Schedule;

/// <summary>
/// Starts and stops the schedule. The host does it, and not the scheduler's own hosted service: nothing is to be woken before the office is
/// open, and a shared schedule lies in the database, which may answer late.
/// </summary>
public sealed class WakeUps(ISchedulerFactory schedulers)
{
    private IScheduler? running;

    /// <summary>Starts the schedule; may be called again after it failed.</summary>
    public async Task StartAsync(CancellationToken ct)
    {
        var scheduler = await schedulers.GetScheduler(ct);
        await scheduler.Start(ct);
        running = scheduler;
    }

    /// <summary>Stops the schedule when what it woke has come to its end.</summary>
    public async Task StopAsync(CancellationToken ct)
    {
        if (running is not null)
            await running.Shutdown(waitForJobsToComplete: true, ct);
    }
}
