using Quartz;

namespace Workflows.Reminders.Schedule;

/// <summary>
/// Starts and stops the schedule and this node's sending. The host does it, and not the scheduler's own hosted service: nothing is to be woken before the office is
/// open, and a shared schedule lies in the database, which may answer late.
/// </summary>
public sealed class WakeUps(ISchedulerFactory schedulers, LetterLoop letters)
{
    private IScheduler? running;

    /// <summary>Starts the schedule; may be called again after it failed.</summary>
    public async Task StartAsync(CancellationToken ct)
    {
        var scheduler = await schedulers.GetScheduler(ct);
        await scheduler.Start(ct);
        running = scheduler;
        letters.Start();
    }

    /// <summary>Stops both when what they began has come to its end.</summary>
    public async Task StopAsync(CancellationToken ct)
    {
        await letters.StopAsync();
        if (running is { } scheduler)
            await scheduler.Shutdown(waitForJobsToComplete: true, ct);
        running = null;
    }
}
