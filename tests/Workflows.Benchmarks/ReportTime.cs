using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Workflows.Personnel.Days;
using Workflows.Personnel.Secondment;
using Workflows.Personnel.Staff;
using Workflows.Policy.College;
using Workflows.Policy.Education;
using Workflows.Policy.Secondment;
using Workflows.Policy.Semesters;
using Workflows.Policy.Titles;
using Workflows.Processes.Reports;
using Workflows.Storage;
using Workflows.Testing;
using Workflows.Testing.Offices;

namespace Workflows.Benchmarks;

/// <summary>
/// How long the report takes: over a district's staff with ten years of history on PostgreSQL, beside reading the same rows by hand; and over synthetic
/// staff up to a million, each size beside the one before.
/// </summary>
internal static class ReportTime
{
    private const int Years = 10;
    private static readonly DateOnly AsOf = new(2026, 7, 1);
    private static readonly DateOnly Begin = AsOf.AddYears(-Years);

    // Twenty days at schools in each of twenty semesters, by everybody.
    private const string Ledger = """
        INSERT INTO days SELECT (jsonb_populate_record(one, jsonb_build_object(
            'id', gen_random_uuid(), 'person_id', people.id, 'on', ('2016-09-01'::date + 180 * (n / 20) + 5 * (n % 20)))) ).*
        FROM days one, people, generate_series(0, 399) n WHERE one.id = '{0}';
        ANALYZE;
        """;

    /// <summary>Measures both.</summary>
    public static async Task<int> RunAsync(int staff, int rounds)
    {
        await using var cluster = new PostgresCluster();
        await using var office = await TestOffice.OnPostgresAsync(cluster);
        await FillAsync(office, staff);
        List<double> report = [], plain = [];
        for (var round = 0; round < rounds; round++)
        {
            plain.Add(await SecondsAsync(() => office.ReadAsync(ReadByHandAsync)));
            report.Add(await SecondsAsync(() => ReportAsync(office)));
        }

        Console.WriteLine(FormattableString.Invariant(
            $"{staff} staff, {Years} years of history: report {Median(report):0.00} s, the same rows read by hand {Median(plain):0.00} s, ratio {Median(report) / Median(plain):0.0}, working set {WorkingSet()} MB"));
        double? before = null;
        foreach (var count in new[] { 125_000, 250_000, 500_000, 1_000_000 })
        {
            await using var scope = office.Services.CreateAsyncScope();
            var facts = Synthetic(count);
            var use = scope.ServiceProvider.GetRequiredService<ReportCollege>();
            var times = Enumerable.Range(0, rounds).Select(_ => Seconds(() => use.Of(facts))).ToList();
            var grew = before is { } half ? FormattableString.Invariant($", {Median(times) / half:0.0} times the half") : "";
            Console.WriteLine(FormattableString.Invariant($"{count} synthetic staff: {Median(times):0.00} s{grew}, working set {WorkingSet()} MB"));
            before = Median(times);
        }

        return 0;
    }

    private static async Task FillAsync(TestOffice office, int staff)
    {
        foreach (var share in Enumerable.Range(0, staff).Chunk(500))
        {
            await office.ReadAsync(db =>
            {
                foreach (var n in share)
                    Add(db, n);
                return db.SaveChangesAsync();
            });
        }

        var model = Guid.CreateVersion7();
        await office.ReadAsync(async db =>
        {
            db.Days.Add(new DayEntry
            {
                Id = model, PersonId = (await db.People.FirstAsync()).Id, On = Begin, School = "实验小学", Kind = DayKind.LessonObservation, State = DayState.Verified, VerifiedBy = "教务处",
                LoggedAt = DateTimeOffset.UnixEpoch,
            });
            await db.SaveChangesAsync();
            db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
            return await db.Database.ExecuteSqlRawAsync(Ledger.Replace("{0}", $"{model}", StringComparison.Ordinal));
        });
    }

