namespace Workflows.Processes;

/// <summary>
/// A clock that runs like the wall's, some time ahead of it: for a demo, where a public notice of seven days should pass in a click, and for
/// <c>--as-of</c>. An office at work never has one that can be moved.
/// </summary>
public sealed class AdjustableClock : TimeProvider
{
    private readonly TimeProvider wall;
    private readonly TimeZoneInfo zone;
    private readonly string? file;
    private long aheadTicks;

    /// <summary>A clock that shows wall time plus what was moved before.</summary>
    /// <param name="wall">The wall's clock.</param>
    /// <param name="zone">The office's zone.</param>
    /// <param name="file">Where the lead is kept over a restart; null for nowhere.</param>
    public AdjustableClock(TimeProvider wall, TimeZoneInfo zone, string? file = null)
    {
        (this.wall, this.zone, this.file) = (wall, zone, file);
        if (file is not null && File.Exists(file) && TimeSpan.TryParse(File.ReadAllText(file), null, out var kept))
            aheadTicks = kept.Ticks;
    }

    /// <inheritdoc />
    public override TimeZoneInfo LocalTimeZone => zone;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => wall.GetUtcNow().AddTicks(Interlocked.Read(ref aheadTicks));

    /// <summary>Moves the clock so that it shows the day, at the wall's time of day.</summary>
    public void GoTo(DateOnly day)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(wall.GetUtcNow(), zone).DateTime);
        Keep(TimeSpan.FromDays(day.DayNumber - today.DayNumber));
    }

    /// <summary>Moves the clock forward by whole days; it never goes back, as what was recorded would lie in the future.</summary>
    /// <param name="days">1 to 366.</param>
    public void Forward(int days)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, 366);
        Keep(TimeSpan.FromTicks(Interlocked.Read(ref aheadTicks)) + TimeSpan.FromDays(days));
    }

    private void Keep(TimeSpan ahead)
    {
        Interlocked.Exchange(ref aheadTicks, ahead.Ticks);
        if (file is null)
            return;
        // Written beside and put in place at once: a power cut leaves the old lead or the new one, and never half of it.
        File.WriteAllText($"{file}.new", ahead.ToString("c", null));
        File.Move($"{file}.new", file, overwrite: true);
    }
}
