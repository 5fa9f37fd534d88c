using Workflows.Policy.Data;
using Workflows.Processes;
using Workflows.Storage;
using Workflows.Web;

namespace Workflows.Worker.Hosting;

/// <summary>Takes up the calendars that were edited on another node, every half minute while the office is open. What can't be read leaves the office as it was, and is logged.</summary>
public sealed class CalendarWatch(OfficeBook book, OfficeDoor door, IServiceScopeFactory scopes, ILogger<CalendarWatch> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var pauses = new PeriodicTimer(Pause, TimeProvider.System);
        while (await pauses.WaitForNextTickAsync(stoppingToken))
        {
            if (door.WhyClosed is null)
                await FollowAsync(stoppingToken);
        }
    }

    private async Task FollowAsync(CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await book.FollowAsync(scope.ServiceProvider.GetRequiredService<WorkflowsDb>(), ct);
        }
        catch (PolicyFileException fault)
        {
            log.LogError("网页上修改的校历读不出来，仍按原来的办理 / an edited calendar can't be read, the earlier one counts: {Fault}", fault.Message);
        }
        catch (Exception fault) when (DatabaseReach.IsLost(fault))
        {
            // The jobs say so, once; the next try comes by itself.
        }
    }
}
