namespace Workflows.Storage;

/// <summary>The clock as storage and the office see it.</summary>
public static class Clock
{
    /// <summary>Now, UTC, cut to microseconds: what PostgreSQL keeps, so that a stored instant equals the one that was hashed.</summary>
    public static DateTimeOffset Now(this TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}
