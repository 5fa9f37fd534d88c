using Microsoft.Extensions.Logging;
using Quartz;
using Workflows.Processes.Operations;

namespace Workflows.Reminders.Schedule;

/// <summary>Wakes the writing down of the record's chain heads; how old the newest list may become is asked each time.</summary>
[DisallowConcurrentExecution]
public sealed class SealJob(ExportHeads export, SealPlace place, JobOutages outages, ILogger<SealJob> log) : RecurringJob(outages, log)
{
    /// <inheritdoc />
    protected override string Name => "seal";

    /// <inheritdoc />
    protected override Task WorkAsync(CancellationToken ct) => place.Options is { } options ? export.WhenDueAsync(options, ct) : Task.CompletedTask;
}
