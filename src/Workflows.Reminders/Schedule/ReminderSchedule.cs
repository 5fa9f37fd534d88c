using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;
using Quartz;
using Workflows.Processes.Operations;
using Workflows.Storage;

namespace Workflows.Reminders.Schedule;

/// <summary>
/// The declared wake-ups. On PostgreSQL all nodes share one schedule, and each wake-up comes to one of them; on SQLite there is one node,
/// and the schedule lives in its memory.
/// </summary>
public static class ReminderSchedule
{
    /// <summary>Adds the schedule; <see cref="WakeUps"/> starts it.</summary>
    public static IServiceCollection AddReminderSchedule(this IServiceCollection services, StorageOptions storage)
    {
        services.AddSingleton<JobOutages>().AddSingleton<WakeUps>().AddSingleton<ScheduleLook>();
        services.TryAddSingleton(new SealPlace(null));
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler =>
            {
                scheduler.InstanceName = "workflows";
                // What is under way hears that the node stops: a letter that was begun is brought to its end, no other is.
                scheduler.ShutdownJobInterruption = ShutdownJobInterruption.Always;
            });
            if (storage.Provider is StorageProvider.Postgres)
                quartz.UsePersistentStore(store => Share(store, storage.ConnectionString));
            else
                quartz.UseInMemoryStore();
            Wake<PlanJob>(quartz, "plan", TimeSpan.FromMinutes(1));
            Wake<SendJob>(quartz, "send", TimeSpan.FromSeconds(15));
            Wake<BounceJob>(quartz, "bounces", TimeSpan.FromMinutes(1));
            Wake<SweepJob>(quartz, "sweep", TimeSpan.FromSeconds(30));
            Wake<SealJob>(quartz, "seal", TimeSpan.FromMinutes(10));
            Wake<RetainJob>(quartz, "retain", TimeSpan.FromHours(1));
            Wake<CyclesJob>(quartz, "cycles", TimeSpan.FromMinutes(10));
        });
        return services;
    }

    /// <summary>Creates what the shared schedule needs in the database. Running nodes only look whether it is there: the schema isn't theirs to change.</summary>
    public static async Task UpgradeAsync(StorageOptions storage, CancellationToken ct)
    {
        if (storage.Provider is not StorageProvider.Postgres)
            return;
        await using var services = new ServiceCollection().AddLogging().AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler => scheduler.InstanceName = "workflows upgrade");
            quartz.UsePersistentStore(store =>
            {
                store.UsePostgres(NpgsqlFactory.Instance, storage.ConnectionString);
                store.ProvisionSchema();
            });
        }).BuildServiceProvider();
        var scheduler = await services.GetRequiredService<ISchedulerFactory>().GetScheduler(ct);
        await scheduler.Start(ct);
        await scheduler.Shutdown(waitForJobsToComplete: true, ct);
    }

    private static void Share(IPersistentStoreBuilder store, string connectionString)
    {
        store.UsePostgres(NpgsqlFactory.Instance, connectionString);
        store.UseClustering(cluster =>
        {
            cluster.CheckinInterval = TimeSpan.FromSeconds(10);
            cluster.CheckinMisfireThreshold = TimeSpan.FromSeconds(30);
        });
    }

    // Since long ago and for ever: the schedule runs by the office's clock, which a demo may have set to another day than the wall's.
    // A wake-up that was missed comes once, at once: the work asks for all that is due, however long nobody asked.
    private static void Wake<TJob>(IQuartzBuilder quartz, string name, TimeSpan interval) where TJob : class, IJob =>
        quartz.ScheduleJob<TJob>(trigger => trigger.WithIdentity(name).StartAt(DateTimeOffset.UnixEpoch).WithSimpleSchedule(schedule => schedule
            .WithInterval(interval).RepeatForever().WithMisfireInstruction(SimpleTriggerMisfireInstruction.NowWithExistingCount)));
}
