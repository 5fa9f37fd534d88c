using Microsoft.EntityFrameworkCore;
using Workflows.Engine;
using Workflows.Personnel.Cases;
using Workflows.Processes.Hiring;
using Workflows.Testing.Offices;

namespace Workflows.Processes.Tests.Hiring.Histories;

/// <summary>
/// The stored histories are what the office writes: people go each path with the real steps, and the case's trail is compared with its file.
/// With <c>WORKFLOWS_RECORD_HISTORIES</c> naming this folder, a path that has no file for version 2 yet gets one; a file that is there stays as it is.
/// </summary>
public sealed class RecordedPathTests
{
    [Fact]
    public async Task A_round_calls_up_the_next_twice_and_transfers_two()
    {
        await using var office = await TestOffice.OnSqliteAsync();
        var round = await office.RankFiveAsync(Plans.Usual);
        await office.CheckAsync("张伟");
        await office.CheckAsync("李娜", background: false);
        await office.CheckAsync("王芳", medical: false);
        await office.CheckAsync("刘洋");
        await DecideListAsync(office);
        await office.GoToAsync("2026-09-08 00:00");
        await office.DecideAsync(OfficeRole.EducationBureau, "filing", Outcomes.Filed, documentNumber: "沙教备〔2026〕3号");
        await office.DecideAsync(OfficeRole.HumanResources, "issue", Outcomes.Issued, documentNumber: "沙教调〔2026〕5号");

        await ShouldBeAsync(office, round, null, "round-called-up-again", "Ranks two and three fail their checks, rank four is called up; two are transferred in.");
        await ShouldBeAsync(office, round, "张伟", "application-transferred", "Qualified, checked, taken and transferred in.");
        await ShouldBeAsync(office, round, "李娜", "application-failed-background", "Called up; the background review fails and the medical check is withdrawn.");
        await ShouldBeAsync(office, round, "王芳", "application-failed-medical", "Called up; the background review is passed, the medical check fails.");
        await ShouldBeAsync(office, round, "陈静", "application-not-taken", "Shortlisted, and never called up.");
    }

    [Fact]
    public async Task A_plan_is_returned_by_one_office_and_approved_the_second_time()
    {
        await using var office = await TestOffice.OnSqliteAsync();
        var round = await office.SubmitAsync(Plans.Usual);
        await office.DecideAsync(OfficeRole.PersonnelBureau, "countersign", Outcomes.Returned, "中级岗只剩一个");
        await office.DecideAsync(OfficeRole.HumanResources, "revise", Outcomes.Resubmitted);
        foreach (var bureau in new[] { OfficeRole.EstablishmentOffice, OfficeRole.PersonnelBureau, OfficeRole.EducationBureau })
            await office.DecideAsync(bureau, "countersign", Outcomes.Approved);
        await office.PublishAsync();
        await ShouldBeAsync(office, round, null, "round-returned-then-approved", "Returned once, revised, approved by three offices, announced; intake is running.");

        await office.DoAsync<WithdrawRound>(u => u.RunAsync(new(Guid.CreateVersion7(), round, "编制冻结"), TestOffice.Of(OfficeRole.HumanResources), default));
        await ShouldBeAsync(office, round, null, "round-withdrawn", "Returned once, approved, announced, and called off during intake.");
    }

    [Fact]
    public async Task A_plan_is_rejected()
    {
        await using var office = await TestOffice.OnSqliteAsync();
        var round = await office.SubmitAsync(Plans.Usual);
        await office.DecideAsync(OfficeRole.EducationBureau, "countersign", Outcomes.Rejected, "今年不补员");
        await ShouldBeAsync(office, round, null, "round-rejected", "One of the three offices rejects the plan.");
    }

    [Fact]
    public async Task An_objection_is_upheld_and_the_next_in_rank_is_called_up()
    {
        await using var office = await TestOffice.OnSqliteAsync();
        var round = await office.RankFiveAsync(Plans.Usual);
        await office.CheckAsync("张伟");
        await office.CheckAsync("李娜");
        await DecideListAsync(office);
        await office.GoToAsync("2026-09-02 09:00");
        await office.HandleAsync(await office.ObjectAsync(round, "李娜"), upheld: true);
        await office.GoToAsync("2026-09-09 00:00");
        await ShouldBeAsync(office, round, null, "round-objection-upheld", "An objection during the notice is upheld; the next in rank is called up.");
        await ShouldBeAsync(office, round, "李娜", "application-objection-upheld", "On the list, and struck off it by an objection.");
    }

