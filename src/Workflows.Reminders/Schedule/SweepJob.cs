using Microsoft.Extensions.Logging;
using Quartz;
using Workflows.Processes.Cases;
using Workflows.Processes.Staff;

namespace Workflows.Reminders.Schedule;

/// <summary>Wakes the cases whose time has come, and closes the accounts of people who have left by now.</summary>
[DisallowConcurrentExecution]
public sealed class SweepJob(SweepTimers sweep, CloseLeaversAccounts leavers, JobOutages outages, ILogger<SweepJob> log) : RecurringJob(outages, log)
{
    /// <inheritdoc />
    protected override string Name => "sweep";

    /// <inheritdoc />
    protected override async Task WorkAsync(CancellationToken ct)
    {
        await sweep.RunAsync(ct);
        await leavers.RunAsync(ct);
    }
}
