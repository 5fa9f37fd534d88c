using System.Data.Common;
using System.Net.Sockets;
using Workflows.Engine;
using Workflows.Processes;
using Workflows.Storage;

namespace Workflows.Worker.Hosting;

/// <summary>
/// What must be in order before the office opens: policy and definitions read, a database that answers, a schema this program knows,
/// definitions that running cases can go on with. A database that doesn't answer yet is asked again, ever more slowly; anything else stops
/// the start with a sentence.
/// </summary>
public sealed class OfficeOpening(IServiceProvider services, ILogger<OfficeOpening> log) : IHostedService
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    /// <inheritdoc />
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        services.GetRequiredService<Office>();
        services.GetRequiredService<DefinitionCatalogue>();
        for (var pause = TimeSpan.FromSeconds(1); ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                await OpenAsync(cancellationToken);
                return;
            }
            catch (Exception fault) when (IsOutOfReach(fault))
            {
                log.LogWarning("数据库连不上，{Seconds} 秒后再试 / the database is out of reach, trying again in {Seconds} s: {Reason}",
                    pause.TotalSeconds, pause.TotalSeconds, fault.GetBaseException().Message);
                await Task.Delay(pause, TimeProvider.System, cancellationToken);
            }
        }
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task OpenAsync(CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkflowsDb>();
        if (await Schema.FaultAsync(db, ct) is { } fault)
            throw new SettingsException([$"{fault.Zh} / {fault.En}"]);
        if (await scope.ServiceProvider.GetRequiredService<DefinitionGuard>().FaultsAsync(ct) is { Count: > 0 } changed)
            throw new SettingsException([.. changed.Select(one => $"{one.Zh} / {one.En}")]);
    }

    private static bool IsOutOfReach(Exception fault) =>
        fault is DbException { IsTransient: true } || fault.GetBaseException() is SocketException or TimeoutException;
}
