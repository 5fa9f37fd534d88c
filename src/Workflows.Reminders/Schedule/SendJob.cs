using Microsoft.Extensions.Logging;
using Quartz;
using Workflows.Reminders.Sending;

namespace Workflows.Reminders.Schedule;

/// <summary>Wakes the sending of letters.</summary>
[DisallowConcurrentExecution]
public sealed class SendJob(SendInParallel send, JobOutages outages, ILogger<SendJob> log) : RecurringJob(outages, log)
{
    /// <inheritdoc />
    protected override string Name => "send";

    /// <inheritdoc />
    protected override Task WorkAsync(CancellationToken ct) => send.RunAsync(ct);
}
