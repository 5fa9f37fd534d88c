using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Hiring;
using Workflows.Policy.Hiring;
using Workflows.Processes.Hiring;
using Workflows.Testing;
using Workflows.Testing.Offices;

namespace Workflows.Processes.Tests.Hiring;

/// <summary>What people do with a verdict: confirm, correct, waive, approve from outside, settle the reading; the same on each database and engine.</summary>
public abstract class QualificationStory
{
    private const string Header = "姓名,出生日期,最高学历,职称,任教经历,任教学段,荣誉,现单位,现单位所在区\n";

    protected abstract Task<TestOffice> OpenAsync();

    [Fact]
    public async Task A_master_teacher_without_a_bachelor_is_taken_only_by_leaderships_minutes()
    {
        await using var office = await OpenAsync();
        var round = await ReviewAsync(office, Plans.Usual, "张伟,1985-07-09,大专,一级教师,2008-09~至今 城关小学,小学,省级教学名师,城关小学,沙县区");
        await office.QualifyAllAsync();
        (await office.TryDecideAsync(OfficeRole.Leadership, "waive", Outcomes.Approved)).Refusal.ShouldBe(Refusal.Invalid, "no minutes");
        await office.DecideAsync(OfficeRole.Leadership, "waive", Outcomes.Approved, minutes: "校务会纪要〔2026〕8号");
        (await office.StandingsAsync(round))["张伟"].ShouldBe(Standing.Qualified);
    }

    [Fact]
    public async Task A_waiver_that_leadership_rejects_is_a_refusal_with_its_reason()
    {
        await using var office = await OpenAsync();
        var round = await ReviewAsync(office, Plans.Usual, "张伟,1985-07-09,大专,一级教师,2008-09~至今 城关小学,小学,省级教学名师,城关小学,沙县区");
        await office.QualifyAllAsync();
        await office.DecideAsync(OfficeRole.Leadership, "waive", Outcomes.Rejected, "名额有限，不放宽学历");
        var application = (await office.ApplicationsAsync(round)).Single();
        application.Standing.ShouldBe(Standing.Refused);
        application.Reason.ShouldBe("名额有限，不放宽学历");
    }

    [Fact]
    public async Task For_a_shortage_post_somebody_from_outside_the_district_needs_the_personnel_bureau()
    {
        await using var office = await OpenAsync();
        var round = await ReviewAsync(office, Plans.Usual with { IsShortage = true },
            "张伟,1985-07-09,本科,一级教师,2008-09~至今 永安小学,小学,,永安小学,永安市");
        await office.QualifyAllAsync();
        (await office.StandingsAsync(round))["张伟"].ShouldBe(Standing.UnderReview);
        await office.DecideAsync(OfficeRole.PersonnelBureau, "extra", Outcomes.Approved);
        (await office.StandingsAsync(round))["张伟"].ShouldBe(Standing.Qualified);
    }

    [Fact]
    public async Task Without_a_shortage_post_somebody_from_outside_cannot_be_qualified()
    {
        await using var office = await OpenAsync();
        await ReviewAsync(office, Plans.Usual, "张伟,1985-07-09,本科,一级教师,2008-09~至今 永安小学,小学,,永安小学,永安市");
        var item = await office.OpenItemAsync("confirm");
        var answer = await office.AskAsync<ConfirmQualification>(u => u.RunAsync(
            new(item.Id, item.Revision, Guid.CreateVersion7(), Outcomes.Qualified, ""), TestOffice.Of(OfficeRole.HumanResources), default));
        answer.Refusal.ShouldBe(Refusal.Invalid);
        answer.Reasons.ShouldContain(reason => reason.Zh.Contains("永安市"));
    }

    [Fact]
    public async Task What_is_unclear_is_corrected_from_a_document_and_judged_again()
    {
        await using var office = await OpenAsync();
        var round = await ReviewAsync(office, Plans.Usual, "张伟,1985.1,本科,一级教师,2008-09~至今 城关小学,小学,,城关小学,沙县区");
        var application = (await office.ApplicationsAsync(round)).Single();
        application.Verdict.Verdict.ShouldBe(Verdict.Undecidable);
        await office.DoAsync<CorrectApplication>(u => u.RunAsync(
            new(Guid.CreateVersion7(), application.Id, application.Version, application.Record with { BirthDate = "1985-10-06" }, "见身份证原件"),
            TestOffice.Of(OfficeRole.HumanResources), default));
        (await office.ApplicationsAsync(round)).Single().Verdict.Verdict.ShouldBe(Verdict.Eligible);
    }

