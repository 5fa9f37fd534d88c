using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Workflows.Engine;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Staff;
using Workflows.Processes;
using Workflows.Processes.Cases;
using Workflows.Storage;
using Workflows.Storage.Backup;
using Workflows.Storage.Identity;

namespace Workflows.Testing.Offices;

/// <summary>
/// A whole office without pages: a real database, the product's own policy and definitions, one account for each role and a clock that
/// only the test moves. Each use case runs in a scope of its own, as a request does.
/// </summary>
public sealed class TestOffice : IAsyncDisposable
{
    /// <summary>When the office opens: 2026-08-03, a Monday, eight in the morning.</summary>
    public const string Opening = "2026-08-03 08:00";

    // Upgrading an empty database takes most of a second: once for all offices of the process is enough.
    private static readonly Lazy<Task<byte[]>> EmptySqlite = new(MakeEmptySqliteAsync);

    private readonly ServiceProvider services;
    private readonly bool isDeferred;
    private readonly string? folder;

    private TestOffice(StorageOptions storage, bool isDeferred, string? folder, Action<IServiceCollection>? more)
    {
        (this.isDeferred, this.folder, Storage) = (isDeferred, folder, storage);
        var collection = new ServiceCollection()
            .AddSingleton<TimeProvider>(Clock)
            .AddStorage(storage)
            .AddSingleton(OfficeFiles.Open(Workflows, Clock.LocalTimeZone))
            .AddUseCases()
            .AddOfficeSteps()
            .AddEmbeddedEngine(steps => OfficeFiles.Definitions(Workflows, steps).OrThrow());
        if (isDeferred)
            collection.AddDeferredEngine();
        more?.Invoke(collection);
        services = collection.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
    }

    /// <summary>The workflows folder beside the test program.</summary>
    public static string Workflows => Path.Combine(AppContext.BaseDirectory, "workflows");

    /// <summary>Copies the workflows folder, for whoever changes something in it.</summary>
    public static void CopyWorkflows(string to) => FolderCopy.Write(Workflows, to);

    /// <summary>The office's database.</summary>
    public StorageOptions Storage { get; }

    /// <summary>The office's clock.</summary>
    public FakeTimeProvider Clock { get; } = TestClock.InShanghai(Opening);

    /// <summary>What the office is made of.</summary>
    public IServiceProvider Services => services;

    /// <summary>An office on SQLite, in a file of its own.</summary>
    public static async Task<TestOffice> OnSqliteAsync(bool isDeferred = false, Action<IServiceCollection>? more = null)
    {
        var folder = Directory.CreateDirectory(ScratchFolder.NameFor("office")).FullName;
        var database = Path.Combine(folder, "office.db");
        await File.WriteAllBytesAsync(database, await EmptySqlite.Value);
        var office = new TestOffice(new StorageOptions(StorageProvider.Sqlite, $"Data Source={database}"), isDeferred, folder, more);
        await office.FoundAsync();
        return office;
    }

    /// <summary>An office on a database of its own on a real PostgreSQL.</summary>
    public static async Task<TestOffice> OnPostgresAsync(
        PostgresCluster cluster, bool isDeferred = false, Action<IServiceCollection>? more = null)
    {
        var database = await cluster.CreateDatabaseAsync("office", Migrate);
        var office = new TestOffice(new StorageOptions(StorageProvider.Postgres, database), isDeferred, null, more);
        await office.FoundAsync();
        return office;

        static async Task Migrate(string connection)
        {
            await using var db = new PostgresDb(new DbContextOptionsBuilder<PostgresDb>().UsePostgres(connection).Options);
            await Schema.UpgradeAsync(db, CancellationToken.None);
        }
    }

    /// <summary>An office on a database that is there already, with whatever is in it.</summary>
    public static TestOffice On(StorageOptions storage, Action<IServiceCollection>? more = null) => new(storage, isDeferred: false, null, more);

    /// <summary>The account that wears the role; accounts are made at the first asking.</summary>
    public static Guid Of(OfficeRole role) => new((int)role + 1, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);