    private static void Add(WorkflowsDb db, int n)
    {
        var id = Guid.CreateVersion7();
        var at = DateTimeOffset.UnixEpoch;
        db.People.Add(new Person
        {
            Id = id, Name = $"教师{n}", StaffNumber = $"{n:00000}", Category = n % 9 == 0 ? StaffCategory.Administration : StaffCategory.FullTimeTeacher,
            Status = StaffStatus.Active, Education = n % 12 == 0 ? "大专" : "本科", Title = n % 3 == 0 ? "高级教师" : "一级教师", Subject = "语文", SchoolStage = "小学",
            BirthDate = new DateOnly(1966 + (n % 35), 5, 1), Gender = n % 2 == 0 ? "女" : "男", IsLeader = n % 40 == 0,
            Tenures = [new Tenure { Id = Guid.CreateVersion7(), PersonId = id, From = Begin.AddDays(n % 3_000), RecordedAt = at }],
        });
        for (var step = 0; step < 3; step++)
        {
            var from = Begin.AddMonths((36 * step) + (n % 12));
            db.TitleChanges.Add(new TitleChange { Id = Guid.CreateVersion7(), PersonId = id, From = from, Title = step == 0 ? "二级教师" : "一级教师", RecordedAt = at });
            db.StatusChanges.Add(new StatusChange { Id = Guid.CreateVersion7(), PersonId = id, From = from, Status = StaffStatus.Active, Reason = "", RecordedAt = at });
            db.Placements.Add(new Placement
            {
                Id = Guid.CreateVersion7(), PersonId = id, From = from, Until = from.AddMonths(5), School = "实验小学", Stage = SchoolStage.Primary,
                Kind = PlacementKind.Secondment, State = PlacementState.Completed, RecordedAt = at,
            });
        }
    }

    private static async Task<int> ReportAsync(TestOffice office)
    {
        await using var scope = office.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<ReportCollege>().AsOfAsync(AsOf, CancellationToken.None)).Length;
    }

    // What the report needs to know, as rows and nothing more.
    private static async Task<int> ReadByHandAsync(WorkflowsDb db)
    {
        var rows = 0;
        await using var connection = new NpgsqlConnection(db.Database.GetConnectionString());
        await connection.OpenAsync();
        foreach (var sql in new[]
        {
            "SELECT * FROM people", "SELECT * FROM tenures", "SELECT * FROM title_changes", "SELECT * FROM status_changes", "SELECT * FROM placements",
            $"SELECT * FROM days WHERE \"on\" BETWEEN '{AsOf.Year - 1}-01-01' AND '{AsOf:yyyy-MM-dd}'",
        })
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await using var reader = await command.ExecuteReaderAsync();
            var values = new object[reader.FieldCount];
            while (await reader.ReadAsync())
                rows += reader.GetValues(values) > 0 ? 1 : 0;
        }

        return rows;
    }

    private static CollegeFacts Synthetic(int count) => new(AsOf,
    [
        .. Enumerable.Range(0, count).Select(n => new StaffFact($"{n}", n % 9 != 0, true)
        {
            Held = n % 3 == 0 ? TitleLevel.Senior : TitleLevel.Intermediate, Appointed = TitleLevel.Intermediate, Education = EducationLevel.Bachelor, Subject = "语文",
            Tenures = [(Begin.AddDays(n % 3_000), null)],
        }),
    ]) { PartTimeTeachers = [] };

    private static double Seconds(Func<ImmutableArray<ClauseReport>> run)
    {
        var watch = Stopwatch.StartNew();
        _ = run().Length;
        return watch.Elapsed.TotalSeconds;
    }

    private static async Task<double> SecondsAsync(Func<Task> run)
    {
        var watch = Stopwatch.StartNew();
        await run();
        return watch.Elapsed.TotalSeconds;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static long WorkingSet()
    {
        using var self = Process.GetCurrentProcess();
        return self.WorkingSet64 / (1024 * 1024);
    }
}
