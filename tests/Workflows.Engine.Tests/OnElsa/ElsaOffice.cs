using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Workflows.Engine.OnElsa;
using Workflows.Engine.Tests.Behaviour;
using Workflows.Engine.Tests.Parts;
using Workflows.Storage;
using Workflows.Testing;
using Case = Workflows.Personnel.Cases.Case;

namespace Workflows.Engine.Tests.OnElsa;

/// <summary>Elsa with the scripted steps, on a database of its own: SQLite, or PostgreSQL where a cluster is given. Wishes are carried out by the product's courier.</summary>
internal sealed class ElsaOffice : IEngineOffice
{
    // Making all tables takes seconds: once for all offices of the process is enough.
    private static readonly Lazy<Task<byte[]>> EmptyFile = new(MakeEmptyFileAsync);

    private readonly ServiceProvider provider;
    private readonly Func<Task> clear;

    private ElsaOffice(IReadOnlyList<DefinitionFile> files, StorageOptions storage, Func<Task> clear, Action<IServiceCollection>? more = null)
    {
        this.clear = clear;
        var services = new ServiceCollection()
            .AddLogging(log => log.AddProvider(Faults).SetMinimumLevel(LogLevel.Warning))
            .AddSingleton(Script).AddSingleton<TimeProvider>(Clock)
            .AddStorage(storage)
            .AddStep<Ask>().AddStep<Answer>();
        services.AddElsaEngine(storage, steps => DefinitionCatalogue.Load(files, steps).OrThrow());
        more?.Invoke(services);
        provider = services.BuildServiceProvider();
    }

