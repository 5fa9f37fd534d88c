using Workflows.Storage;
using Workflows.Web;

namespace Workflows.Worker.Hosting;

/// <summary>Looks for something again and again while the office is open. That the database is away the jobs say, once; the next look comes by itself.</summary>
/// <param name="door">Whether the office is open.</param>
/// <param name="pause">How long it waits between two looks, and before the first.</param>
public abstract class Watch(OfficeDoor door, TimeSpan pause) : BackgroundService
{
    /// <summary>Whether the office is open.</summary>
    protected OfficeDoor Door { get; } = door;

    /// <inheritdoc />
    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var pauses = new PeriodicTimer(pause, TimeProvider.System);
        while (await pauses.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (Door.WhyClosed is null)
                    await LookAsync(stoppingToken);
            }
            catch (Exception fault) when (DatabaseReach.IsLost(fault))
            {
                // Said by the jobs.
            }
        }
    }

    /// <summary>Looks once.</summary>
    protected abstract Task LookAsync(CancellationToken ct);
}
