using Workflows.Personnel.Cases;
using Workflows.Personnel.Hiring;
using Workflows.Processes.Hiring;
using Workflows.Processes.Waivers;
using Workflows.Processes.WorkItems;
using Workflows.Testing;
using Workflows.Testing.Offices;

namespace Workflows.Processes.Tests.Hiring;

/// <summary>Waivers (R09 and 原则上) and their register, the same story on each database and on a deferred engine.</summary>
public abstract class WaiverStory
{
    private const string Header = "姓名,出生日期,最高学历,职称,任教经历,任教学段,荣誉,现单位,现单位所在区\n";
    private const string Master = "张伟,1985-07-09,大专,一级教师,2008-09~至今 城关小学,小学,省级教学名师,城关小学,沙县区\n";
    private const string Older = "李娜,1979-03-01,本科,一级教师,2008-09~至今 城关小学,小学,,城关小学,沙县区\n";
    private const string Younger = "王芳,1980-03-01,本科,一级教师,2022-03~至今 城关小学,小学,,城关小学,沙县区\n";

    protected abstract Task<TestOffice> OpenAsync();

    [Fact]
    public async Task A_ground_of_R09_enters_the_register_with_amount_reason_and_minutes()
    {
        await using var office = await ReviewAsync(Master);
        (await ConfirmAsync(office, "张伟", Outcomes.Qualified, "")).Refusal.ShouldBe(Refusal.Invalid, "the register asks for the reason");
        (await ConfirmAsync(office, "张伟", Outcomes.Qualified, "教学业绩突出")).IsDone.ShouldBeTrue();
        var open = (await office.WaiversAsync()).Single();
        (open.Result, open.Basis, open.Reason, open.Clauses).ShouldBe((WaiverResult.Open, WaiverBasis.Ground, "教学业绩突出", "R05"));
        open.Amounts.Single().Words.Zh.ShouldBe("学历低1个层次");

        await office.DecideAsync(OfficeRole.Leadership, "waive", Outcomes.Approved, "同意", minutes: "校务会纪要〔2026〕8号");
        var granted = (await office.WaiversAsync()).Single();
        (granted.Result, granted.Minutes, granted.DecidedOn).ShouldBe((WaiverResult.Approved, "校务会纪要〔2026〕8号", new DateOnly(2026, 8, 15)));
    }

    [Fact]
    public async Task In_principle_HR_may_ask_for_a_waiver_where_the_machine_says_ineligible()
    {
        await using var office = await ReviewAsync(Older);
        (await ConfirmAsync(office, "李娜", Outcomes.Qualified, "")).Refusal.ShouldBe(Refusal.Invalid, "原则上 never changes the machine's verdict");
        (await ConfirmAsync(office, "李娜", Outcomes.WaiverAsked, "")).Refusal.ShouldBe(Refusal.Invalid, "the register asks for the reason");
        (await ConfirmAsync(office, "李娜", Outcomes.WaiverAsked, "紧缺学科带头人")).IsDone.ShouldBeTrue();
        var open = (await office.WaiversAsync()).Single();
        (open.Basis, open.Amounts.Single().Words.Zh).ShouldBe((WaiverBasis.InPrinciple, "年龄超出3岁"));

        await office.DecideAsync(OfficeRole.Leadership, "waive", Outcomes.Rejected, "超出过多");
        var denied = (await office.WaiversAsync()).Single();
        (denied.Result, denied.Comment).ShouldBe((WaiverResult.Rejected, "超出过多"));
        (await StandingAsync(office, "李娜")).ShouldBe(Standing.Refused);
    }

    [Fact]
    public async Task What_may_not_be_waived_cannot_be_asked_for()
    {
        await using var office = await ReviewAsync("张伟,1985-07-09,本科,一级教师,2008-09~至今 永安小学,小学,,永安小学,永安市\n");
        var answer = await ConfirmAsync(office, "张伟", Outcomes.WaiverAsked, "急需");
        answer.Refusal.ShouldBe(Refusal.Invalid);
        answer.Reasons.ShouldContain(reason => reason.Zh.Contains("永安市"));
    }

