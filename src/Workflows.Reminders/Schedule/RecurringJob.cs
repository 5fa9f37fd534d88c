using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Quartz;
using Workflows.Processes;
using Workflows.Storage;

namespace Workflows.Reminders.Schedule;

/// <summary>
/// A wake-up that comes again and again. What is due is asked of the database each time, so a wake-up that is lost, late or doubled
/// matters to nobody. While an outside part is out of reach, the log says so once and the wake-ups grow rarer.
/// </summary>
public abstract class RecurringJob(JobOutages outages, ILogger log) : IJob
{
    /// <summary>The job's name, as in the schedule.</summary>
    protected abstract string Name { get; }

    /// <inheritdoc />
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        if (outages.Of(Name).IsResting)
            return;
        using var span = OfficeMeters.Traces.StartActivity($"job {Name}");
        await outages.GuardAsync(Name, () => WorkAsync(cancellationToken), failure => IsOutside(failure) && !cancellationToken.IsCancellationRequested,
            "It is tried again, at longer and longer intervals.", log);
    }

    /// <summary>Does what is due now.</summary>
    protected abstract Task WorkAsync(CancellationToken ct);

    private static bool IsOutside(Exception? failure) =>
        failure is DbException or IOException || DatabaseReach.IsLost(failure) || (failure?.InnerException is { } cause && IsOutside(cause));
}

/// <summary>What each job of this node can't reach; kept from one wake-up to the next, and shown on <c>/health</c>.</summary>
public sealed class JobOutages(TimeProvider clock)
{
    private static readonly EventId JobWorks = new(3101, nameof(JobWorks));
    private static readonly EventId JobFailed = new(3102, nameof(JobFailed));

    private readonly ConcurrentDictionary<string, Outage> outages = new(StringComparer.Ordinal);

    /// <summary>One sentence for each job that doesn't work now.</summary>
    public IReadOnlyList<string> Sentences =>
        [.. outages.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value.LastFailure).OfType<string>()];

    /// <summary>Does a job's work and measures it. What it fails at is said once in the log, and once when it works again.</summary>
    /// <param name="job">The job's name.</param>
    /// <param name="work">The work.</param>
    /// <param name="isExpected">Which failures are told so; any other is a bug and goes on to the caller.</param>
    /// <param name="next">What comes next, for the log.</param>
    /// <param name="log">The job's log.</param>
    internal async Task GuardAsync(string job, Func<Task> work, Func<Exception, bool> isExpected, string next, ILogger log)
    {
        var (outage, began) = (Of(job), Stopwatch.GetTimestamp());
        try
        {
            await work();
            OfficeMeters.Worked(job, began, isDone: true);
            if (outage.Worked())
                log.LogInformation(JobWorks, "The job {Job} works again.", job);
        }
        catch (Exception failure) when (isExpected(failure))
        {
            OfficeMeters.Worked(job, began, isDone: false);
            var sentence = $"The job {job} can't do its work: {failure.GetBaseException().Message}";
            if (outage.Failed(sentence))
                log.LogError(JobFailed, failure, "{Sentence} {Next}", sentence, next);
        }
    }

    internal Outage Of(string job) => outages.GetOrAdd(job, _ => new Outage(clock));
}
