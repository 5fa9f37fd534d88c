using Workflows.Testing;

namespace Workflows.Faults;

/// <summary>
/// What goes wrong, chosen by a seed: nodes die, one or all at once; every session with the database breaks; the database dies as in a power cut; its
/// disk hangs for seconds.
/// </summary>
internal sealed class Harm(MortalOffice office, PostgresCluster cluster, string connection, Random random)
{
    private const int LongestPauseMilliseconds = 2_000;
    private const int LongestDeathMilliseconds = 3_000;
    private const int OneInSoManyTakesAll = 10;

    /// <summary>What befell the database, in words.</summary>
    public List<string> Database { get; } = [];

    /// <summary>Does harm until so many more nodes have died; once in between to the database, in another way each time.</summary>
    /// <param name="kills">How many deaths at least.</param>
    /// <param name="phase">Which way.</param>
    public async Task DoAsync(int kills, int phase)
    {
        var until = office.Kills + kills;
        var strikesDatabaseAt = office.Kills + random.Next(kills);
        for (var hasStruck = false; office.Kills < until; await Task.Delay(TimeSpan.FromMilliseconds(random.Next(LongestPauseMilliseconds)), TimeProvider.System))
        {
            if (!hasStruck && office.Kills >= strikesDatabaseAt)
            {
                hasStruck = true;
                Database.Add(await StrikeDatabaseAsync(phase));
            }

            await office.KillAsync(random, random.Next(OneInSoManyTakesAll) == 0, TimeSpan.FromMilliseconds(random.Next(LongestDeathMilliseconds)));
        }
    }

    private async Task<string> StrikeDatabaseAsync(int phase)
    {
        switch (phase % 3)
        {
            case 0:
                return $"{await cluster.BreakSessionsAsync(connection)} sessions broken";
            case 1:
                await cluster.CrashAsync();
                await cluster.StartAgainAsync();
                return "crashed";
            default:
                var time = TimeSpan.FromMilliseconds(random.Next(1_000, 5_000));
                await cluster.HangAsync(time);
                return FormattableString.Invariant($"hung {time.TotalSeconds:0.0} s");
        }
    }
}
