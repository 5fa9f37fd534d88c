using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Workflows.Personnel.Cases;
using Workflows.Storage;

namespace Workflows.Engine.OnElsa;

/// <summary>
/// Compares the record of every running case with Elsa's state at the start and every ten minutes, and drives on what lags. What a broken-off
/// wish left behind is found through the inbox at once; this finds what happened to Elsa's own tables.
/// </summary>
public sealed class Reconciler(IServiceScopeFactory scopes, Courier courier, ElsaReadiness readiness, ILogger<Reconciler> log) : BackgroundService
{
    private const int Share = 200;
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    /// <summary>Compares all running cases once, and says how many had to be moved.</summary>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var (moved, last) = (0, Guid.Empty);
        while (await NextAsync(last, ct) is { Count: > 0 } share)
        {
            foreach (var caseId in share)
            {
                moved += await TryAsync(caseId, ct) ? 1 : 0;
            }

            last = share[^1];
        }

        return moved;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await readiness.WaitAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RunAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("The cases can't be compared now: {Reason}", failure.GetBaseException().Message);
            }

            await Task.Delay(Pause, TimeProvider.System, stoppingToken);
        }
    }

    private async Task<List<Guid>> NextAsync(Guid after, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<WorkflowsDb>().Cases
            .Where(one => one.Stage == CaseStage.Running && one.EngineState != null && one.Id > after)
            .OrderBy(one => one.Id).Select(one => one.Id).Take(Share).ToListAsync(ct);
    }

    private async Task<bool> TryAsync(Guid caseId, CancellationToken ct)
    {
        try
        {
            return await courier.ReconcileAsync(caseId, ct) > 0;
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            log.LogError(failure, "Case {Case} can't be brought to agree with Elsa", caseId);
            return false;
        }
    }
}
