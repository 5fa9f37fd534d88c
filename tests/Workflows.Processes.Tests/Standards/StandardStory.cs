using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Standards;
using Workflows.Policy;
using Workflows.Policy.College;
using Workflows.Processes.Days;
using Workflows.Processes.Reports;
using Workflows.Processes.Standards;
using Workflows.Processes.Years;
using Workflows.Testing;
using Workflows.Testing.Offices;

namespace Workflows.Processes.Tests.Standards;

/// <summary>The standard's items from entering to evidence (R26), inspections, and what is recorded each year (R01, R17-R21); the same on each database.</summary>
public abstract class StandardStory
{
    private static readonly DateOnly Today = new(2026, 8, 3);

    private static Guid Hr => TestOffice.Of(OfficeRole.HumanResources);

    private static Guid Teacher => TestOffice.Of(OfficeRole.Teacher);

    protected abstract Task<TestOffice> OpenAsync();

    [Fact]
    public async Task Every_line_at_fault_is_named_and_nothing_is_entered()
    {
        await using var office = await OpenAsync();
        await office.AddPersonAsync("周敏");

        var answer = await EnterAsync(office, "1 | 制定计划 | 周敏 | 2026-12-31\n\n2 | 台账 | 王二 | 2026-12-31\n1 | 再来一次\n3\n4 | 简报 | 周敏\n5 | 简报 | 周敏 | 年底\n6 | 简报 || 2026-12-31");

        answer.Refusal.ShouldBe(Refusal.Invalid);
        answer.Reasons.Select(reason => reason.Zh).ShouldBe(
        [
            "第 3 行：花名册里没有在校的“王二”", "第 4 行：编号 1 已经有了", "第 5 行：请写成：编号、内容、责任人、期限，用制表符或 | 分开",
            "第 6 行：有责任人就要有期限", "第 7 行：“年底”不是日期，请写成 2026-12-31", "第 8 行：有期限就要有责任人",
        ]);
        (await office.ReadAsync(db => db.StandardItems.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task The_owner_hands_in_evidence_and_every_past_day_keeps_what_was_true_then()
    {
        await using var office = await OpenAsync();
        await OwnAsync(office, "周敏");
        await EnterAsync(office, "1.1 | 制定计划 | 周敏 | 2026-08-10\n1.2 | 公示材料");
        (await ReportAsync(office, Today.AddDays(-1))).Missing.ShouldBe(["标准项台账"]);
        var before = await ReportAsync(office, Today);
        (before.Verdict, before.Missing.ShouldHaveSingleItem()).ShouldBe((FindingResult.NotMet, "第 1.2 项责任人、期限"));

        var task = (await ItemAsync(office, "1.1")).Tasks.Single().Id;
        (await AddAsync(office, TestOffice.Of(OfficeRole.School), task)).Refusal.ShouldBe(Refusal.NotAllowed);
        await office.GoToAsync("2026-08-12 09:00");
        (await ReportAsync(office, new(2026, 8, 12))).Who.ShouldBe(["周敏"]);
        (await AddAsync(office, Teacher, task)).IsDone.ShouldBeTrue();
        var open = await ItemAsync(office, "1.2");
        await ChargeAsync(office, open, "周敏", new(2026, 9, 30));

        (await ReportAsync(office, new(2026, 8, 12))).Verdict.ShouldBe(FindingResult.Met);
        (await ReportAsync(office, new(2026, 8, 11))).Who.ShouldBe(["周敏"]);
        (await ReportAsync(office, new(2026, 8, 10))).Missing.ShouldBe(["第 1.2 项责任人、期限"]);

        await office.GoToAsync("2026-08-20 09:00");
        var paper = await office.ReadAsync(db => db.Papers.SingleAsync());
        (await office.AskAsync<WithdrawPaper>(u => u.RunAsync(new(Id(), paper.Id, paper.Version, "传错了"), TestOffice.Of(OfficeRole.School), default))).Refusal.ShouldBe(Refusal.NotAllowed);
        (await office.DoAsync<WithdrawPaper>(u => u.RunAsync(new(Id(), paper.Id, paper.Version, "传错了"), Teacher, default))).IsDone.ShouldBeTrue();
        (await ReportAsync(office, new(2026, 8, 20))).Who.ShouldBe(["周敏"]);
        (await ReportAsync(office, new(2026, 8, 19))).Verdict.ShouldBe(FindingResult.Met);
    }

    [Fact]
    public async Task A_new_task_needs_evidence_of_its_own_and_an_old_page_is_found_out()
    {
        await using var office = await OpenAsync();
        await OwnAsync(office, "周敏");
        await EnterAsync(office, "1 | 制定计划 | 周敏 | 2026-08-10");
        var item = await ItemAsync(office, "1");
        var first = item.Tasks.Single().Id;
        (await AddAsync(office, Hr, first)).IsDone.ShouldBeTrue();
        await office.GoToAsync("2026-08-04 09:00");
        await ChargeAsync(office, item, "周敏", new(2027, 8, 10));

        (await ChargeAnsweredAsync(office, item, "周敏", new(2028, 8, 10))).Refusal.ShouldBe(Refusal.Stale);
        (await AddAsync(office, Hr, first)).Refusal.ShouldBe(Refusal.Stale);
        var again = await ItemAsync(office, "1");
        again.TaskOn(new(2026, 8, 4))!.HasEvidenceOn(new(2026, 8, 4)).ShouldBeFalse();
        again.TaskOn(Today)!.HasEvidenceOn(Today).ShouldBeTrue();

        await office.DoAsync<RemoveItem>(u => u.RunAsync(new(Id(), again.Id, again.Version, "标准修订"), Hr, default));
        (await ReportAsync(office, new(2026, 8, 4))).Missing.ShouldBe(["标准项台账"]);
        (await ReportAsync(office, Today)).Verdict.ShouldBe(FindingResult.Met);
    }

    [Fact]
    public async Task An_inspection_takes_the_register_s_items_with_their_owners_due_on_its_day()
    {
        await using var office = await OpenAsync();
        await OwnAsync(office, "周敏");
        await EnterAsync(office, "2 | 台账\n10 | 简报\n1 | 制定计划 | 周敏 | 2026-12-31");

        var id = (await office.DoAsync<OpenInspection>(u => u.RunAsync(new(Id(), "秋季专项督导", "区政府教育督导室", new(2026, 10, 20), TakesRegister: true), Hr, default))).Id!.Value;

        var list = (await office.ReadAsync(db => db.StandardItems.Where(item => item.InspectionId == id).WithTasks().ToListAsync())).InOrder();
        list.Select(item => item.Number).ShouldBe(["1", "2", "10"]);
        list.Select(item => item.TaskOn(Today)?.DueOn).ShouldBe([new DateOnly(2026, 10, 20), null, null]);
        (await ReportAsync(office, Today)).Denominator.ShouldBe(3);

        var inspection = await office.ReadAsync(db => db.Inspections.SingleAsync());
        await office.DoAsync<CallOffInspection>(u => u.RunAsync(new(Id(), id, inspection.Version, "改期"), Hr, default));
        (await office.AskAsync<EnterItems>(u => u.RunAsync(new(Id(), id, "11 | 材料"), Hr, default))).Refusal.ShouldBe(Refusal.NotFound);
    }

    [Fact]
    public async Task A_year_s_money_is_stated_and_what_is_left_empty_stays_unknown()
    {
        await using var office = await OpenAsync();
        var stated = new RecordYear.Command(Id(), 2026, null) { Payroll = 1_000_000m, TrainingFunds = 20_000m, ContinuingEducation = 50_000m, PartTimeDocument = "沙财〔2026〕3号" };
        await office.DoAsync<RecordYear>(u => u.RunAsync(stated, Hr, default));

        var report = await ReportsAsync(office, Today);
        (report["R17"].Verdict, report["R18"].Verdict, report["R20"].Verdict).ShouldBe((FindingResult.Met, FindingResult.Met, FindingResult.Unknown));
        (await office.AskAsync<RecordYear>(u => u.RunAsync(stated with { OperationId = Id() }, Hr, default))).Refusal.ShouldBe(Refusal.Stale);
        (await office.AskAsync<RecordYear>(u => u.RunAsync(stated with { OperationId = Id(), Version = 1, Transferred = 60_000m }, Hr, default))).Refusal.ShouldBe(Refusal.Invalid);
        (await office.AskAsync<RecordYear>(u => u.RunAsync(stated with { OperationId = Id(), Version = 1 }, TestOffice.Of(OfficeRole.Leadership), default))).Refusal.ShouldBe(Refusal.NotAllowed);
        (await office.AskAsync<AddPaper>(u => u.RunAsync(new(Id(), "预算批复") { Year = 2026, DocumentNumber = "沙财〔2026〕3号" }, Hr, default))).IsDone.ShouldBeTrue();
        (await office.AskAsync<AddPaper>(u => u.RunAsync(new(Id(), "预算批复") { Year = 2026, TermId = Id() }, Hr, default))).Refusal.ShouldBe(Refusal.Invalid);
    }

    [Fact]
    public async Task The_subjects_are_gone_through_once_a_year_and_whoever_has_none_is_spoken_of()
    {
        await using var office = await OpenAsync();
        var person = await office.AddPersonAsync("周敏");
        await office.ReadAsync(db => db.People.Where(one => one.Id == person).ExecuteUpdateAsync(set => set.SetProperty(one => one.Subject, "")));

        (await office.AskAsync<ConfirmSubjects>(u => u.RunAsync(new(Id(), " "), Hr, default))).Reasons.ShouldHaveSingleItem().Zh.ShouldContain("周敏");
        await office.DoAsync<ConfirmSubjects>(u => u.RunAsync(new(Id(), "本学期补考察"), Hr, default));
        (await office.AskAsync<ConfirmSubjects>(u => u.RunAsync(new(Id(), "再来"), Hr, default))).Refusal.ShouldBe(Refusal.Stale);
        var check = await office.ReadAsync(db => db.SubjectChecks.SingleAsync());
        (check.Year, check.Teachers, check.WithSubject).ShouldBe((2026, 1, 0));
    }

    [Fact]
    public async Task A_term_s_goals_and_their_assessment_make_R21_known()
    {
        await using var office = await OpenAsync();
        var leader = await office.AddPersonAsync("陈国栋");
        await office.ReadAsync(async db =>
        {
            var person = await db.People.Include(one => one.Terms).SingleAsync(one => one.Id == leader);
            person.IsLeader = true;
            db.LeadershipTerms.Add(new() { Id = Guid.CreateVersion7(), PersonId = leader, From = new(2025, 8, 1), Until = new(2028, 8, 1), RecordedAt = office.Clock.GetUtcNow() });
            return await db.SaveChangesAsync();
        });
        (await ReportsAsync(office, Today))["R21"].Missing.ShouldBe(["陈国栋：任期目标"]);
        var term = await office.ReadAsync(db => db.LeadershipTerms.SingleAsync());

        (await office.AskAsync<RecordTerm>(u => u.RunAsync(new(Id(), term.Id, term.Version, "", null, "优秀", Today), Hr, default))).Refusal.ShouldBe(Refusal.Invalid);
        await office.DoAsync<RecordTerm>(u => u.RunAsync(new(Id(), term.Id, term.Version, "三年内高级职称达标", new(2026, 8, 1), "", null), Hr, default));

        (await ReportsAsync(office, Today))["R21"].Verdict.ShouldBe(FindingResult.Met);
        (await ReportsAsync(office, new(2026, 7, 31)))["R21"].Verdict.ShouldBe(FindingResult.Unknown);
    }

    private static Guid Id() => Guid.CreateVersion7();

    // The teacher's account belongs to this person.
    private static async Task OwnAsync(TestOffice office, string name) =>
        await office.IsPersonAsync(OfficeRole.Teacher, await office.AddPersonAsync(name));

    private static Task<Answer> EnterAsync(TestOffice office, string lines) => office.AskAsync<EnterItems>(u => u.RunAsync(new(Id(), null, lines), Hr, default));

    private static Task<Answer> AddAsync(TestOffice office, Guid actor, Guid task) =>
        office.AskAsync<AddPaper>(u => u.RunAsync(new(Id(), "计划定稿") { TaskId = task, File = new EvidenceFile("计划.pdf", "%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"u8.ToArray()) }, actor, default));

    private static async Task ChargeAsync(TestOffice office, StandardItem item, string owner, DateOnly due) =>
        (await ChargeAnsweredAsync(office, item, owner, due)).IsDone.ShouldBeTrue();

    private static async Task<Answer> ChargeAnsweredAsync(TestOffice office, StandardItem item, string owner, DateOnly due)
    {
        var person = await office.ReadAsync(db => db.People.SingleAsync(one => one.Name == owner));
        return await office.AskAsync<ChargeItem>(u => u.RunAsync(new(Id(), item.Id, item.Version, person.Id, due), Hr, default));
    }

    private static Task<StandardItem> ItemAsync(TestOffice office, string number) =>
        office.ReadAsync(db => db.StandardItems.AsNoTracking().Where(item => item.InspectionId == null).WithTasks().SingleAsync(item => item.Number == number));

    private static async Task<ClauseReport> ReportAsync(TestOffice office, DateOnly day) => (await ReportsAsync(office, day))["R26"];

    private static async Task<Dictionary<string, ClauseReport>> ReportsAsync(TestOffice office, DateOnly day)
    {
        await using var scope = office.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<ReportCollege>().AsOfAsync(day, default)).ToDictionary(one => one.Clause);
    }
}

/// <summary>The story on SQLite.</summary>
public sealed class StandardStoryOnSqlite : StandardStory
{
    protected override Task<TestOffice> OpenAsync() => TestOffice.OnSqliteAsync();
}

/// <summary>The story on PostgreSQL.</summary>
public sealed class StandardStoryOnPostgres(PostgresCluster cluster) : StandardStory
{
    protected override Task<TestOffice> OpenAsync() => TestOffice.OnPostgresAsync(cluster);
}
