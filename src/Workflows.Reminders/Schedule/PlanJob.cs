using Microsoft.Extensions.Logging;
using Quartz;
using Workflows.Reminders.Planning;

namespace Workflows.Reminders.Schedule;

/// <summary>Wakes the planning of letters.</summary>
[DisallowConcurrentExecution]
public sealed class PlanJob(PlanLetters plan, JobOutages outages, ILogger<PlanJob> log) : RecurringJob(outages, log)
{
    /// <inheritdoc />
    protected override string Name => "plan";

    /// <inheritdoc />
    protected override Task WorkAsync(CancellationToken ct) => plan.RunAsync(ct);
}
