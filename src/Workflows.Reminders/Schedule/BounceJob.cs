using Microsoft.Extensions.Logging;
using Quartz;
using Workflows.Reminders.Bounces;

namespace Workflows.Reminders.Schedule;

/// <summary>Wakes the reading of bounces.</summary>
[DisallowConcurrentExecution]
public sealed class BounceJob(TakeInBounces takeIn, JobOutages outages, ILogger<BounceJob> log) : RecurringJob(outages, log)
{
    /// <inheritdoc />
    protected override string Name => "bounces";

    /// <inheritdoc />
    protected override Task WorkAsync(CancellationToken ct) => takeIn.RunAsync(ct);
}
