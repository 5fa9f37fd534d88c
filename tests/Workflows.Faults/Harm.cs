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

    /// <summary>Lets so many nodes die, one after the other, at a random moment of some work each; once in between it strikes the database, in another way each time.</summary>
    /// <param name="kills">How many deaths; those of a moment in which all nodes die count as one.</param>
    /// <param name="way">Which way.</param>
    /// <param name="work">The work that a death interrupts.</param>
    public async Task DoAsync(int kills, int way, Func<Task> work)
    {
        var strikesDatabaseAt = random.Next(kills);
        for (var kill = 0; kill < kills; kill++)
            await Task.WhenAll(work(), StrikeAsync(kill == strikesDatabaseAt ? way : null));
    }

    private async Task StrikeAsync(int? way)
    {
        await MomentAsync();
        if (way is { } known)
        {
            Database.Add(await StrikeDatabaseAsync(known));
            await MomentAsync();
        }

        await office.KillAsync(random, random.Next(OneInSoManyTakesAll) == 0, TimeSpan.FromMilliseconds(random.Next(LongestDeathMilliseconds)));
    }

    private Task MomentAsync() => Task.Delay(TimeSpan.FromMilliseconds(random.Next(LongestPauseMilliseconds)), TimeProvider.System);

    private async Task<string> StrikeDatabaseAsync(int way)
    {
        switch (way % 3)
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
