using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;
using Quartz;
using Workflows.Processes;

namespace Workflows.Reminders.Schedule;

/// <summary>
/// A wake-up that comes again and again. What is due is asked of the database each time, so a wake-up that is lost, late or doubled
/// matters to nobody. While an outside part is out of reach, the log says so once and the wake-ups grow rarer.
/// </summary>
public abstract class RecurringJob(JobOutages outages, ILogger log) : IJob
{
    private static readonly EventId JobWorks = new(3101, nameof(JobWorks));
    private static readonly EventId JobFailed = new(3102, nameof(JobFailed));

    /// <summary>The job's name, as in the schedule.</summary>
    protected abstract string Name { get; }

    /// <inheritdoc />
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var outage = outages.Of(Name);
        if (outage.IsResting)
            return;
        using var span = OfficeMeters.Traces.StartActivity($"job {Name}");
        var began = Stopwatch.GetTimestamp();
        try
        {
            await WorkAsync(cancellationToken);
            OfficeMeters.Worked(Name, began, isDone: true);
            if (outage.Worked())
                log.LogInformation(JobWorks, "The job {Job} works again.", Name);
        }
        catch (Exception failure) when (IsOutside(failure) && !cancellationToken.IsCancellationRequested)
        {
            OfficeMeters.Worked(Name, began, isDone: false);
            var sentence = $"The job {Name} can't do its work: {failure.GetBaseException().Message}";
            if (outage.Failed(sentence))
                log.LogError(JobFailed, failure, "{Sentence} It is tried again, at longer and longer intervals.", sentence);
        }
    }

    /// <summary>Does what is due now.</summary>
    protected abstract Task WorkAsync(CancellationToken ct);

    private static bool IsOutside(Exception? failure) =>
        failure is DbException or IOException or SocketException or TimeoutException
        || (failure?.InnerException is { } cause && IsOutside(cause));
}

/// <summary>What each job of this node can't reach; kept from one wake-up to the next, and shown on <c>/health</c>.</summary>
public sealed class JobOutages(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Outage> outages = new(StringComparer.Ordinal);

    /// <summary>One sentence for each job that doesn't work now.</summary>
    public IReadOnlyList<string> Sentences =>
        [.. outages.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value.LastFailure).OfType<string>()];

    internal Outage Of(string job) => outages.GetOrAdd(job, _ => new Outage(clock));
}
