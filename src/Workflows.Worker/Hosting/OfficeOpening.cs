using System.Runtime.ExceptionServices;
using Workflows.Engine;
using Workflows.Policy;
using Workflows.Processes;
using Workflows.Processes.Definitions;
using Workflows.Reminders.Schedule;
using Workflows.Storage;
using Workflows.Web;

namespace Workflows.Worker.Hosting;

/// <summary>
/// What must be in order before the office opens: policy and definitions read, a database that answers, a schema this program knows, definitions that running cases
/// can go on with, those that were published and the calendars that were edited in the office, the keys of cookies, the schedule started where this node works.
/// A database that doesn't answer yet is asked again, ever more slowly, while <c>/health</c> and the pages say so; anything else ends the program with a sentence.
/// </summary>
public sealed class OfficeOpening(
    IServiceProvider services, OfficeSettings settings, OfficeDoor door, WakeUps wakeUps, IHostApplicationLifetime host, ILogger<OfficeOpening> log)
    : BackgroundService
{
    private static readonly EventId DatabaseAway = new(5001, nameof(DatabaseAway));
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private ExceptionDispatchInfo? failure;

    /// <summary>What the pages say until the office is open.</summary>
    public static Bilingual Beginning { get; } = new("正在连接数据库", "connecting to the database");

    /// <inheritdoc />
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        services.GetRequiredService<OfficeBook>();
        services.GetRequiredService<DefinitionCatalogue>();
        return base.StartAsync(cancellationToken);
    }

    /// <inheritdoc />
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await wakeUps.StopAsync(cancellationToken);
    }

    /// <summary>Waits until the office is open, and returns whether it is; throws what keeps it closed for good.</summary>
    /// <param name="ct">Ends the wait, as being asked to stop does.</param>
    public async Task<bool> EndAsync(CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct, host.ApplicationStopping);
        await (ExecuteTask ?? Task.CompletedTask).WaitAsync(stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        failure?.Throw();
        return door.WhyClosed is null;
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await UntilReachedAsync(stoppingToken);
            door.Open();
        }
        catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
        {
            failure = ExceptionDispatchInfo.Capture(fault);
        }
    }

    private async Task UntilReachedAsync(CancellationToken ct)
    {
        for (var pause = TimeSpan.FromSeconds(1); ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                await CheckAsync(ct);
                if (settings.Roles.HasFlag(NodeRoles.Work))
                    await wakeUps.StartAsync(ct);
                return;
            }
            catch (Exception fault) when (DatabaseReach.IsLost(fault))
            {
                log.LogWarning(DatabaseAway, "数据库连不上，{Seconds} 秒后再试 / the database is out of reach, trying again in {Seconds} s: {Reason}",
                    pause.TotalSeconds, pause.TotalSeconds, fault.GetBaseException().Message);
                await Task.Delay(pause, TimeProvider.System, ct);
            }
        }
    }

    private async Task CheckAsync(CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkflowsDb>();
        if (await Schema.FaultAsync(db, ct) is { } fault)
            throw new SettingsException([$"{fault.Zh} / {fault.En}"]);
        await services.GetRequiredService<DatabaseClock>().FollowAsync(db, ct);
        await FollowAsync(scope.ServiceProvider.GetRequiredService<PublishedDefinitions>(), ct);
        if (await scope.ServiceProvider.GetRequiredService<DefinitionGuard>().FaultsAsync(ct) is { Count: > 0 } changed)
            throw new SettingsException([.. changed.Select(one => $"{one.Zh} / {one.En}")]);
        await services.GetRequiredService<OfficeBook>().FollowAsync(db, ct);
        await services.StartOfficeEngineAsync(ct);
        if (settings.Roles.HasFlag(NodeRoles.Web))
            OfficeWeb.ReadKeys(services);
    }

    // During an upgrade a newer program may have published what this one can't run: it leaves the cases that follow it alone.
    private async Task FollowAsync(PublishedDefinitions published, CancellationToken ct)
    {
        try
        {
            await published.FollowAsync(ct);
        }
        catch (DefinitionFaultException fault)
        {
            log.LogError("已发布的流程读不出来，相关办件由其他服务器办理 / a published process can't be read, its cases are left to other servers: {Fault}", fault.Message);
        }
    }
}
