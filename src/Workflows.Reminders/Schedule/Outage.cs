using Workflows.Storage;

namespace Workflows.Reminders.Schedule;

/// <summary>Whether an outside part (the database, the mail server) can be reached, since when not, and when it is tried again.</summary>
internal sealed class Outage(TimeProvider clock)
{
    private static readonly TimeSpan FirstRest = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(5);

    private readonly Lock gate = new();
    private int failures;
    private DateTimeOffset restsUntil = DateTimeOffset.MinValue;

    /// <summary>When it last worked, UTC.</summary>
    public DateTimeOffset? LastSuccessAt { get; private set; }

    /// <summary>When it last failed, UTC.</summary>
    public DateTimeOffset? LastFailureAt { get; private set; }

    /// <summary>What doesn't work; null when it works.</summary>
    public string? LastFailure { get; private set; }

    /// <summary>Whether it is too early to try again.</summary>
    public bool IsResting
    {
        get
        {
            lock (gate)
                return clock.Now() < restsUntil;
        }
    }

    /// <summary>It worked. True when that ends an outage.</summary>
    public bool Worked()
    {
        lock (gate)
        {
            var ended = failures > 0;
            (failures, restsUntil, LastFailure, LastSuccessAt) = (0, DateTimeOffset.MinValue, null, clock.Now());
            return ended;
        }
    }

    /// <summary>It failed; the rests grow from 15 seconds to 5 minutes. True for the first failure of an outage, the one worth a log line.</summary>
    public bool Failed(string sentence)
    {
        lock (gate)
        {
            var rest = FirstRest * Math.Pow(2, Math.Min(failures++, 10));
            (LastFailure, LastFailureAt) = (sentence, clock.Now());
            restsUntil = clock.Now() + (rest < LongestRest ? rest : LongestRest);
            return failures == 1;
        }
    }
}
