using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Mail;
using Workflows.Processes;
using Workflows.Processes.Cases;
using Workflows.Reminders.Planning;
using Workflows.Reminders.Sending;
using Workflows.Testing;
using Workflows.Testing.Offices;
using Workflows.Web.Pages;

namespace Workflows.Benchmarks;

/// <summary>
/// What is done every day, in an office with some million rows of closed cases beside one without: the inbox, the list of what somebody decided, an approval,
/// the sweep of timers, the planning of letters and the look for letters to send. All closed decisions were made by the approver who is measured.
/// </summary>
internal static class History
{
    private const int OpenCases = 400;
    // Enough for a whole page of what somebody decided.
    private const int ClosedCases = 8;
    private const int LettersOfACase = 10;
    private static readonly Guid Approver = TestOffice.Of(OfficeRole.PersonnelBureau);

    public static async Task<int> RunAsync(long rows, int rounds)
    {
        await using var cluster = new PostgresCluster();
        await using var young = await OfficeAsync(cluster, 0);
        await using var old = await OfficeAsync(cluster, rows);
        await using (var source = NpgsqlDataSource.Create(old.ConnectionString))
            Console.WriteLine(await Machine.DescribeAsync(source));
        foreach (var (name, work) in Works())
        {
            List<double> ofYoung = [], ofOld = [];
            // The first rounds measure the compiler and cold pages.
            for (var round = -rounds; round < rounds; round++)
            {
                var (a, b) = (await MillisecondsAsync(young, work), await MillisecondsAsync(old, work));
                if (round >= 0)
                    (ofYoung, ofOld) = ([.. ofYoung, a], [.. ofOld, b]);
            }

            Console.WriteLine(FormattableString.Invariant(
                $"{name,-28} empty {Median(ofYoung),7:0.00} ms   {rows:N0} rows {Median(ofOld),7:0.00} ms   ratio {Median(ofOld) / Median(ofYoung):0.00}"));
        }

        return 0;
    }

    private static (string Name, Func<IServiceProvider, Task> Work)[] Works() =>
    [
        ("inbox", services => WaitingList.ReadAsync(services.GetRequiredService<Desk>(), Approver, InboxFilter.None, null, default)),
        ("what I decided", services => services.GetRequiredService<Storage.WorkflowsDb>().DecidedByAsync(Approver, null, default)),
        ("approval", ApproveAsync),
        ("sweep of timers", services => services.GetRequiredService<SweepTimers>().RunAsync(default)),
        ("planning of letters", services => services.GetRequiredService<PlanLetters>().RunAsync(default)),
        ("look for letters to send", services => services.GetRequiredService<SendLetters>().RunAsync(default)),
    ];

    private static async Task ApproveAsync(IServiceProvider services)
    {
        var item = await services.GetRequiredService<Storage.WorkflowsDb>().WorkItemParts.AsNoTracking()
            .Where(part => part.IsOpen && part.Role == OfficeRole.PersonnelBureau).Select(part => new { part.WorkItemId, part.WorkItem.Revision }).FirstAsync();
        var answer = await services.GetRequiredService<Processes.WorkItems.DecideWorkItem>().RunAsync(
            new(item.WorkItemId, item.Revision, Guid.CreateVersion7(), Outcomes.Approved, "同意"), Approver, default);
        if (!answer.IsDone)
            throw new InvalidOperationException($"Refused: {answer.Reasons[0].En}");
    }

