using Microsoft.Extensions.Logging;
using Quartz;
using Workflows.Processes.Cases;

namespace Workflows.Reminders.Schedule;

/// <summary>Wakes the cases whose time has come.</summary>
[DisallowConcurrentExecution]
public sealed class SweepJob(SweepTimers sweep, JobOutages outages, ILogger<SweepJob> log) : RecurringJob(outages, log)
{
    /// <inheritdoc />
    protected override string Name => "sweep";

    /// <inheritdoc />
    protected override Task WorkAsync(CancellationToken ct) => sweep.RunAsync(ct);
}
