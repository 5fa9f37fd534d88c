using Microsoft.Extensions.Time.Testing;
using Workflows.Testing;

namespace Workflows.Storage.Tests;

/// <summary>All nodes go by the database's clock, however wrong a machine's is.</summary>
public sealed class DatabaseClockTests(PostgresCluster cluster)
{
    [Theory]
    [InlineData(10)]
    [InlineData(-10)]
    public async Task A_machine_whose_clock_is_wrong_goes_by_the_database(int minutesAhead)
    {
        await using var database = await TestDatabase.OnPostgresAsync(cluster);
        var right = TimeProvider.System.GetUtcNow();
        var clock = new DatabaseClock(new FakeTimeProvider(right.AddMinutes(minutesAhead)));
        (clock.GetUtcNow() - right).ShouldBe(TimeSpan.FromMinutes(minutesAhead));

        await database.DoAsync(db => clock.FollowAsync(db, CancellationToken.None));

        (clock.GetUtcNow() - right).Duration().ShouldBeLessThan(TimeSpan.FromSeconds(30), "the time that connecting took");
        clock.Behind.Duration().ShouldBeInRange(TimeSpan.FromMinutes(9.4), TimeSpan.FromMinutes(10.6));
    }

    [Fact]
    public async Task A_right_clock_stays_as_it_is()
    {
        await using var database = await TestDatabase.OnPostgresAsync(cluster);
        var clock = new DatabaseClock(TimeProvider.System);
        await database.DoAsync(db => clock.FollowAsync(db, CancellationToken.None));
        clock.Behind.ShouldBe(TimeSpan.Zero);
    }
}
