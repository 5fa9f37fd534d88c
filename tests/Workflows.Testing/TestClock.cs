using System.Globalization;
using Microsoft.Extensions.Time.Testing;

namespace Workflows.Testing;

/// <summary>Clocks that stand still until a test moves them, in the office's zone.</summary>
public static class TestClock
{
    /// <summary>A clock that shows this wall time in Asia/Shanghai, written <c>2026-09-01 08:00</c>.</summary>
    public static FakeTimeProvider InShanghai(string wallTime)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
        var local = DateTime.ParseExact(wallTime, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        var clock = new FakeTimeProvider(new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime());
        clock.SetLocalTimeZone(zone);
        return clock;
    }
}
