using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Workflows.Engine.OnElsa;

/// <summary>Looks into the inbox when the bell rings and every second, and has the wishes carried out, several cases at a time.</summary>
public sealed class WishDelivery(Courier courier, WishBell bell, ElsaReadiness readiness, ILogger<WishDelivery> log) : BackgroundService
{
    private const int AtOnce = 100;
    private const int SideBySide = 8;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await readiness.WaitAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await RoundAsync(stoppingToken) == 0)
                {
                    await bell.WaitAsync(Pause, stoppingToken);
                }
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("The inbox can't be read now: {Reason}", failure.GetBaseException().Message);
                await Task.Delay(Pause, TimeProvider.System, stoppingToken);
            }
        }
    }

    private async Task<int> RoundAsync(CancellationToken ct)
    {
        var done = 0;
        await Parallel.ForEachAsync(
            await courier.WaitingAsync(AtOnce, ct), new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = ct },
            async (caseId, token) => Interlocked.Add(ref done, await courier.DeliverAsync(caseId, token) ?? 0));
        return done;
    }
}