    /// <summary>Runs a use case as a request does, and then whatever a deferred engine still has to do.</summary>
    public async Task<Answer> AskAsync<TUseCase>(Func<TUseCase, Task<Answer>> ask) where TUseCase : notnull
    {
        await using var scope = services.CreateAsyncScope();
        var answer = await ask(scope.ServiceProvider.GetRequiredService<TUseCase>());
        if (isDeferred && answer.IsDone)
            scope.ServiceProvider.GetRequiredService<DeferredEngine>().OnCommitted();
        await PumpAsync();
        return answer;
    }

    /// <summary>Runs a use case that must be done; a refusal fails the test with its reasons.</summary>
    public async Task<Answer> DoAsync<TUseCase>(Func<TUseCase, Task<Answer>> ask) where TUseCase : notnull
    {
        var answer = await AskAsync(ask);
        Assert.True(answer.IsDone, $"{typeof(TUseCase).Name} was refused: {string.Join(" ", answer.Reasons.Select(reason => reason.En))}");
        return answer;
    }

    /// <summary>Reads from the database, in a scope of its own.</summary>
    public async Task<T> ReadAsync<T>(Func<WorkflowsDb, Task<T>> read)
    {
        await using var scope = services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<WorkflowsDb>());
    }

    /// <summary>Moves the clock to a wall time in the office and wakes what is due by then.</summary>
    public async Task GoToAsync(string wallTime)
    {
        Clock.SetUtcNow(TestClock.InShanghai(wallTime).GetUtcNow());
        await SweepAsync();
    }

    /// <summary>Wakes what is due, until nothing is.</summary>
    public async Task SweepAsync()
    {
        int woken;
        do
        {
            await using var scope = services.CreateAsyncScope();
            woken = await scope.ServiceProvider.GetRequiredService<SweepTimers>().RunAsync(CancellationToken.None);
            if (isDeferred)
                scope.ServiceProvider.GetRequiredService<DeferredEngine>().OnCommitted();
            await PumpAsync();
        }
        while (woken > 0);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        if (folder is null)
            return;
        using (var connection = new SqliteConnection(Storage.ConnectionString))
            SqliteConnection.ClearPool(connection);
        Directory.Delete(folder, recursive: true);
    }

    private async Task PumpAsync()
    {
        if (!isDeferred)
            return;
        await services.GetRequiredService<DeferredWishes>().PumpAsync(
            services.GetRequiredService<IServiceScopeFactory>(),
            (scope, ct) => scope.GetRequiredService<WorkflowsDb>().SaveChangesAsync(ct));
    }

    private static async Task<byte[]> MakeEmptySqliteAsync()
    {
        var folder = Directory.CreateDirectory(ScratchFolder.NameFor("schema")).FullName;
        var file = Path.Combine(folder, "office.db");
        await using (var db = new SqliteDb(new DbContextOptionsBuilder<SqliteDb>().UseOfficeSqlite($"Data Source={file};Pooling=False").Options))
        {
            await Schema.UpgradeAsync(db, CancellationToken.None);
        }

        var empty = await File.ReadAllBytesAsync(file);
        Directory.Delete(folder, recursive: true);
        return empty;
    }

    private async Task FoundAsync()
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkflowsDb>();
        foreach (var role in Enum.GetValues<OfficeRole>())
        {
            db.Users.Add(new Account
            {
                Id = Of(role), UserName = $"{role}", DisplayName = $"{role}", Email = $"{role}@example.org",
                Hats = [new Hat { AccountId = Of(role), Role = role }],
            });
        }

        db.Quotas.AddRange(
            new Quota { Kind = QuotaKind.Establishment, From = new DateOnly(2022, 6, 1), Approved = 10 },
            new Quota { Kind = QuotaKind.SeniorPosts, From = new DateOnly(2022, 6, 1), Approved = 4 },
            new Quota { Kind = QuotaKind.IntermediatePosts, From = new DateOnly(2022, 6, 1), Approved = 4 });
        await db.SaveChangesAsync();
    }
}
