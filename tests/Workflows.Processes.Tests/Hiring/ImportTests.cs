using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Personnel.Cases;
using Workflows.Policy.Hiring;
using Workflows.Processes.Hiring;
using Workflows.Testing;
using Workflows.Testing.Offices;

namespace Workflows.Processes.Tests.Hiring;

/// <summary>Taking in the applicants' file: first a dry run, then all or nothing, and the same file again changes nothing.</summary>
public abstract class ImportTests
{
    protected abstract Task<TestOffice> OpenAsync();

    private const string Header = "姓名,出生日期,最高学历,职称,任教经历,任教学段,现单位,现单位所在区,身份证号,邮箱\n";
    private static readonly Guid Hr = TestOffice.Of(OfficeRole.HumanResources);

    private static Task<Answer> TryImportAsync(TestOffice office, Guid round) => office.AskAsync<ImportApplicants>(u => u.RunAsync(
        new(Guid.CreateVersion7(), round, "applicants.csv", Encoding.UTF8.GetBytes(HiringOffice.FiveApplicants)), Hr, default));

    [Fact]
    public async Task A_dry_run_shows_each_verdict_and_changes_nothing()
    {
        await using var office = await OpenAsync();
        var round = await office.AnnounceAsync(Plans.Usual);
        var preview = await PreviewAsync(office, round, HiringOffice.FiveApplicants);
        preview.Lines.Select(line => line.Change).ShouldAllBe(change => change == ImportApplicants.Change.Added);
        preview.Lines.ShouldAllBe(line => line.Verdict.Verdict == Verdict.Eligible);
        (await office.ApplicationsAsync(round)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing()
    {
        await using var office = await OpenAsync();
        var round = await office.AnnounceAsync(Plans.Usual);
        await office.ImportAsync(round, HiringOffice.FiveApplicants);
        var versions = (await office.ApplicationsAsync(round)).Select(application => (application.Id, application.Version)).ToList();
        (await office.ImportAsync(round, HiringOffice.FiveApplicants)).Reasons.Single().En.ShouldContain("5 unchanged");
        (await office.ApplicationsAsync(round)).Select(application => (application.Id, application.Version)).ShouldBe(versions);
    }

    [Fact]
    public async Task Applicants_stand_in_the_order_of_the_file_also_when_a_later_file_names_more()
    {
        await using var office = await OpenAsync();
        var round = await office.AnnounceAsync(Plans.Usual);
        await office.ImportAsync(round, HiringOffice.FiveApplicants);
        (await NamesAsync()).ShouldBe(["张伟", "李娜", "王芳", "刘洋", "陈静"]);
        var lines = HiringOffice.FiveApplicants.Split('\n').ToList();
        lines.Insert(1, "赵敏,1985-07-09,本科,一级教师,2008-09~至今 城关小学,小学,城关小学,沙县区,,zhao@example.org");
        await office.ImportAsync(round, string.Join('\n', lines));
        (await NamesAsync()).ShouldBe(["赵敏", "张伟", "李娜", "王芳", "刘洋", "陈静"]);

        async Task<IEnumerable<string>> NamesAsync() => (await office.ApplicationsAsync(round)).Select(application => application.Name);
    }

    [Theory]
    [InlineData("2026-08-14 23:59", true)]
    [InlineData("2026-08-15 00:00", false)]
    public async Task The_last_day_of_intake_still_counts_and_the_next_does_not(string now, bool isTaken)
    {
        await using var office = await OpenAsync();
        var round = await office.AnnounceAsync(Plans.Usual);
        await office.GoToAsync(now);
        (await TryImportAsync(office, round)).Refusal.ShouldBe(isTaken ? null : Refusal.WrongTime);
        (await office.ApplicationsAsync(round)).Count.ShouldBe(isTaken ? 5 : 0);
    }

    [Fact]
    public async Task Intake_is_closed_by_the_day_even_when_its_timer_comes_late()
    {
        await using var office = await OpenAsync();
        var round = await office.AnnounceAsync(Plans.Usual);
        office.Clock.SetUtcNow(TestClock.InShanghai("2026-08-15 00:00").GetUtcNow());
        var answer = await TryImportAsync(office, round);
        answer.Refusal.ShouldBe(Refusal.WrongTime);
        answer.Reasons.Single().Zh.ShouldBe("报名已于 2026-08-14 截止。");
    }

    [Fact]
    public async Task A_changed_cell_is_shown_with_old_and_new_value_and_judged_again()
    {
        await using var office = await OpenAsync();
        var round = await office.AnnounceAsync(Plans.Usual);
        await office.ImportAsync(round, HiringOffice.FiveApplicants);
        var changed = HiringOffice.FiveApplicants.Replace("张伟,1985-07-09,本科", "张伟,1985-07-09,大专", StringComparison.Ordinal);

        var line = (await PreviewAsync(office, round, changed)).Lines.Single(one => one.Change == ImportApplicants.Change.Changed);
        line.Differences.ShouldBe([new ImportApplicants.Difference("最高学历", "本科", "大专")]);
        await office.ImportAsync(round, changed);

        (await office.ApplicationsAsync(round))[0].Verdict.Verdict.ShouldBe(Verdict.Ineligible);
    }

    [Fact]
    public async Task An_applicant_whom_the_file_no_longer_names_is_reported_and_stays()
    {
        await using var office = await OpenAsync();
        var round = await office.AnnounceAsync(Plans.Usual);
        await office.ImportAsync(round, HiringOffice.FiveApplicants);
        var fewer = string.Join('\n', HiringOffice.FiveApplicants.Split('\n').Where(line => !line.StartsWith("李娜", StringComparison.Ordinal)));
        (await PreviewAsync(office, round, fewer)).Missing.ShouldBe(["李娜"]);
        await office.ImportAsync(round, fewer);
        (await office.ApplicationsAsync(round)).Count.ShouldBe(5);
    }

    [Fact]
    public async Task Somebody_who_stands_twice_stops_the_whole_file_with_both_rows_named()
    {
        await using var office = await OpenAsync();
        var round = await office.AnnounceAsync(Plans.Usual);
        var doubled = HiringOffice.FiveApplicants.TrimEnd() + "\n" + HiringOffice.FiveApplicants.Split('\n')[1];
        var answer = await office.AskAsync<ImportApplicants>(u => u.RunAsync(Command(round, doubled), Hr, default));
        answer.Refusal.ShouldBe(Refusal.Invalid);
        answer.Reasons.Single().Zh.ShouldContain("7");
        (await office.ApplicationsAsync(round)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_without_a_mandatory_column_is_refused()
    {
        await using var office = await OpenAsync();
        var round = await office.AnnounceAsync(Plans.Usual);
        (await PreviewAsync(office, round, "姓名,出生日期,最高学历\n张伟,1985-07-09,本科\n")).Faults.ShouldNotBeEmpty();
        (await office.AskAsync<ImportApplicants>(u => u.RunAsync(Command(round, "姓名\n张伟\n"), Hr, default))).Refusal.ShouldBe(Refusal.Invalid);
    }

    [Fact]
    public async Task A_file_in_GB18030_is_read()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        await using var office = await OpenAsync();
        var round = await office.AnnounceAsync(Plans.Usual);
        var bytes = Encoding.GetEncoding("GB18030").GetBytes(HiringOffice.FiveApplicants);
        await office.DoAsync<ImportApplicants>(u => u.RunAsync(new(Guid.CreateVersion7(), round, "名单.csv", bytes), Hr, default));
        (await office.ApplicationsAsync(round)).Select(application => application.Name).ShouldBe(["张伟", "李娜", "王芳", "刘洋", "陈静"]);
    }

    [Fact]
    public async Task Before_the_announcement_nothing_is_taken_in()
    {
        await using var office = await OpenAsync();
        var submitted = await office.SubmitAsync(Plans.Usual with { Post = "语文教研员" });
        (await office.AskAsync<ImportApplicants>(u => u.RunAsync(Command(submitted, HiringOffice.FiveApplicants), Hr, default))).Refusal.ShouldBe(Refusal.WrongTime);
    }

    [Fact]
    public async Task Where_the_age_reading_matters_leadership_confirms_it_once_for_all()
    {
        await using var office = await OpenAsync();
        var round = await office.AnnounceAsync(Plans.Usual);
        await office.ImportAsync(round, HiringOffice.FiveApplicants.TrimEnd()
            + "\n周敏,1981-09-01,本科,一级教师,2005-09~至今 城关小学,小学,城关小学,沙县区,,\n");
        await office.GoToAsync("2026-08-15 00:00");
        await office.DeclareNoKinAsync(round, OfficeRole.Leadership);
        await office.DecideAsync(OfficeRole.Leadership, "confirmReading", Outcomes.Included, minutes: "纪要6号");
        var judged = await office.ReadAsync(db => db.Applications.ToListAsync());
        judged.ShouldAllBe(application => application.Verdict.Terms.AgeReading == AgeReading.Included);
        (await office.RoundAsync(round)).AgeReadingMinutes.ShouldBe("纪要6号");
    }

    [Theory]
    [InlineData("大专", "一级教师", Verdict.Ineligible)]
    [InlineData("本科", "特级教师", Verdict.Undecidable)]
    public async Task Whom_the_papers_rule_out_or_leave_open_cannot_be_qualified(string education, string title, Verdict verdict)
    {
        await using var office = await OpenAsync();
        var round = await office.AnnounceAsync(Plans.Usual);
        await office.ImportAsync(round, $"{Header}周敏,1985-09-01,{education},{title},2005-09~至今 城关小学,小学,城关小学,沙县区,,\n");
        await office.GoToAsync("2026-08-15 00:00");
        await office.DeclareNoKinAsync(round, OfficeRole.HumanResources);
        (await office.ReadAsync(db => db.Applications.SingleAsync())).Verdict.Verdict.ShouldBe(verdict);
        var item = await office.OpenItemAsync("confirm");
        (await office.AskAsync<ConfirmQualification>(u => u.RunAsync(
            new(item.Id, item.Revision, Guid.CreateVersion7(), Outcomes.Qualified, ""), Hr, default))).Refusal.ShouldBe(Refusal.Invalid);
    }

    private static ImportApplicants.Command Command(Guid round, string csv) =>
        new(Guid.CreateVersion7(), round, "applicants.csv", Encoding.UTF8.GetBytes(csv));

    private static async Task<ImportApplicants.Preview> PreviewAsync(TestOffice office, Guid round, string csv)
    {
        await using var scope = office.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ImportApplicants>().PreviewAsync(Command(round, csv), Hr, default);
    }
}

/// <summary>The import on SQLite.</summary>
public sealed class ImportOnSqlite : ImportTests
{
    protected override Task<TestOffice> OpenAsync() => TestOffice.OnSqliteAsync();
}

/// <summary>The import on an engine that does everything later.</summary>
public sealed class ImportOnADeferredEngine : ImportTests
{
    protected override Task<TestOffice> OpenAsync() => TestOffice.OnSqliteAsync(isDeferred: true);
}
