using Microsoft.EntityFrameworkCore;
using Npgsql;
using Workflows.Personnel.Mail;
using Workflows.Reminders.Rendering;
using Workflows.Storage;
using Workflows.Testing;

namespace Workflows.Benchmarks;

/// <summary>
/// Two real nodes on one PostgreSQL share the sending; one is killed at a random moment while both hand letters over to a server that doesn't answer
/// yet. How long after the death does a letter leave that nobody held, and one that the dead node held? Between, what two idle nodes ask of the database.
/// </summary>
internal static class NodeDeath
{
    private const int Crowd = 120;
    private const int Fresh = 30;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Some deaths; 0 when 99 of 100 free letters left within 5 s, and every held one within 40 s.</summary>
    public static async Task<int> RunAsync(int deaths)
    {
        await using var cluster = new PostgresCluster();
        await using var server = ScriptedSmtpServer.Start();
        var connection = await cluster.CreateDatabaseAsync();
        await using var source = NpgsqlDataSource.Create(connection);
        var folder = Directory.CreateTempSubdirectory("workflows-death-").FullName;
        await (await OfficeProcess.DemoAsync(folder, connection)).DisposeAsync();
        Directory.Delete(folder, recursive: true);
        var outbox = new Outbox(connection);
        OfficeProcess[] nodes = [await RunAsync(connection, server.Port), await RunAsync(connection, server.Port)];
        try
        {
            Console.WriteLine(await Machine.DescribeAsync(source));
            Console.WriteLine($"{deaths} deaths, {Crowd} letters under way and {Fresh} that become due at each");
            await outbox.UntilEmptyAsync();
            Console.WriteLine(FormattableString.Invariant($"two idle nodes: {await PerMinuteAsync(source):0} transactions in a minute, jobs included"));
            var (free, held) = (new List<double>(), new List<double>());
            for (var death = 0; death < deaths; death++)
            {
                var open = new TaskCompletionSource();
                server.AnswerAlways(SmtpStep.FinalDot, SmtpAnswer.Reply("250 2.0.0 Ok: taken").Once(open.Task));
                await outbox.AddAsync(Crowd, TimeProvider.System.GetUtcNow());
                await Task.Delay(Random.Shared.Next(2_500, 12_000));

                var dying = nodes[death % 2];
                dying.Kill();
                var at = TimeProvider.System.GetUtcNow();
                var orphans = await outbox.HeldByAsync(dying.ProcessId);
                var fresh = await outbox.AddAsync(Fresh, at);
                open.SetResult();
                await outbox.UntilEmptyAsync();
                free.AddRange(await outbox.SecondsSinceAsync(at, fresh));
                held.AddRange(await outbox.SecondsSinceAsync(at, orphans));
                await dying.DisposeAsync();
                nodes[death % 2] = await RunAsync(connection, server.Port);
            }

            var within = Tell("held by nobody", free) <= 5;
            Tell("held by the dead node", held);
            return within && held.Max() <= 40 ? 0 : 1;
        }
        finally
        {
            foreach (var node in nodes)
                await node.DisposeAsync();
        }
    }

    private static Task<OfficeProcess> RunAsync(string connection, int port) => OfficeProcess.RunAsync(
        connection, new Dictionary<string, string?> { ["Mail__Host"] = "127.0.0.1", ["Mail__Port"] = $"{port}", ["Mail__Security"] = "None" });

    private static double Tell(string which, List<double> seconds)
    {
        seconds.Sort();
        var (median, late) = (seconds[seconds.Count / 2], seconds[(int)((seconds.Count - 1) * 0.99)]);
        Console.WriteLine(FormattableString.Invariant($"{which}: {seconds.Count} letters, p50 {median:0.0} s, p99 {late:0.0} s, max {seconds[^1]:0.0} s after the death"));
        return late;
    }

    private static async Task<double> PerMinuteAsync(NpgsqlDataSource source)
    {
        const string count = "SELECT xact_commit + xact_rollback FROM pg_stat_database WHERE datname = current_database()";
        var (before, minutes) = (await CountAsync(), 2);
        await Task.Delay(TimeSpan.FromMinutes(minutes));
        return (await CountAsync() - before) / (double)minutes;

        async Task<long> CountAsync()
        {
            await using var command = source.CreateCommand(count);
            return (long)(await command.ExecuteScalarAsync())!;
        }
    }

    private sealed class Outbox(string connection)
    {
        private readonly DbContextOptions<PostgresDb> options = new DbContextOptionsBuilder<PostgresDb>().UsePostgres(connection).Options;

        public async Task<List<Guid>> AddAsync(int count, DateTimeOffset due)
        {
            await using var db = new PostgresDb(options);
            var model = LetterKind.All.Single(kind => kind.Name == "hiring/qualified").Example;
            var letters = Enumerable.Range(0, count).Select(_ => Guid.CreateVersion7()).Select(id => new Letter
            {
                Id = id, Key = $"{id}", Template = "hiring/qualified", Language = "zh-CN", Name = "张伟", Address = $"{id:N}@example.org",
                Model = model, PlannedAt = due, DueAt = due,
            }).ToList();
            db.Letters.AddRange(letters);
            await db.SaveChangesAsync();
            return letters.ConvertAll(letter => letter.Id);
        }

        public async Task<List<Guid>> HeldByAsync(int process)
        {
            await using var db = new PostgresDb(options);
            return await db.Letters.Where(letter => letter.LeasedBy!.Contains($"/{process}/")).Select(letter => letter.Id).ToListAsync();
        }

        public async Task<List<double>> SecondsSinceAsync(DateTimeOffset at, List<Guid> ids)
        {
            await using var db = new PostgresDb(options);
            var accepted = await db.Letters.Where(letter => ids.Contains(letter.Id)).Select(letter => letter.AcceptedAt!.Value).ToListAsync();
            return accepted.ConvertAll(one => (one - at).TotalSeconds);
        }

        public async Task UntilEmptyAsync()
        {
            using var limit = new CancellationTokenSource(Patience);
            while (true)
            {
                await using var db = new PostgresDb(options);
                var now = TimeProvider.System.GetUtcNow();
                if (!await db.Letters.AnyAsync(letter => letter.Phase == LetterPhase.Sending || (letter.Phase == LetterPhase.Planned && letter.DueAt <= now), limit.Token))
                    return;
                await Task.Delay(TimeSpan.FromMilliseconds(200), limit.Token);
            }
        }
    }
}
