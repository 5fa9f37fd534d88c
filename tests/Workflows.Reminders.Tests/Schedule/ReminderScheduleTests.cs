using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Quartz;
using Workflows.Personnel.Mail;
using Workflows.Reminders.Schedule;
using Workflows.Reminders.Tests.Parts;
using Workflows.Storage;
using Workflows.Testing;
using Workflows.Testing.Offices;

namespace Workflows.Reminders.Tests.Schedule;

public sealed class ReminderScheduleTests(PostgresCluster cluster)
{
    [Theory]
    [InlineData(StorageProvider.Postgres)]
    [InlineData(StorageProvider.Sqlite)]
    public async Task The_schedule_plans_and_sends_by_itself(StorageProvider provider)
    {
        await using var server = ScriptedSmtpServer.Start();
        await using var office = await OpenAsync(provider, server);
        await office.AskCountersignAsync();

        var wakeUps = office.Services.GetRequiredService<WakeUps>();
        await wakeUps.StartAsync(Ct);
        await WaitForAsync(() => server.Mails.Count == 3);
        await wakeUps.StopAsync(Ct);

        (await office.LettersAsync()).ShouldAllBe(letter => letter.Phase == LetterPhase.Accepted);
    }

    [Fact]
    public async Task Two_nodes_share_one_schedule_whose_tables_are_made_by_whoever_comes_first()
    {
        await using var server = ScriptedSmtpServer.Start();
        var shared = await cluster.CreateDatabaseAsync();
        await using var one = await OnPostgresAsync(server, shared);
        await using var other = await OnPostgresAsync(server, shared);

        var first = await SchedulerAsync(one);
        var second = await SchedulerAsync(other);
        await Task.WhenAll(first.Start(Ct).AsTask(), second.Start(Ct).AsTask());

        first.SchedulerInstanceId.ShouldNotBe(second.SchedulerInstanceId);
        (await ReadAsync(shared, "SELECT trigger_name FROM qrtz_triggers")).ShouldBe(["bounces", "cycles", "plan", "retain", "seal", "sweep"]);
        await WaitForAsync(async () => (await ReadAsync(shared, "SELECT instance_name FROM qrtz_scheduler_state")).Count == 2);
        await first.Shutdown(waitForJobsToComplete: true, Ct);
        await second.Shutdown(waitForJobsToComplete: true, Ct);
    }

    [Fact]
    public async Task A_node_that_starts_again_keeps_the_schedule()
    {
        await using var server = ScriptedSmtpServer.Start();
        var shared = await cluster.CreateDatabaseAsync();
        for (var start = 1; start <= 2; start++)
        {
            await using var office = await OnPostgresAsync(server, shared);
            var scheduler = await SchedulerAsync(office);
            await scheduler.Start(Ct);
            await scheduler.Shutdown(waitForJobsToComplete: true, Ct);
        }

        (await ReadAsync(shared, "SELECT trigger_name FROM qrtz_triggers")).ShouldBe(["bounces", "cycles", "plan", "retain", "seal", "sweep"]);
        (await ReadAsync(shared, "SELECT trigger_state FROM qrtz_triggers")).ShouldAllBe(state => state != "ERROR");
    }

    [Fact]
    public async Task What_cannot_be_reached_is_said_once_and_asked_more_and_more_rarely()
    {
        var clock = TestClock.InShanghai("2026-09-01 08:00");
        var outages = new JobOutages(clock);
        var job = new BrokenJob(outages);

        await job.Execute(null!, CancellationToken.None);
        await job.Execute(null!, CancellationToken.None);
        job.Tries.ShouldBe(1);
        outages.Sentences.ShouldBe(["The job broken can't do its work: no route to the database"]);

        clock.Advance(TimeSpan.FromSeconds(15));
        await job.Execute(null!, CancellationToken.None);
        clock.Advance(TimeSpan.FromSeconds(29));
        await job.Execute(null!, CancellationToken.None);
        job.Tries.ShouldBe(2);

        clock.Advance(TimeSpan.FromSeconds(1));
        job.IsBroken = false;
        await job.Execute(null!, CancellationToken.None);
        outages.Sentences.ShouldBeEmpty();
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static ValueTask<IScheduler> SchedulerAsync(TestOffice office) =>
        office.Services.GetRequiredService<ISchedulerFactory>().GetScheduler(Ct);

    private async Task<TestOffice> OpenAsync(StorageProvider provider, ScriptedSmtpServer server) => provider is StorageProvider.Sqlite
        ? await TestOffice.OnSqliteAsync(more: services => OnRealClock(services, PostRoom.Options(PostRoom.To(server.Port))))
        : await OnPostgresAsync(server, await cluster.CreateDatabaseAsync());

    // The schedule's tables lie in a database of their own, so that two offices can be two nodes of one schedule.
    private async Task<TestOffice> OnPostgresAsync(ScriptedSmtpServer server, string schedule)
    {
        var options = PostRoom.Options(PostRoom.To(server.Port)) with { Storage = new StorageOptions(StorageProvider.Postgres, schedule) };
        await ReminderSchedule.UpgradeAsync(options.Storage, Ct);
        return await TestOffice.OnPostgresAsync(cluster, more: services => OnRealClock(services, options));
    }

    private static void OnRealClock(IServiceCollection services, ReminderOptions options) =>
        // Here the test starts the schedulers, and there is no host whose life a hosted service could follow.
        services.AddSingleton(TimeProvider.System).AddReminders(options).RemoveAll<IHostedService>();

    private static async Task<List<string>> ReadAsync(string database, string sql)
    {
        await using var db = new PostgresDb(new DbContextOptionsBuilder<PostgresDb>().UsePostgres(database).Options);
        return [.. (await db.Database.SqlQueryRaw<string>(sql).ToListAsync()).Order(StringComparer.Ordinal)];
    }

    private static Task WaitForAsync(Func<bool> isTrue) => WaitForAsync(() => Task.FromResult(isTrue()));

    private static async Task WaitForAsync(Func<Task<bool>> isTrue)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await isTrue())
            await Task.Delay(50, patience.Token);
    }

    private sealed class BrokenJob(JobOutages outages) : RecurringJob(outages, NullLogger.Instance)
    {
        public bool IsBroken { get; set; } = true;

        public int Tries { get; private set; }

        protected override string Name => "broken";

        protected override Task WorkAsync(CancellationToken ct)
        {
            Tries++;
            return IsBroken ? throw new IOException("no route to the database") : Task.CompletedTask;
        }
    }
}
