using System.Collections.Concurrent;
using Npgsql;

namespace Workflows.Testing;

/// <summary>
/// A real PostgreSQL for tests, started by the first test that asks for a database and gone with the test process. Use one per test
/// project: <c>[assembly: AssemblyFixture(typeof(PostgresCluster))]</c>, and take it as a constructor parameter of the test class.
/// Where PostgreSQL is not installed, the asking test is skipped with a reason. The environment variable
/// <c>WORKFLOWS_TEST_POSTGRES</c>, the connection string of a server's administrator, replaces the throw-away server.
/// </summary>
public sealed class PostgresCluster : IAsyncDisposable
{
    private readonly bool durable;
    private readonly SemaphoreSlim starting = new(1);
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> templates = new();
    private readonly ConcurrentBag<string> databases = [];
    private PostgresServer? server;
    private string? admin;

    /// <summary>A cluster that keeps what it has answered, as in production (fsync on).</summary>
    public PostgresCluster() : this(durable: true)
    {
    }

    private PostgresCluster(bool durable) => this.durable = durable;

    /// <summary>A cluster without fsync: faster, for tests that ask nothing about durability.</summary>
    public static PostgresCluster WithoutFsync() => new(durable: false);

    /// <summary>Makes an empty database of a new name and returns its connection string. Skips the test without PostgreSQL.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        await EnsureStartedAsync();
        return ConnectionStringOf(await CreateAsync("template0"));
    }

    /// <summary>
    /// Makes a database of a new name that is a copy of a template, and returns its connection string. The first call for a template
    /// fills it through the connection string that <paramref name="fill"/> gets; later calls only copy, which takes some 50 ms.
    /// </summary>
    public async Task<string> CreateDatabaseAsync(string template, Func<string, Task> fill)
    {
        await EnsureStartedAsync();
        var filled = templates.GetOrAdd(template, _ => new Lazy<Task<string>>(() => FillAsync(fill)));
        return ConnectionStringOf(await CreateAsync(await filled.Value));
    }

    /// <summary>Removes a database early, with all its sessions. At the end of the process all go by themselves.</summary>
    public async Task DropDatabaseAsync(string connectionString)
    {
        await using (var connection = new NpgsqlConnection(connectionString))
        {
            NpgsqlConnection.ClearPool(connection);
        }

        await ExecuteAsync($"DROP DATABASE IF EXISTS \"{new NpgsqlConnectionStringBuilder(connectionString).Database}\" WITH (FORCE)");
    }

    /// <summary>Ends the throw-away server as a power cut would. Only for a cluster that the test made for itself.</summary>
    public Task CrashAsync() => OwnServer.CrashAsync();

    /// <summary>Starts the throw-away server again after <see cref="CrashAsync"/>, with the data that it had made durable.</summary>
    public Task StartAgainAsync() => OwnServer.StartAgainAsync();

    /// <summary>Lets nothing get through for a while, as a disk does that hangs.</summary>
    public Task HangAsync(TimeSpan time) => OwnServer.HangAsync(time);

    /// <summary>Breaks every session of a database, and says how many there were.</summary>
    public async Task<int> BreakSessionsAsync(string connectionString)
    {
        await using var connection = new NpgsqlConnection($"{admin};Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = $1 AND pid <> pg_backend_pid()", connection);
        command.Parameters.Add(new NpgsqlParameter { Value = new NpgsqlConnectionStringBuilder(connectionString).Database });
        return (int)(long)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Stops the throw-away server; on a server named by the environment, drops what this process made.</summary>
    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            await server.DisposeAsync();
        }
        else if (admin is not null)
        {
            foreach (var database in databases)
            {
                await DropDatabaseAsync(ConnectionStringOf(database));
            }
        }

        starting.Dispose();
    }

    private PostgresServer OwnServer =>
        server ?? throw new InvalidOperationException("Only a throw-away server that is running can be crashed and started again.");

    private async Task EnsureStartedAsync()
    {
        await starting.WaitAsync();
        try
        {
            admin ??= Environment.GetEnvironmentVariable("WORKFLOWS_TEST_POSTGRES") is { Length: > 0 } named
                ? named
                : (server = await StartServerAsync()).AdminConnectionString;
        }
        finally
        {
            starting.Release();
        }
    }

    private async Task<PostgresServer> StartServerAsync()
    {
        var installation = PostgresInstallation.Find();
        Assert.SkipWhen(installation is null, PostgresInstallation.Missing);
        return await PostgresServer.StartAsync(installation!, durable);
    }

    private async Task<string> FillAsync(Func<string, Task> fill)
    {
        var name = await CreateAsync("template0");
        await fill(ConnectionStringOf(name));
        // A database is copied only while nobody is connected to it: pooled connections of the filling must go.
        await ExecuteAsync($"ALTER DATABASE \"{name}\" WITH ALLOW_CONNECTIONS false");
        await ExecuteAsync($"SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = '{name}'");
        return name;
    }

    private async Task<string> CreateAsync(string template)
    {
        var name = $"test_{Guid.CreateVersion7():N}";
        await ExecuteAsync($"CREATE DATABASE \"{name}\" TEMPLATE \"{template}\" ENCODING 'UTF8'");
        databases.Add(name);
        return name;
    }

    private string ConnectionStringOf(string database) => new NpgsqlConnectionStringBuilder(admin) { Database = database }.ConnectionString;

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(admin);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names are made here and DDL takes no parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
