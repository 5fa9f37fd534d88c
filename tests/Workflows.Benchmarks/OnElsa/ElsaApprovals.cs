using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Workflows.Engine;
using Workflows.Engine.OnElsa;
using Workflows.Personnel.Cases;
using Workflows.Processes;
using Workflows.Processes.WorkItems;
using Workflows.Storage;
using Workflows.Storage.Identity;
using Workflows.Testing;
using Workflows.Testing.Offices;

namespace Workflows.Benchmarks;

/// <summary>
/// Approvals on Elsa, on a real PostgreSQL with fsync on, each client waiting until Elsa has followed its approval: how many each second, and how
/// many commits the database counted for each.
/// </summary>
internal static class ElsaApprovals
{
    private static readonly Guid Approver = Guid.CreateVersion7();

    public static async Task<int> RunAsync(int clients, int cases)
    {
        await using var cluster = new PostgresCluster();
        var storage = new StorageOptions(StorageProvider.Postgres, await cluster.CreateDatabaseAsync());
        await using var services = Services(storage);
        await FoundAsync(services);
        var ids = await OpenAsync(services, cases);
        var courier = services.GetRequiredService<Courier>();
        foreach (var id in ids)
        {
            await courier.DeliverAsync(id, default);
        }

        await using var source = NpgsqlDataSource.Create(storage.ConnectionString);
        var before = await CommitsAsync(source);
        var (started, done) = (Stopwatch.GetTimestamp(), 0);
        await Task.WhenAll(ids.Chunk((ids.Count + clients - 1) / clients).Select(share => Task.Run(async () =>
        {
            foreach (var _ in Enumerable.Range(0, Chain.Length))
            {
                foreach (var id in share)
                {
                    await ApproveAsync(services, id);
                    await courier.DeliverAsync(id, default);
                    Interlocked.Increment(ref done);
                }
            }
        })));

        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        Console.WriteLine(await Machine.DescribeAsync(source));
        var commits = await CommitsAsync(source) - before;
        Console.WriteLine(FormattableString.Invariant(
            $"on Elsa, {clients} clients, {cases} cases of {Chain.Length} approvals: {done / seconds:0.0} approvals/s, answered and followed, ")
            + FormattableString.Invariant($"{commits / (double)done:0.0} commits each"));
        return 0;
    }

    private static ServiceProvider Services(StorageOptions storage)
    {
        var services = new ServiceCollection().AddLogging(log => log.SetMinimumLevel(LogLevel.Error).AddFilter("Microsoft.EntityFrameworkCore", LogLevel.None).AddSimpleConsole())
            .AddSingleton(TimeProvider.System)
            .AddStorage(storage)
            .AddSingleton(OfficeFiles.Open(TestOffice.Workflows, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai")))
            .AddUseCases()
            .AddOfficeSteps();
        return services.AddElsaEngine(storage, steps => DefinitionCatalogue.Load([Chain.File], steps).OrThrow())
            .BuildServiceProvider();
    }

    private static async Task FoundAsync(ServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkflowsDb>();
        await Schema.UpgradeAsync(db, default);
        db.Users.Add(new Account
        {
            Id = Approver, UserName = "approver", DisplayName = "approver", Email = "approver@example.org",
            Hats = [new Hat { AccountId = Approver, Role = OfficeRole.PersonnelBureau }],
        });
        await db.SaveChangesAsync();
        await services.GetRequiredService<ElsaStart>().RunAsync(default);
    }

    private static async Task<List<Guid>> OpenAsync(ServiceProvider services, int count)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkflowsDb>();
        var ids = Enumerable.Range(0, count).Select(_ => Guid.CreateVersion7()).ToList();
        foreach (var id in ids)
        {
            db.Cases.Add(new Case { Id = id, DefinitionId = Chain.DefinitionId, TitleZh = "审批", TitleEn = "Approval" });
            await scope.ServiceProvider.GetRequiredService<IProcessEngine>().StartAsync(id, Chain.DefinitionId, default);
        }

        await db.SaveChangesAsync();
        return ids;
    }

    private static async Task ApproveAsync(ServiceProvider services, Guid caseId)
    {
        await using var scope = services.CreateAsyncScope();
        var item = await scope.ServiceProvider.GetRequiredService<WorkflowsDb>().WorkItems.AsNoTracking()
            .SingleAsync(one => one.CaseId == caseId && one.Stage == WorkItemStage.Open);
        var answer = await scope.ServiceProvider.GetRequiredService<DecideWorkItem>().RunAsync(
            new(item.Id, item.Revision, Guid.CreateVersion7(), Outcomes.Approved, "同意"), Approver, default);
        if (!answer.IsDone)
            throw new InvalidOperationException($"Refused: {answer.Reasons[0].En}");
    }

    private static async Task<long> CommitsAsync(NpgsqlDataSource source)
    {
        // What the sessions have counted reaches the statistics a second later.
        await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System);
        await using var command = source.CreateCommand("SELECT xact_commit FROM pg_stat_database WHERE datname = current_database()");
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
