using Microsoft.EntityFrameworkCore;
using Workflows.Testing;

namespace Workflows.Storage.Tests;

/// <summary>A database of a test's own, empty at first, and as many contexts on it as the test wants.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly Func<WorkflowsDb> open;
    private readonly string? folder;

    private TestDatabase(StorageOptions storage, Func<WorkflowsDb> open, string? folder = null) => (Storage, this.open, this.folder) = (storage, open, folder);

    /// <summary>Where it is.</summary>
    public StorageOptions Storage { get; }

    public static async Task<TestDatabase> OnPostgresAsync(PostgresCluster cluster)
    {
        var storage = new StorageOptions(StorageProvider.Postgres, await cluster.CreateDatabaseAsync());
        var options = new DbContextOptionsBuilder<PostgresDb>().UsePostgres(storage.ConnectionString).Options;
        return new TestDatabase(storage, () => new PostgresDb(options));
    }

    public static TestDatabase OnSqlite()
    {
        var folder = Directory.CreateDirectory(ScratchFolder.NameFor("storage")).FullName;
        var file = Path.Combine(folder, "office.db");
        var storage = new StorageOptions(StorageProvider.Sqlite, $"Data Source={file};Pooling=False");
        var options = new DbContextOptionsBuilder<SqliteDb>().UseOfficeSqlite(storage.ConnectionString).Options;
        return new TestDatabase(storage, () => new SqliteDb(options), folder);
    }

    /// <summary>A new context; each is a unit of work.</summary>
    public WorkflowsDb Open() => open();

    public async Task<TestDatabase> UpgradedAsync()
    {
        await DoAsync(db => Schema.UpgradeAsync(db, CancellationToken.None));
        return this;
    }

    public async Task DoAsync(Func<WorkflowsDb, Task> work)
    {
        await using var db = open();
        await work(db);
    }

    public async Task<T> ReadAsync<T>(Func<WorkflowsDb, Task<T>> read)
    {
        await using var db = open();
        return await read(db);
    }

    public Task AddAsync(params object[] rows) => DoAsync(db =>
    {
        db.AddRange(rows);
        return db.SaveChangesAsync();
    });

    public ValueTask DisposeAsync()
    {
        if (folder is not null)
            Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
