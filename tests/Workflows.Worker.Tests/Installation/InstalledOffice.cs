using Microsoft.EntityFrameworkCore;
using Npgsql;
using Workflows.Storage;
using Workflows.Testing;
using Workflows.Worker.Tests.Commands;

namespace Workflows.Worker.Tests.Installation;

/// <summary>Its tests share one.</summary>
[CollectionDefinition(nameof(InstalledOffice))]
public sealed class InstalledOffices : ICollectionFixture<InstalledOffice>;

/// <summary>An office as the guide installs it: a database with an owner, a program that may only work in it, and one account.</summary>
public sealed class InstalledOffice(PostgresCluster cluster) : IAsyncLifetime
{
    public const string UserName = "linxiuying";
    public const string Password = "Shaxian-2026-once";

    private readonly string suffix = $"{Guid.CreateVersion7():N}"[^8..];

    /// <summary>The database as its owner reaches it.</summary>
    public string Owner { get; private set; } = "";

    /// <summary>The database as the program reaches it.</summary>
    public string Program { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        (Owner, Program) = await DatabaseAsync();
        (await CommandAsync("migrate")).ExitCode.ShouldBe(0);
        var account = await WorkerProcess.RunWith(Settings(Owner, Program), ["account", "add", UserName, "--role", "HumanResources", "--password-stdin"], Password);
        account.ExitCode.ShouldBe(0, account.Errors);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>A database of the owner's, with nothing in it.</summary>
    public async Task<(string Owner, string Program)> DatabaseAsync()
    {
        var admin = new NpgsqlConnectionStringBuilder(await cluster.CreateDatabaseAsync()) { Pooling = false };
        await ExecuteAsync(admin.ConnectionString, $"""
            DO $$ BEGIN
                CREATE ROLE owner_{suffix} LOGIN PASSWORD '{suffix}';
                CREATE ROLE program_{suffix} LOGIN PASSWORD '{suffix}';
            EXCEPTION WHEN duplicate_object THEN END $$;
            ALTER DATABASE "{admin.Database}" OWNER TO owner_{suffix}
            """);
        return (As("owner"), As("program"));

        string As(string role) => new NpgsqlConnectionStringBuilder(admin.ConnectionString) { Username = $"{role}_{suffix}", Password = suffix }.ConnectionString;
    }

    /// <summary>Runs a command with the settings of the office.</summary>
    internal Task<WorkerProcess> CommandAsync(params string[] arguments) => WorkerProcess.RunWith(Settings(Owner, Program), arguments);

    internal static Dictionary<string, string> Settings(string owner, string program) =>
        new() { ["ConnectionStrings__Workflows"] = program, ["ConnectionStrings__WorkflowsOwner"] = owner };

    public static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
#pragma warning disable CA2100 // Written in these tests.
        await using var command = source.CreateCommand(sql);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Looks into the database as the program.</summary>
    public async Task<T> ReadAsync<T>(Func<WorkflowsDb, Task<T>> read)
    {
        await using var db = new PostgresDb(new DbContextOptionsBuilder<PostgresDb>().UsePostgres(Program).Options);
        return await read(db);
    }
}