    private static async Task<double> MillisecondsAsync(ApprovingOffice office, Func<IServiceProvider, Task> work)
    {
        await using var scope = office.Services.CreateAsyncScope();
        var began = Stopwatch.GetTimestamp();
        await work(scope.ServiceProvider);
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    private static async Task<ApprovingOffice> OfficeAsync(PostgresCluster cluster, long rows)
    {
        var office = await ApprovingOffice.OpenAsync(cluster);
        if (rows > 0)
            await RememberAsync(office, rows);
        foreach (var done in await office.OpenCasesAsync(ClosedCases))
            await CloseAsync(office, done);
        await office.OpenCasesAsync(OpenCases);
        // What the open items have to say is planned, and none of it is due any more.
        await MillisecondsAsync(office, services => services.GetRequiredService<PlanLetters>().RunAsync(default));
        await office.ReadAsync(db => db.Letters.Where(one => one.Phase == LetterPhase.Planned).ExecuteUpdateAsync(set => set.SetProperty(one => one.Phase, LetterPhase.Accepted)));
        await office.ReadAsync(db => db.Database.ExecuteSqlRawAsync("VACUUM (ANALYZE)"));
        return office;
    }

    private static async Task CloseAsync(ApprovingOffice office, Guid caseId)
    {
        for (var step = 0; step < Chain.Length; step++)
            await office.ApproveAsync((await office.WaitingAsync([caseId])).Single());
    }

    // One case is taken to its end by the office; its rows are written again under other ids, older than every new one.
    private static async Task RememberAsync(ApprovingOffice office, long rows)
    {
        var model = (await office.OpenCasesAsync(1)).Single();
        await CloseAsync(office, model);
        await using var connection = new NpgsqlConnection(office.ConnectionString);
        await connection.OpenAsync();
        await SayAsync("""
            SET session_replication_role = replica;
            CREATE FUNCTION older(prefix text, n bigint, k bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS
            $$ SELECT (prefix || lpad(to_hex(n), 14, '0') || lpad(to_hex(k), 16, '0'))::uuid $$;
            CREATE TEMP TABLE items AS SELECT id, row_number() OVER (ORDER BY id) AS k FROM work_items;
            """);
        var copies = rows / await CountAsync();
        await CopyAsync("cases", "", new() { ["id"] = "older('01', n, 0)" });
        await CopyAsync("work_items", "JOIN items i ON i.id = m.id", new() { ["id"] = "older('01', n, i.k)", ["case_id"] = "older('01', n, 0)" });
        await CopyAsync("work_item_parts", "JOIN items i ON i.id = m.work_item_id", new()
        {
            ["id"] = "older('01', n, i.k)", ["work_item_id"] = "older('01', n, i.k)", ["decided_at"] = "m.decided_at - make_interval(mins => (n % 5000000)::int)",
        });
        await CopyAsync("audit", "", new() { ["case_id"] = "older('01', n, 0)" });
        await CopyAsync("operations", "JOIN (SELECT id, row_number() OVER () AS k FROM operations) o ON o.id = m.id", new() { ["id"] = "older('01', n, o.k)" });
        await SayAsync($"""
            INSERT INTO letters (id, key, template, language, name, address, account_id, case_id, work_item_id, model, is_formal, planned_at, due_at, phase, attempts, fence, last_reply, accepted_at)
            SELECT older('01', n, k), 'item/' || n || '/' || k, 'hiring/work-item', 'zh-CN', '某人', 'x@example.org', '{Approver}', older('01', n, 0), older('01', n, k),
                repeat('x', 300), false, now(), now(), 'Accepted', 1, 1, '250 OK', now() - make_interval(mins => (n % 5000000)::int)
            FROM generate_series(1, {copies}) n, generate_series(1, {LettersOfACase}) k
            """);

        async Task CopyAsync(string table, string join, Dictionary<string, string> changed)
        {
            await using var columns = new NpgsqlCommand($"SELECT column_name FROM information_schema.columns WHERE table_name = '{table}' ORDER BY ordinal_position", connection);
            var names = new List<string>();
            await using (var reader = await columns.ExecuteReaderAsync())
            {
                while (await reader.ReadAsync())
                    names.Add(reader.GetString(0));
            }

            await SayAsync($"""
                INSERT INTO {table} ("{string.Join("\", \"", names)}")
                SELECT {string.Join(", ", names.Select(name => changed.GetValueOrDefault(name, $"m.\"{name}\"")))}
                FROM generate_series(1, {copies}) n, (SELECT * FROM {table}) m {join}
                """);
        }

        async Task<long> CountAsync()
        {
            await using var command = new NpgsqlCommand($"""
                SELECT {LettersOfACase} + (SELECT count(*) FROM cases) + (SELECT count(*) FROM work_items) + (SELECT count(*) FROM work_item_parts)
                    + (SELECT count(*) FROM audit) + (SELECT count(*) FROM operations)
                """, connection);
            return (long)(await command.ExecuteScalarAsync())!;
        }

        async Task SayAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
            await command.ExecuteNonQueryAsync();
        }
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
