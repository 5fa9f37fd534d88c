using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Workflows.Testing;

namespace Workflows.Faults;

/// <summary>
/// Three nodes, one database, one mail server; all of them fail at random moments while people work, and the clock of one node is ten minutes ahead.
/// Only what must be true of the whole is asserted: nothing acknowledged is lost, nothing happens twice, nothing is stuck, no reminder is lost.
/// </summary>
public sealed class ClusterTests
{
    private static readonly Size Asked = Size.Asked;

    // Rounds move from one day to the next; what else goes on, goes on on all of them. The last day is a working day like the first.
    private static readonly DateOnly[] Days = [new(2026, 8, 3), new(2026, 8, 4), new(2026, 8, 15), new(2026, 8, 30), new(2026, 9, 20), new(2026, 9, 21)];

    [Fact]
    public async Task Three_nodes_that_die_with_their_database_lose_nothing_and_do_nothing_twice()
    {
        var (seed, watch) = (Number("WORKFLOWS_FAULT_SEED") ?? Random.Shared.Next(), Stopwatch.StartNew());
        Say($"WORKFLOWS_FAULT_SEED={seed} repeats these choices.");
        await using var cluster = new PostgresCluster();
        await using var sink = await SmtpSink.StartAsync(keepMails: true, isSlow: true);
        using var folder = new OfficeFolder();
        var connection = await cluster.CreateDatabaseAsync();
        var ledger = new Ledger(connection);
        // A demo founds the sample college, and is gone before the work begins.
        await (await OfficeProcess.DemoAsync(folder.Path, connection, "--as-of", $"{Days[0]:yyyy-MM-dd}")).DisposeAsync();
        await ledger.ReadAsync(db => db.Quotas.ExecuteUpdateAsync(set => set.SetProperty(quota => quota.Approved, Asked.Leavers + 500)));
        await using var office = new MortalOffice(connection, folder.Settings(sink.Port), OfficeFolder.TenMinutesAhead(), folder.Workflows, ledger);
        var (exits, mail, harm) = (new ExitsInDanger(office, ledger), new MailInDanger(sink, ledger), new Harm(office, cluster, connection, new Random(seed)));
        await exits.EmployAsync(Asked.Leavers);
        await mail.EmployAsync(Asked.Teachers);
        await office.OpenAsync(Days[0]);
        (await office.HealthOfTheLastAsync()).ShouldContain("off the database's, whose time counts");

        var rounds = Enumerable.Range(1, Number("WORKFLOWS_FAULT_ROUNDS") ?? Asked.Rounds).Select(number => new RoundInDanger(office.DoAsync, ledger, number)).ToList();
        Func<RoundInDanger, Task>[] phases =
            [one => one.AnnounceAsync(), one => one.TakeApplicantsAsync(), one => one.ReviewAsync(), one => one.ScoreAndCheckAsync(), one => one.FinishAsync()];
        for (var phase = 0; phase < phases.Length; phase++)
        {
            var day = Days[phase];
            await Task.WhenAll([
                harm.DoAsync(Asked.Kills / phases.Length, phase, () => exits.DoAsync(Asked.DecisionsBetween, day)), .. rounds.Select(phases[phase])]);
            await office.GoToAsync(Days[phase + 1]);
            Say($"{watch.Elapsed:mm\\:ss} {day:MM-dd}: {office.Kills} kills, {office.Acknowledged.Count} acknowledged, {office.Stumbles} answered 500, database {harm.Database[^1]}");
        }

        await mail.SettleAsync(Days[^1]);
        await ledger.CheckAsync(office.Acknowledged);
        await exits.CheckAsync();
        await mail.CheckAsync();
        await folder.VerifyRecordAsync(connection);
        office.Kills.ShouldBeGreaterThanOrEqualTo(Asked.Kills);
        exits.Decisions.ShouldBeGreaterThanOrEqualTo(Asked.Decisions);
        var result = new FaultReport(seed, Asked, office.Kills, harm.Database, exits.Decisions, rounds.Count, office.Acknowledged.Count, mail, watch.Elapsed);
        Say(result.Sentence);
        if (Asked.IsLong)
            await result.KeepAsync();
    }

    private static int? Number(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } named ? int.Parse(named, CultureInfo.InvariantCulture) : null;

    private static void Say(string line) => TestContext.Current.TestOutputHelper?.WriteLine(line);
}
