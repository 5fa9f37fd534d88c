using Microsoft.Extensions.Logging;
using Quartz;
using Workflows.Processes.Secondment;

namespace Workflows.Reminders.Schedule;

/// <summary>Wakes the look at whose three years run out (R12): their cycles open.</summary>
[DisallowConcurrentExecution]
public sealed class CyclesJob(OpenCycles cycles, JobOutages outages, ILogger<CyclesJob> log) : RecurringJob(outages, log)
{
    /// <inheritdoc />
    protected override string Name => "cycles";

    /// <inheritdoc />
    protected override Task WorkAsync(CancellationToken ct) => cycles.RunAsync(ct);
}
