using Workflows.Processes.Planning;
using Workflows.Storage;
using Workflows.Web;

namespace Workflows.Worker.Hosting;

/// <summary>Looks every few seconds for a search that was asked for on a node which only serves pages, and takes it up while this node has none.</summary>
public sealed class SearchWatch(PlanSearching searching, OfficeDoor door) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var pauses = new PeriodicTimer(Pause, TimeProvider.System);
        while (await pauses.WaitForNextTickAsync(stoppingToken))
        {
            if (door.WhyClosed is null)
                await LookAsync(stoppingToken);
        }
    }

    private async Task LookAsync(CancellationToken ct)
    {
        try
        {
            await searching.TakeUpAsync(ct);
        }
        catch (Exception fault) when (DatabaseReach.IsLost(fault))
        {
            // The jobs say so, once; the next look comes by itself.
        }
    }
}
