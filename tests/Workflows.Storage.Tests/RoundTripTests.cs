using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Hiring;
using Workflows.Personnel.PolicyFiles;
using Workflows.Policy;
using Workflows.Policy.Hiring;
using Workflows.Testing;
using Workflows.Testing.Offices;

namespace Workflows.Storage.Tests;

/// <summary>What is read is what was written, to the microsecond and to the last finding.</summary>
public abstract class RoundTripTests
{
    private static readonly ApplicantRecord[] Applicants =
    [
        new() { Name = "张伟", BirthDate = "1985-07-09", Education = "本科", Title = "一级教师", Teaching = "2008-09~至今 城关小学", EmployerDistrict = "沙县区" },
        new() { Name = "李娜", BirthDate = "1981-09-01", Education = "大专", Title = "小学高级", Teaching = "2021-09~2022-08 一小", Honours = "省级教学名师", EmployerDistrict = "三元区" },
        new() { Name = "王芳", BirthDate = "1985.1", Education = "本科？", Title = "特级教师", TeachingSince = "2016-09", Stage = "小学" },
    ];

    protected abstract Task<TestDatabase> OpenAsync();

    [Fact]
    public async Task An_instant_keeps_its_microseconds()
    {
        await using var database = await OpenAsync();
        await database.AddAsync(Rows.Case(Rows.Monday));
        var read = (await database.ReadAsync(db => db.Cases.SingleAsync())).OpenedAt;
        read.ShouldBe(Rows.Monday);
        read.Offset.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void The_office_s_now_has_no_more_than_microseconds() =>
        new FineClock().Now().ShouldBe(Rows.Monday);

    [Fact]
    public async Task Instants_sort_and_compare_in_the_database()
    {
        await using var database = await OpenAsync();
        await database.AddAsync(Rows.Case(Rows.Monday.AddMicroseconds(1)), Rows.Case(Rows.Monday), Rows.Case(Rows.Monday.AddYears(-60)));
        var sorted = await database.ReadAsync(db => db.Cases.OrderBy(c => c.OpenedAt).Select(c => c.OpenedAt).ToListAsync());
        sorted.ShouldBe([Rows.Monday.AddYears(-60), Rows.Monday, Rows.Monday.AddMicroseconds(1)]);
        (await database.ReadAsync(db => db.Cases.CountAsync(c => c.OpenedAt <= Rows.Monday))).ShouldBe(2);
    }

    [Fact]
    public async Task A_round_keeps_its_plan()
    {
        await using var database = await OpenAsync();
        var plan = Plans.Usual with { IsShortage = true, PassLine = 60.25m, AgeReading = AgeReading.Included, Entry = EntryKind.EmploymentContract };
        var round = Rows.Round();
        round.Plan = plan;
        await database.AddAsync(round);
        (await database.ReadAsync(db => db.Rounds.SingleAsync())).Plan.ShouldBe(plan);
    }

    [Fact]
    public async Task An_application_keeps_its_record_and_every_finding_of_its_verdict()
    {
        await using var database = await OpenAsync();
        var book = PolicyFolder.Load(TestOffice.Workflows);
        var round = Rows.Round();
        var applications = Applicants.Select(record => new Application
        {
            Id = Guid.CreateVersion7(), RoundId = round.Id, Name = record.Name, Identity = record.Name, Record = record,
            Verdict = HiringRules.Evaluate(record, Plans.Usual.Terms(AgeReading.Under), book),
            Background = new BackgroundReview([new ChecklistLine(ChecklistPoint.Archive, false, "缺页")]),
        }).ToList();
        await database.AddAsync([round, .. applications]);

        foreach (var written in applications)
        {
            var read = await database.ReadAsync(db => db.Applications.SingleAsync(application => application.Id == written.Id));
            read.Record.ShouldBe(written.Record);
            read.Verdict.Findings.Select(finding => finding.Clause).ShouldBe(["R05", "R06", "R07", "R08", "R10"]);
            Text(read.Verdict).ShouldBe(Text(written.Verdict));
            Text(read.Background!).ShouldBe(Text(written.Background!));
        }
    }

    [Fact]
    public async Task A_document_that_nobody_changed_is_not_written_again()
    {
        await using var database = await OpenAsync();
        await database.AddAsync(Rows.Round());
        await database.DoAsync(async db =>
        {
            var round = await db.Rounds.SingleAsync();
            db.ChangeTracker.HasChanges().ShouldBeFalse();
            round.Plan = round.Plan with { Places = round.Plan.Places };
            db.ChangeTracker.HasChanges().ShouldBeFalse();
            round.Plan = round.Plan with { Places = 7 };
            db.ChangeTracker.HasChanges().ShouldBeTrue();
        });
    }

    private static string Text<T>(T value) => JsonSerializer.Serialize(value, PolicyJson.Options);

    /// <summary>Monday's instant and 700 nanoseconds.</summary>
    private sealed class FineClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Rows.Monday.AddTicks(7);
    }
}

/// <summary>Round trips on SQLite.</summary>
public sealed class RoundTripsOnSqlite : RoundTripTests
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.OnSqlite().UpgradedAsync();
}

/// <summary>Round trips on PostgreSQL.</summary>
public sealed class RoundTripsOnPostgres(PostgresCluster cluster) : RoundTripTests
{
    protected override async Task<TestDatabase> OpenAsync() => await (await TestDatabase.OnPostgresAsync(cluster)).UpgradedAsync();
}
