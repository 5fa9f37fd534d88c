using Quartz;

namespace Workflows.Reminders.Schedule;

/// <summary>The declared wake-ups as the schedule has them, which on PostgreSQL is that of all nodes; and this node's sending.</summary>
public sealed class ScheduleLook(ISchedulerFactory schedulers, LetterLoop letters, JobOutages outages)
{
    /// <summary>Every wake-up, by name.</summary>
    public async Task<IReadOnlyList<WakeUp>> ReadAsync(CancellationToken ct)
    {
        var scheduler = await schedulers.GetScheduler(ct);
        var found = new List<WakeUp>();
        foreach (var key in await scheduler.GetTriggerKeys(GroupMatcher<TriggerKey>.AnyGroup(), ct))
        {
            if (await scheduler.GetTrigger(key, ct) is { } trigger)
                found.Add(new WakeUp(key.Name, trigger.PreviousFireTimeUtc, trigger.NextFireTimeUtc, outages.Of(key.Name).LastFailure));
        }

        if (letters.Look is { } sending)
            found.Add(sending);
        return [.. found.OrderBy(one => one.Name, StringComparer.Ordinal)];
    }
}

/// <summary>One wake-up.</summary>
/// <param name="Name">The job's name.</param>
/// <param name="Last">When it last came, UTC; null when it never did.</param>
/// <param name="Next">When it comes next, UTC.</param>
/// <param name="Failure">What doesn't work on this node; null when all does.</param>
public sealed record WakeUp(string Name, DateTimeOffset? Last, DateTimeOffset? Next, string? Failure);
