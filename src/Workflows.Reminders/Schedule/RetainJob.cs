using Microsoft.Extensions.Logging;
using Quartz;
using Workflows.Processes.Operations;

namespace Workflows.Reminders.Schedule;

/// <summary>Wakes the erasing of personal data whose time is over.</summary>
[DisallowConcurrentExecution]
public sealed class RetainJob(EraseExpired erase, JobOutages outages, ILogger<RetainJob> log) : RecurringJob(outages, log)
{
    /// <inheritdoc />
    protected override string Name => "retain";

    /// <inheritdoc />
    protected override Task WorkAsync(CancellationToken ct) => erase.RunAsync(ct);
}
