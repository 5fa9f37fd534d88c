using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Workflows.Testing;

namespace Workflows.Faults;

/// <summary>The worker dies at any moment; what it answered stays, and nothing happens twice.</summary>
public sealed class KillTests(PostgresCluster cluster)
{
    /// <summary>How many rounds go on side by side; more of them bring more kills.</summary>
    private static readonly int Rounds = Number("WORKFLOWS_FAULT_ROUNDS") ?? 3;
    private static readonly int FewestKills = Rounds * 10 / 3;

    [Fact]
    public async Task Kill_nine_at_random_moments_loses_no_acknowledged_decision_and_repeats_none()
    {
        var seed = Number("WORKFLOWS_FAULT_SEED") ?? Random.Shared.Next();
        TestContext.Current.TestOutputHelper?.WriteLine($"WORKFLOWS_FAULT_SEED={seed} repeats these choices.");
        using var folder = new DataFolder();
        var connection = await cluster.CreateDatabaseAsync();
        var ledger = new Ledger(connection);
        await using var office = new SingleOffice(folder.Path, connection, new Random(seed), ledger);
        await office.OpenAsync(new DateOnly(2026, 8, 3));
        await ledger.ReadAsync(db => db.Quotas.ExecuteUpdateAsync(set => set.SetProperty(quota => quota.Approved, 500)));

        var rounds = Enumerable.Range(1, Rounds).Select(number => new RoundInDanger(office.DoAsync, ledger, number)).ToList();
        await AllAsync(round => round.AnnounceAsync(), new DateOnly(2026, 8, 4));
        await AllAsync(round => round.TakeApplicantsAsync(), new DateOnly(2026, 8, 15));
        await AllAsync(round => round.ReviewAsync(), new DateOnly(2026, 8, 30));
        await AllAsync(round => round.ScoreAndCheckAsync(), new DateOnly(2026, 9, 20));
        await AllAsync(round => round.FinishAsync(), null);

        await office.SpareAsync();
        await ledger.CheckAsync(office.Acknowledged);
        office.Kills.ShouldBeGreaterThanOrEqualTo(FewestKills);
        TestContext.Current.TestOutputHelper?.WriteLine($"{office.Kills} kills, {office.Acknowledged.Count} acknowledged operations.");

        async Task AllAsync(Func<RoundInDanger, Task> phase, DateOnly? then)
        {
            await Task.WhenAll(rounds.Select(phase));
            if (then is { } day)
                await office.GoToAsync(day);
        }
    }

    private static int? Number(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } named ? int.Parse(named, CultureInfo.InvariantCulture) : null;
}