    public Script Script { get; } = new();

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 9, 1, 1, 0, 0, TimeSpan.Zero));

    /// <summary>What the engine complained of.</summary>
    public FaultLog Faults { get; } = new();

    public IServiceProvider Services => provider;

    public static async Task<ElsaOffice> OpenAsync(
        IReadOnlyList<DefinitionFile> files, Action<IServiceCollection>? more = null, PostgresCluster? cluster = null)
    {
        var office = cluster is null ? await OnFileAsync(files, await EmptyFile.Value, more) : await OnPostgresAsync(files, cluster, more);
        await office.StartAsync();
        return office;
    }

    /// <summary>Makes everything ready, as the program does at its start.</summary>
    public Task StartAsync() => provider.GetRequiredService<ElsaStart>().RunAsync(default);

    public Task StartAsync(string definition, Guid? caseId = null) =>
        WishAsync(engine => engine.StartAsync(caseId ?? Office.Case, definition, default));

    public Task SignalAsync(string wait, string outcome, Guid operation, Guid? caseId = null) =>
        WishAsync(engine => engine.SignalAsync(caseId ?? Office.Case, wait, outcome, operation, default));

    public Task CancelAsync(string reason, Guid operation) =>
        WishAsync(engine => engine.CancelAsync(Office.Case, reason, operation, default));

    public Task MigrateAsync(int toVersion, Guid operation) =>
        WishAsync(engine => engine.MigrateAsync(Office.Case, toVersion, operation, default));

    public async Task SweepAsync()
    {
        while ((await StateAsync()).NextDueAt <= Clock.GetUtcNow())
        {
            await InScopeAsync(async services =>
            {
                await services.GetRequiredService<IDueTimers>().SignalDueAsync(Office.Case, default);
                await services.GetRequiredService<WorkflowsDb>().SaveChangesAsync();
            });
            await DeliverAsync();
        }
    }

    // The wish is in the inbox: nobody has to ask again.
    public async Task RecoverAsync(Func<Task> again) => await DeliverAsync();

    public async Task<CaseState> StateAsync(Guid? caseId = null)
    {
        await using var scope = provider.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<ICaseStates>().FindAsync(caseId ?? Office.Case, default))!;
    }

    /// <summary>Delivers until the inbox is empty; a wish that failed is tried again at once, by the clock.</summary>
    public async Task DeliverAsync()
    {
        var courier = provider.GetRequiredService<Courier>();
        for (var round = 0; round < 50; round++)
        {
            foreach (var caseId in await courier.WaitingAsync(100, default))
            {
                await courier.DeliverAsync(caseId, default);
            }

            if (await LeftAsync() == 0)
            {
                return;
            }

            Clock.Advance(TimeSpan.FromSeconds(round < 3 ? 2 : 200));
        }

        throw new InvalidOperationException($"The inbox never empties: {Faults}");
    }

    /// <summary>Puts a record into the case's row, as another engine left it.</summary>
    public Task StoreAsync(string row) => InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<WorkflowsDb>();
        (await db.Cases.FindAsync(Office.Case))!.EngineState = row;
        await db.SaveChangesAsync();
    });

    /// <summary>Compares all cases with Elsa once, and says how many had to be moved.</summary>
    public Task<int> ReconcileAsync() => provider.GetRequiredService<Reconciler>().RunAsync(default);

    public async ValueTask DisposeAsync()
    {
        await provider.DisposeAsync();
        await clear();
    }

    /// <summary>How many wishes are in the inbox.</summary>
    public async Task<int> LeftAsync()
    {
        await using var scope = provider.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<WorkflowsDb>().EngineWishes.CountAsync();
    }

    public async Task InScopeAsync(Func<IServiceProvider, Task> work)
    {
        await using var scope = provider.CreateAsyncScope();
        await work(scope.ServiceProvider);
    }

    private static async Task<ElsaOffice> OnFileAsync(IReadOnlyList<DefinitionFile> files, byte[] content, Action<IServiceCollection>? more)
    {
        var folder = Directory.CreateTempSubdirectory("workflows-elsa-");
        var file = Path.Combine(folder.FullName, "office.db");
        await File.WriteAllBytesAsync(file, content);
        return new ElsaOffice(files, new StorageOptions(StorageProvider.Sqlite, $"Data Source={file};Pooling=False"), () =>
        {
            folder.Delete(recursive: true);
            return Task.CompletedTask;
        }, more);
    }

    private static async Task<ElsaOffice> OnPostgresAsync(
        IReadOnlyList<DefinitionFile> files, PostgresCluster cluster, Action<IServiceCollection>? more)
    {
        var connection = await cluster.CreateDatabaseAsync("elsa", async empty =>
        {
            await using var office = new ElsaOffice([], new StorageOptions(StorageProvider.Postgres, empty), () => Task.CompletedTask);
            await office.MakeTablesAsync();
        });
        return new ElsaOffice(files, new StorageOptions(StorageProvider.Postgres, connection), () => cluster.DropDatabaseAsync(connection), more);
    }

    private static async Task<byte[]> MakeEmptyFileAsync()
    {
        var file = Path.GetTempFileName();
        await using (var office = new ElsaOffice([], new StorageOptions(StorageProvider.Sqlite, $"Data Source={file};Pooling=False"), () => Task.CompletedTask))
        {
            await office.MakeTablesAsync();
        }

        var content = await File.ReadAllBytesAsync(file);
        File.Delete(file);
        return content;
    }

    private async Task MakeTablesAsync()
    {
        await InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<WorkflowsDb>();
            await Schema.UpgradeAsync(db, default);
            // In the office the use case or the step that starts a case adds its row.
            db.Cases.AddRange(new[] { Office.Case, EngineBehaviour.Other }.Select(id =>
                new Case { Id = id, DefinitionId = "f", TitleZh = "案件", TitleEn = "Case" }));
            await db.SaveChangesAsync();
        });
        await StartAsync();
    }

    private async Task WishAsync(Func<IProcessEngine, ValueTask> wish)
    {
        await InScopeAsync(async services =>
        {
            await wish(services.GetRequiredService<IProcessEngine>());
            await services.GetRequiredService<WorkflowsDb>().SaveChangesAsync();
        });
        await DeliverAsync();
    }
}
