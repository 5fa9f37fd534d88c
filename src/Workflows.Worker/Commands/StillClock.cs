namespace Workflows.Worker.Commands;

/// <summary>A clock that stands still: what a command says of a day doesn't depend on the minute at which it was started.</summary>
public sealed class StillClock(DateTimeOffset instant, TimeZoneInfo zone) : TimeProvider
{
    /// <inheritdoc />
    public override TimeZoneInfo LocalTimeZone => zone;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => instant;
}