    [Fact]
    public async Task A_misspelt_name_is_corrected_everywhere_with_the_old_one_on_the_personal_side_of_the_record()
    {
        await using var office = await OpenAsync();
        var round = await ReviewAsync(office, Plans.Usual, "张玮,1985-10-06,本科,一级教师,2008-09~至今 城关小学,小学,,城关小学,沙县区");
        var application = (await office.ApplicationsAsync(round)).Single();
        (await CorrectAsync("　")).Refusal.ShouldBe(Refusal.Invalid);
        (await CorrectAsync("张 伟")).IsDone.ShouldBeTrue();

        (await office.ApplicationsAsync(round)).Single().Name.ShouldBe("张伟");
        var @case = await office.ReadAsync(db => db.Cases.SingleAsync(one => one.Id == application.CaseId));
        @case.TitleZh.ShouldBe("小学数学教研员 应聘：张伟");
        var entry = await office.ReadAsync(db => db.Audit.Include(one => one.Personal)
            .SingleAsync(one => one.CaseId == application.CaseId && one.Action == "ApplicationCorrected"));
        $"{entry.OldValue}{entry.NewValue}{entry.Reason}".ShouldNotContain("张");
        entry.Personal.ShouldNotBeNull().Values.ShouldContain("张玮");
        entry.Personal.Values.ShouldContain("张伟");

        Task<Answer> CorrectAsync(string name) => office.AskAsync<CorrectApplication>(u => u.RunAsync(
            new(Guid.CreateVersion7(), application.Id, application.Version, application.Record with { Name = name }, "见身份证原件"),
            TestOffice.Of(OfficeRole.HumanResources), default));
    }

    [Fact]
    public async Task Where_the_age_reading_matters_leadership_confirms_it_once_for_all()
    {
        await using var office = await OpenAsync();
        var round = await office.AnnounceAsync(Plans.Usual);
        await office.ImportAsync(round, Header
            + "张伟,1981-09-01,本科,一级教师,2008-09~至今 城关小学,小学,,城关小学,沙县区\n"
            + "李娜,1981-08-31,本科,一级教师,2008-09~至今 城关小学,小学,,城关小学,沙县区\n");
        await office.GoToAsync("2026-08-15 00:00");
        (await office.OpenItemsAsync("confirm")).ShouldBeEmpty("nobody is reviewed before the reading is settled");
        await office.DeclareNoKinAsync(round, OfficeRole.HumanResources, OfficeRole.Leadership);
        await office.DecideAsync(OfficeRole.Leadership, "confirmReading", Outcomes.Included, minutes: "校务会纪要〔2026〕7号");

        (await office.RoundAsync(round)).AgeReading.ShouldBe(AgeReading.Included);
        await office.QualifyAllAsync();
        (await office.StandingsAsync(round)).Values.ShouldAllBe(standing => standing == Standing.Qualified);
    }

    private static async Task<Guid> ReviewAsync(TestOffice office, RoundPlan plan, string applicant)
    {
        var round = await office.AnnounceAsync(plan);
        await office.ImportAsync(round, Header + applicant);
        await office.GoToAsync("2026-08-15 00:00");
        await office.DeclareNoKinAsync(round, OfficeRole.HumanResources, OfficeRole.Leadership, OfficeRole.PersonnelBureau);
        return round;
    }
}

/// <summary>The story on SQLite.</summary>
public sealed class QualificationStoryOnSqlite : QualificationStory
{
    protected override Task<TestOffice> OpenAsync() => TestOffice.OnSqliteAsync();
}

/// <summary>The story on PostgreSQL.</summary>
public sealed class QualificationStoryOnPostgres(PostgresCluster cluster) : QualificationStory
{
    protected override Task<TestOffice> OpenAsync() => TestOffice.OnPostgresAsync(cluster);
}

/// <summary>The story on an engine that does everything later.</summary>
public sealed class QualificationStoryOnADeferredEngine : QualificationStory
{
    protected override Task<TestOffice> OpenAsync() => TestOffice.OnSqliteAsync(isDeferred: true);
}
