using Elsa.Common;
using Elsa.Extensions;
using Elsa.Features.Services;
using Elsa.Persistence.EFCore;
using Elsa.Persistence.EFCore.Extensions;
using Elsa.Persistence.EFCore.Modules.Management;
using Elsa.Persistence.EFCore.Modules.Runtime;
using Elsa.Scheduling.Activities;
using Elsa.Workflows.Middleware.Activities;
using Elsa.Workflows.Middleware.Workflows;
using Elsa.Workflows.Pipelines.ActivityExecution;
using Elsa.Workflows.Runtime.Distributed.Extensions;
using Medallion.Threading;
using Medallion.Threading.FileSystem;
using Medallion.Threading.Postgres;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Workflows.Storage;

namespace Workflows.Engine.OnElsa;

/// <summary>Adds the engine on Elsa to a program.</summary>
public static class ElsaRegistration
{
    /// <summary>
    /// Adds the port and its inbox: enough for a program that only records wishes. The caller adds the steps and the storage.
    /// </summary>
    public static IServiceCollection AddElsaWishes(
        this IServiceCollection services, Func<StepCatalogue, DefinitionCatalogue> load)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => new StepCatalogue(provider.GetServices<StepKind>()));
        services.TryAddSingleton(provider => load(provider.GetRequiredService<StepCatalogue>()));
        services.TryAddSingleton<WishBell>();
        services.AddScoped<ElsaEngine>();
        services.AddScoped<IProcessEngine>(provider => provider.GetRequiredService<ElsaEngine>());
        services.AddScoped<IDueTimers>(provider => provider.GetRequiredService<ElsaEngine>());
        return services;
    }

    /// <summary>Adds the port and Elsa itself on the same database: its stores, its distributed runtime, real locks, and what delivers the wishes.</summary>
    /// <param name="services">The program's services; steps are added before.</param>
    /// <param name="storage">The office's database.</param>
    /// <param name="load">Makes the catalogue of the definition files.</param>
    /// <param name="more">More of Elsa, such as its management API.</param>
    public static IServiceCollection AddElsaEngine(
        this IServiceCollection services, StorageOptions storage, Func<StepCatalogue, DefinitionCatalogue> load, Action<IModule>? more = null)
    {
        services.AddElsaWishes(load);
        services.AddElsa(elsa =>
        {
            elsa.UseWorkflows(workflows => workflows
                .WithWorkflowExecutionPipeline(pipeline => pipeline.Reset().UsePersistentVariables().UseDefaultActivityScheduler())
                .WithActivityExecutionPipeline(pipeline => pipeline.UseExecutionLogging().UseNotifications().UseLogPersistenceModeEvaluation()
                    .UseMiddleware<RecordingMiddleware>().UseDefaultActivityInvoker()));
            elsa.UseWorkflowManagement(management =>
            {
                management.AddActivity<Delay>();
                management.UseFailOnValidationErrors();
                management.UseEntityFrameworkCore(ef => ef.On(storage));
            });
            elsa.UseWorkflowRuntime(runtime =>
            {
                runtime.UseEntityFrameworkCore(ef => ef.On(storage));
                runtime.DistributedLockProvider = _ => Locks(storage);
                runtime.UseDistributedRuntime();
            });
            more?.Invoke(elsa);
        });
        services.AddActivityProvider<StepDescriptors>();
        services.AddWorkflowsProvider<OfficeWorkflows>();
        // The office starts Elsa when its database answers, and the courier does what Elsa's own recurring tasks would.
        services.RemoveAll<IStartupTask>().RemoveAll<IRecurringTask>();
        services.Replace(ServiceDescriptor.Singleton<ISystemClock, ElsaClock>());
        services.AddSingleton<CaseRecords>().AddSingleton<WishTaking>().AddSingleton<Follower>().AddSingleton<ElsaReadiness>().AddSingleton<ElsaStart>();
        services.AddSingleton(provider => new Courier(
            provider.GetRequiredService<IServiceScopeFactory>(), provider.GetRequiredService<WishTaking>(), provider.GetRequiredService<Follower>(),
            provider.GetRequiredService<IDistributedLockProvider>(), provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<Courier>>()));
        services.AddSingleton<Reconciler>();
        return services;
    }

    /// <summary>Adds what delivers wishes and compares cases in the background.</summary>
    public static IServiceCollection AddElsaDelivery(this IServiceCollection services) => services
        .AddHostedService<WishDelivery>()
        .AddHostedService(provider => provider.GetRequiredService<Reconciler>());

    // Side by side with ours: Elsa's tables have a schema of their own on PostgreSQL; on SQLite the two histories of migrations must not mix.
    private static void On<TFeature, TDb>(this PersistenceFeatureBase<TFeature, TDb> feature, StorageOptions storage)
        where TFeature : PersistenceFeatureBase<TFeature, TDb> where TDb : ElsaDbContextBase
    {
        feature.RunMigrations = false;
        if (storage.Provider is StorageProvider.Postgres)
        {
            feature.UsePostgreSql(storage.ConnectionString);
        }
        else
        {
            feature.UseSqlite(storage.ConnectionString, new ElsaDbContextOptions { MigrationsHistoryTableName = "__ElsaMigrationsHistory" });
        }
    }

    private static IDistributedLockProvider Locks(StorageOptions storage) => storage.Provider is StorageProvider.Postgres
        ? new PostgresDistributedSynchronizationProvider(storage.ConnectionString)
        : new FileDistributedSynchronizationProvider(Directory.CreateTempSubdirectory("workflows-locks-"));
}
