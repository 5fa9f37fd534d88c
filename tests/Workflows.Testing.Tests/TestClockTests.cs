namespace Workflows.Testing.Tests;

public sealed class TestClockTests
{
    [Fact]
    public void Eight_in_the_morning_in_shanghai_is_midnight_in_utc()
    {
        var clock = TestClock.InShanghai("2026-09-01 08:00");

        clock.GetUtcNow().ShouldBe(new DateTimeOffset(2026, 9, 1, 0, 0, 0, TimeSpan.Zero));
        clock.GetLocalNow().Hour.ShouldBe(8);
    }
}
