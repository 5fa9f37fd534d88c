using Microsoft.Extensions.DependencyInjection;
using Workflows.Engine;
using Workflows.Storage.Engine;

namespace Workflows.Storage;

/// <summary>Which database, and where.</summary>
/// <param name="Provider">PostgreSQL or SQLite.</param>
/// <param name="ConnectionString">The connection string.</param>
public sealed record StorageOptions(StorageProvider Provider, string ConnectionString);

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
