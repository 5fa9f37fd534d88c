using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Workflows.Engine;
using Workflows.Storage.Engine;

namespace Workflows.Storage;

/// <summary>Which database, and where.</summary>
/// <param name="Provider">PostgreSQL or SQLite.</param>
/// <param name="ConnectionString">The connection string.</param>
public sealed record StorageOptions(StorageProvider Provider, string ConnectionString)
{
    /// <summary>Reads a connection string, <c>Host=...</c> for PostgreSQL or <c>Data Source=...</c> for SQLite; null when it is neither.</summary>
    public static StorageOptions? Read(string connectionString)
    {
        try
        {
            if (connectionString.Contains("Data Source=", StringComparison.OrdinalIgnoreCase))
                return new SqliteConnectionStringBuilder(connectionString).DataSource.Length > 0 ? new(StorageProvider.Sqlite, connectionString) : null;
            return new NpgsqlConnectionStringBuilder(connectionString).Host is { Length: > 0 } ? new(StorageProvider.Postgres, connectionString) : null;
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException or InvalidCastException or OverflowException)
        {
            return null;
        }
    }
}

/// <summary>The databases this program runs on.</summary>
public enum StorageProvider
{
    /// <summary>PostgreSQL: the real thing.</summary>
    Postgres,

    /// <summary>SQLite: demo and trial, one process.</summary>
    Sqlite,
}

/// <summary>Adds the database to a program.</summary>
public static class StorageRegistration
{
    /// <summary>Adds <see cref="WorkflowsDb"/>, one for each unit of work, and the engine's states on it.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, StorageOptions storage)
    {
        if (storage.Provider is StorageProvider.Postgres)
            services.AddDbContextPool<WorkflowsDb, PostgresDb>(options => options.UsePostgres(storage.ConnectionString));
        else
            services.AddDbContextPool<WorkflowsDb, SqliteDb>(options => options.UseOfficeSqlite(storage.ConnectionString));
        services.AddScoped<ICaseStates, CaseStates>();
        return services;
    }
}