    [Fact]
    public async Task An_applicant_is_refused_reviewed_again_refused_again_and_asks_no_more()
    {
        await using var office = await TestOffice.OnSqliteAsync();
        var round = await ReviewAsync(office, HiringOffice.FiveApplicants);
        await RefuseAsync(office);
        await office.AskReReviewAsync((await office.ApplicationsAsync(round)).Single(one => one.Name == "张伟"));
        await RefuseAsync(office);
        await office.GoToAsync("2026-08-30 08:00");
        await ShouldBeAsync(office, round, "张伟", "application-refused-with-re-review", "Refused, reviewed again when asked, refused again; the time to ask runs out.");
    }

    [Fact]
    public async Task An_applicant_from_outside_is_taken_with_a_waiver_and_withdraws_during_the_wait()
    {
        await using var office = await TestOffice.OnSqliteAsync();
        var round = await ReviewAsync(office, """
            姓名,出生日期,最高学历,职称,任教经历,任教学段,荣誉,现单位,现单位所在区
            张伟,1985-07-09,大专,一级教师,2008-09~至今 永安小学,小学,省级教学名师,永安小学,永安市
            """, Plans.Usual with { IsShortage = true });
        await office.QualifyAllAsync();
        await office.DecideAsync(OfficeRole.Leadership, "waive", Outcomes.Approved, minutes: "校务会纪要〔2026〕8号");
        await office.DecideAsync(OfficeRole.PersonnelBureau, "extra", Outcomes.Approved);
        var application = (await office.ApplicationsAsync(round)).Single();
        await office.DoAsync<WithdrawApplication>(u => u.RunAsync(
            new(Guid.CreateVersion7(), application.Id, "家庭原因"), TestOffice.Of(OfficeRole.HumanResources), default));
        await ShouldBeAsync(office, round, "张伟", "application-withdrawn", "From outside the district and without a bachelor's degree, allowed by both, and withdrawn.");
    }

    private static async Task<Guid> ReviewAsync(TestOffice office, string applicants, Personnel.Hiring.RoundPlan? plan = null)
    {
        var round = await office.AnnounceAsync(plan ?? Plans.Usual);
        await office.ImportAsync(round, applicants);
        await office.GoToAsync("2026-08-15 00:00");
        await office.DeclareNoKinAsync(round, OfficeRole.HumanResources, OfficeRole.Leadership, OfficeRole.PersonnelBureau);
        return round;
    }

    private static async Task RefuseAsync(TestOffice office) => await office.DecideAsync(OfficeRole.HumanResources,
        await office.OpenItemAsync("confirm", "张伟"), Outcomes.Refused, (ConfirmQualification u) => u.RunAsync, "工作证明不实");

    private static Task DecideListAsync(TestOffice office) =>
        office.DecideAsync(OfficeRole.Leadership, "decide", Outcomes.Approved, minutes: "校务会纪要〔2026〕9号");

    private static async Task ShouldBeAsync(TestOffice office, Guid round, string? name, string file, string about)
    {
        var caseId = name is null
            ? (await office.RoundAsync(round)).CaseId
            : (await office.ApplicationsAsync(round)).Single(application => application.Name == name).CaseId;
        var lived = History.Of(CaseStateJson.Read(await office.ReadAsync(db =>
            db.Cases.Where(one => one.Id == caseId).Select(one => one.EngineState!).SingleAsync())), about);
        var stored = Path.Combine(StoredHistoryTests.Folder, $"{file}.v2.json");
        if (Environment.GetEnvironmentVariable("WORKFLOWS_RECORD_HISTORIES") is { Length: > 0 } folder && !File.Exists(stored))
            lived.Write(stored = Path.Combine(folder, $"{file}.v2.json"));
        History.Read(stored).DifferenceFrom(lived).ShouldBeNull();
    }
}