    [Fact]
    public async Task Whoever_fulfils_every_clause_needs_no_waiver()
    {
        await using var office = await ReviewAsync("张伟,1985-07-09,本科,一级教师,2008-09~至今 城关小学,小学,,城关小学,沙县区\n");
        (await ConfirmAsync(office, "张伟", Outcomes.WaiverAsked, "急需")).Refusal.ShouldBe(Refusal.Invalid);
        (await ConfirmAsync(office, "张伟", Outcomes.Qualified, "")).IsDone.ShouldBeTrue();
        (await office.WaiversAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Earlier_decisions_on_the_same_clause_are_precedents_and_others_are_not()
    {
        await using var office = await ReviewAsync(Master + Older + Younger);
        await ConfirmAsync(office, "张伟", Outcomes.Qualified, "教学业绩突出");
        await office.DecideAsync(OfficeRole.Leadership, "waive", Outcomes.Approved, minutes: "校务会纪要〔2026〕8号");
        await ConfirmAsync(office, "李娜", Outcomes.WaiverAsked, "学科带头人");
        await office.DecideAsync(OfficeRole.Leadership, "waive", Outcomes.Rejected, "超出过多");
        await ConfirmAsync(office, "王芳", Outcomes.WaiverAsked, "紧缺");

        var open = (await office.WaiversAsync()).Single(waiver => waiver.Result is WaiverResult.Open);
        open.Amounts.Select(amount => amount.Words.Zh).ShouldBe(["年龄超出2岁", "第一线教学经历差6个月"]);
        var precedents = await office.ReadAsync(db => db.Waivers.PrecedentsAsync(open, 8, default));
        precedents.Select(waiver => (waiver.Clauses, waiver.Result)).ShouldBe([("R06", WaiverResult.Rejected)]);
    }

    [Fact]
    public async Task A_confirmation_taken_back_withdraws_its_waiver_from_the_register()
    {
        await using var office = await ReviewAsync(Older);
        await ConfirmAsync(office, "李娜", Outcomes.WaiverAsked, "学科带头人");
        var confirmed = await office.ReadAsync(async db => await Task.FromResult(db.WorkItems.Single(item => item.WaitId == "confirm#1")));
        await office.DoAsync<TakeBackDecision>(u => u.RunAsync(
            new(Guid.CreateVersion7(), confirmed.Id, "材料有误"), TestOffice.Of(OfficeRole.HumanResources), default));
        (await office.WaiversAsync()).Single().Result.ShouldBe(WaiverResult.Withdrawn);

        await ConfirmAsync(office, "李娜", Outcomes.WaiverAsked, "补充了业绩材料");
        (await office.WaiversAsync()).Select(waiver => (waiver.Result, waiver.Reason))
            .ShouldBe([(WaiverResult.Withdrawn, "学科带头人"), (WaiverResult.Open, "补充了业绩材料")], ignoreOrder: true);
    }

    [Fact]
    public async Task An_applicant_who_withdraws_leaves_no_open_waiver()
    {
        await using var office = await ReviewAsync(Older);
        await ConfirmAsync(office, "李娜", Outcomes.WaiverAsked, "学科带头人");
        var application = await office.ReadAsync(async db => await Task.FromResult(db.Applications.Single()));
        await office.DoAsync<WithdrawApplication>(u => u.RunAsync(
            new(Guid.CreateVersion7(), application.Id, "另有安排"), TestOffice.Of(OfficeRole.HumanResources), default));
        (await office.WaiversAsync()).Single().Result.ShouldBe(WaiverResult.Withdrawn);
    }

    private async Task<TestOffice> ReviewAsync(string applicants)
    {
        var office = await OpenAsync();
        var round = await office.AnnounceAsync(Plans.Usual);
        await office.ImportAsync(round, Header + applicants);
        await office.GoToAsync("2026-08-15 00:00");
        await office.DeclareNoKinAsync(round, OfficeRole.HumanResources, OfficeRole.Leadership);
        return office;
    }

    private static async Task<Answer> ConfirmAsync(TestOffice office, string name, string outcome, string comment)
    {
        var item = await office.OpenItemAsync("confirm", name);
        return await office.AskAsync<ConfirmQualification>(u => u.RunAsync(
            new(item.Id, item.Revision, Guid.CreateVersion7(), outcome, comment), TestOffice.Of(OfficeRole.HumanResources), default));
    }

    private static Task<Standing> StandingAsync(TestOffice office, string name) =>
        office.ReadAsync(async db => await Task.FromResult(db.Applications.Single(application => application.Name == name).Standing));
}

/// <summary>The story on SQLite.</summary>
public sealed class WaiverStoryOnSqlite : WaiverStory
{
    protected override Task<TestOffice> OpenAsync() => TestOffice.OnSqliteAsync();
}

/// <summary>The story on PostgreSQL.</summary>
public sealed class WaiverStoryOnPostgres(PostgresCluster cluster) : WaiverStory
{
    protected override Task<TestOffice> OpenAsync() => TestOffice.OnPostgresAsync(cluster);
}

/// <summary>The story on an engine that does everything later.</summary>
public sealed class WaiverStoryOnADeferredEngine : WaiverStory
{
    protected override Task<TestOffice> OpenAsync() => TestOffice.OnSqliteAsync(isDeferred: true);
}
