using System.Security.Cryptography;
using System.Text;
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
    private static readonly IReadOnlyList<Declared> All =
    [
        Wake<PlanJob>("plan", TimeSpan.FromMinutes(1)),
        Wake<BounceJob>("bounces", TimeSpan.FromMinutes(1)),
        Wake<SweepJob>("sweep", TimeSpan.FromSeconds(30)),
        Wake<SealJob>("seal", TimeSpan.FromMinutes(10)),
        Wake<RetainJob>("retain", TimeSpan.FromHours(1)),
        Wake<CyclesJob>("cycles", TimeSpan.FromMinutes(10)),
    ];

    // Nodes share a schedule only with those that declare the same: a node that doesn't know a job would put its wake-up out of order for all,
    // and during an upgrade two releases work side by side. What both then do is done once, as everywhere.
    private static string Name { get; } = $"workflows-{Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes(string.Join('\n', All.Select(one => $"{one.Name} {one.Job} {one.Interval}")))))[..8]}";

    /// <summary>Adds the schedule; <see cref="WakeUps"/> starts it.</summary>
    public static IServiceCollection AddReminderSchedule(this IServiceCollection services, StorageOptions storage)
    {
        services.AddSingleton<JobOutages>().AddSingleton<LetterLoop>().AddSingleton<WakeUps>().AddSingleton<ScheduleLook>();
        services.TryAddSingleton(new SealPlace(null));
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler =>
            {
                scheduler.InstanceName = Name;
                // What is under way hears that the node stops.
                scheduler.ShutdownJobInterruption = ShutdownJobInterruption.Always;
            });
            if (storage.Provider is StorageProvider.Postgres)
                quartz.UsePersistentStore(store => Share(store, storage.ConnectionString));
            else
                quartz.UseInMemoryStore();
            foreach (var one in All)
                one.Add(quartz);
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
    private static Declared Wake<TJob>(string name, TimeSpan interval) where TJob : class, IJob => new(
        name, typeof(TJob).FullName!, interval,
        quartz => quartz.ScheduleJob<TJob>(trigger => trigger.WithIdentity(name).StartAt(DateTimeOffset.UnixEpoch).WithSimpleSchedule(schedule => schedule
            .WithInterval(interval).RepeatForever().WithMisfireInstruction(SimpleTriggerMisfireInstruction.NowWithExistingCount))));

    private sealed record Declared(string Name, string Job, TimeSpan Interval, Action<IQuartzBuilder> Add);
}
