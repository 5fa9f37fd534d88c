using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Hiring;
using Workflows.Personnel.Secondment;
using Workflows.Personnel.Staff;
using Workflows.Policy.Semesters;
using Workflows.Processes.Cases;
using Workflows.Processes.Lists;
using Workflows.Processes.Notices;
using Workflows.Processes.Reports;
using Workflows.Processes.Rotation;
using Workflows.Processes.Tests.Secondment;
using Workflows.Testing;
using Workflows.Testing.Offices;

namespace Workflows.Processes.Tests.Rotation;

/// <summary>A year's rotation (R13), the same story on each database and on a deferred engine.</summary>
public abstract class RotationStory
{
    private static readonly Guid Hr = TestOffice.Of(OfficeRole.HumanResources);

    protected abstract Task<TestOffice> OpenAsync();

    [Fact]
    public async Task A_rotation_is_heard_countersigned_decided_approved_noticed_documented_moves_people_on_its_day_and_opens_hiring_rounds()
    {
        await using var office = await OpenAsync();
        var people = await office.AddCollegeAsync();
        var (luo, zhou) = (people["罗建平"], people["周敏"]);
        var account = await office.AddAccountAsync(OfficeRole.Teacher, zhou);
        var @case = await office.OpenRotationAsync();
        (await office.HandInRotationAsync()).IsDone.ShouldBeTrue();
        (await office.LettersAsync(@case)).ShouldBe([RotationLetters.Proposed, RotationLetters.Proposed]);
        (await office.AnswerRotationAsync(@case, zhou, account)).IsDone.ShouldBeTrue();
        (await office.AnswerRotationAsync(@case, luo)).IsDone.ShouldBeTrue("HR records what was said on the telephone");
        (await office.OpenItemAsync("countersign")).Parts.Select(part => (part.Role, part.School)).ShouldBe(
            [(OfficeRole.Leadership, null), (OfficeRole.School, SecondmentOffice.Host)], ignoreOrder: true);

        await office.ApproveAsync(@case);
        (await office.ReadAsync(db => db.Notices.SingleAsync())).Lines.Select(line => (line.Name, line.Post)).ShouldBe(
            [("周敏", SecondmentOffice.Host), ("罗建平", SecondmentOffice.Host)], ignoreOrder: true);
        await office.GoToAsync("2026-08-11 00:00");
        await office.IssueRotationAsync();
        (await office.LettersAsync(@case)).Count(letter => letter == RotationLetters.Moved).ShouldBe(2);
        await office.GoToAsync("2026-10-31 23:59");
        (await office.PersonAsync(zhou)).Status.ShouldBe(StaffStatus.Active, "the last day still counts");
        (await office.ReadAsync(db => db.Rounds.CountAsync())).ShouldBe(0);
        await office.GoToAsync("2026-11-01 00:00");

        var gone = await office.PersonAsync(zhou);
        var tenure = gone.Tenures.Single();
        (gone.Status, tenure.Until, tenure.Exit, tenure.ExitReason, tenure.ExitDocumentNumber).ShouldBe(
            (StaffStatus.TransferredOut, RotationOffice.Effective, ExitKind.TransferOut, "调出：2026 年轮岗，调往城关小学", "沙教调〔2026〕3号"));
        (await office.ReadAsync(db => db.StatusChanges.Where(one => one.PersonId == zhou).Select(one => one.CaseId).SingleAsync())).ShouldBe(@case);
        (await office.ReadAsync(db => db.Users.SingleAsync(one => one.Id == account))).IsActive.ShouldBeFalse();
        (await office.RotationLineAsync(@case, luo)).TransferredOn.ShouldBe(RotationOffice.Effective);
        var drafts = await office.ReadAsync(db => db.Rounds.OrderBy(round => round.Number).ToListAsync());
        drafts.Select(round => (round.Number, round.Stage, round.Plan.Places)).ShouldBe([("2026-01", RoundStage.Drafted, 1), ("2026-02", RoundStage.Drafted, 1)]);
        drafts.Select(round => round.Plan.Post).ShouldBe(["小学数学教研员", "小学语文教研员"], ignoreOrder: true);
        (await office.RotationAsync(@case)).Vacancies.ShouldAllBe(one => one.HiringRoundId == one.Id);
        (await office.CaseAsync(@case)).Ending.ShouldBe("carriedThrough");
        (await office.ReadAsync(db => db.Audit.Where(line => line.CaseId == @case && line.Action == "TransferRecorded").CountAsync())).ShouldBe(2);
    }

    [Fact]
    public async Task The_proposal_takes_the_longest_in_post_but_never_the_last_teacher_of_a_subject_and_says_why()
    {
        await using var office = await OpenAsync();
        var people = await office.AddCollegeAsync();
        var round = await office.RotationAsync(await office.OpenRotationAsync());
        round.Lines.Select(line => line.PersonId).ShouldBe([people["罗建平"], people["周敏"]], ignoreOrder: true);
        var line = round.Lines.Single(one => one.PersonId == people["罗建平"]);
        line.School.ShouldBe(SecondmentOffice.Host);
        line.Reason.ShouldBe(
            "R13：到 2026 年末五年更新 0/12，应有 2—3 人，缺 2 人，本轮须补充 2 人，其中 0 人有退休或编制空额，须轮岗调出 2 人；"
            + "在岗 28 年（1998-08 起），在可轮岗教师中第 2 长；R01：调出后数学还有 4 人；R02、R03、R04、R15 不因此降低");
        line.ReasonEn.ShouldStartWith("R13: by the end of 2026 the renewal is 0/12 and should be 2 to 3: 2 short, 2 to come by this round");
        round.Vacancies.Select(one => (one.Subject, one.Stage, one.Level, one.Places)).ShouldBe(
            [("数学", "小学", PostLevel.Senior, 1), ("语文", "小学", PostLevel.Senior, 1)], ignoreOrder: true);
    }

    [Fact]
    public async Task Whoever_is_new_retires_soon_leads_or_is_exempt_is_not_proposed()
    {
        await using var office = await OpenAsync();
        var people = await office.AddCollegeAsync();
        await office.ReadAsync(async db =>
        {
            var all = await db.People.ToDictionaryAsync(one => one.Id);
            all[people["罗建平"]].IsLeader = true;
            (all[people["周敏"]].Gender, all[people["周敏"]].BirthDate) = ("男", new DateOnly(1967, 3, 10));
            db.SecondmentWishes.Add(new SecondmentWish { Id = Guid.CreateVersion7(), PersonId = people["教师1"], ExemptionReason = "长期病假", RecordedAt = office.Clock.GetUtcNow() });
            return await db.SaveChangesAsync();
        });
        var round = await office.RotationAsync(await office.OpenRotationAsync());
        round.Lines.Select(line => line.PersonId).ShouldBe([people["教师2"], people["教师3"]], ignoreOrder: true);
    }

    [Fact]
    public async Task A_decision_sees_what_the_rotation_does_to_the_structure_and_to_all_readings_of_R13()
    {
        await using var office = await OpenAsync();
        await office.AddCollegeAsync();
        var @case = await office.OpenRotationAsync();
        var outlook = await office.OutlookAsync(@case);
        outlook!.Days.Select(one => one.Day).ShouldBe(
            [RotationOffice.Effective, new(2026, 12, 31), new(2027, 12, 31), new(2028, 12, 31), new(2029, 12, 31), new(2030, 12, 31)]);
        var (before, with) = (outlook.Days[1].Clauses.Single(one => one.Clause == "R13"), outlook.Days[1].With.Single(one => one.Clause == "R13"));
        (before.Numerator, before.Verdict, with.Numerator, with.Verdict).ShouldBe((0m, Policy.FindingResult.NotMet, 2m, Policy.FindingResult.Met));
        with.Variants.Single(one => one.Reading == "leavers/start/rolling").Numerator.ShouldBe(2m);
        outlook.Days[1].With.Single(one => one.Clause == "R04").Denominator.ShouldBe(12m, "two go and two come");
    }

    [Fact]
    public async Task An_objection_is_handled_with_a_reason_and_whoever_is_sent_elsewhere_is_asked_anew()
    {
        await using var office = await OpenAsync();
        var people = await office.AddCollegeAsync();
        await office.AddHostAsync("实验小学", hasAccount: false);
        var (luo, zhou) = (people["罗建平"], people["周敏"]);
        var @case = await office.OpenRotationAsync();
        await office.HandInRotationAsync();
        (await office.AnswerRotationAsync(@case, zhou, objection: "路途太远")).IsDone.ShouldBeTrue();
        (await office.AnswerRotationAsync(@case, luo, objection: "家有病人")).IsDone.ShouldBeTrue();
        (await CloseAsync(office)).Refusal.ShouldBe(Refusal.WrongTime, "two objections are open");
        var elsewhere = (await office.RotationLineAsync(@case, zhou)).School == SecondmentOffice.Host ? "实验小学" : SecondmentOffice.Host;
        (await office.HandleRotationAsync(@case, zhou, ObjectionHandling.Changed, "没有的小学")).Reasons[0].Zh.ShouldContain("请先登记");
        (await office.HandleRotationAsync(@case, zhou, ObjectionHandling.Changed, elsewhere)).IsDone.ShouldBeTrue();
        (await office.HandleRotationAsync(@case, luo, ObjectionHandling.Struck)).IsDone.ShouldBeTrue();
        (await CloseAsync(office)).IsDone.ShouldBeTrue();

        (await office.OpenItemsAsync("countersign")).ShouldBeEmpty("the changed line is heard first");
        (await office.LettersAsync(@case)).ShouldBe(
            [RotationLetters.Proposed, RotationLetters.Proposed, RotationLetters.Handled, RotationLetters.Proposed], ignoreOrder: true);
        (await office.AnswerRotationAsync(@case, zhou)).IsDone.ShouldBeTrue();
        (await office.OpenItemsAsync("countersign")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Who_says_nothing_for_five_working_days_has_been_heard()
    {
        await using var office = await OpenAsync();
        var people = await office.AddCollegeAsync();
        var @case = await office.OpenRotationAsync();
        await office.HandInRotationAsync();
        (await office.RotationLineAsync(@case, people["周敏"])).HeardUntil.ShouldBe(new DateOnly(2026, 8, 10));
        await office.GoToAsync("2026-08-10 23:59");
        (await office.OpenItemsAsync("countersign")).ShouldBeEmpty("the last day still counts");
        await office.GoToAsync("2026-08-11 00:00");
        (await office.OpenItemsAsync("countersign")).Count.ShouldBe(1);
        (await office.AnswerRotationAsync(@case, people["周敏"], objection: "不同意")).Refusal.ShouldBe(Refusal.WrongTime);
    }

    [Fact]
    public async Task HR_adjusts_lines_vacancies_and_the_day_each_with_a_reason_and_a_fault_keeps_it_there()
    {
        await using var office = await OpenAsync();
        var people = await office.AddCollegeAsync();
        var @case = await office.OpenRotationAsync();
        (await office.EditRotationAsync(@case, people["余音"], reason: " ")).Refusal.ShouldBe(Refusal.Invalid);
        (await office.EditRotationAsync(@case, people["余音"])).IsDone.ShouldBeTrue();
        (await office.HandInRotationAsync()).Reasons.Single().Zh.ShouldBe("余音：调出后音乐没有教师：请换人，或为该学科列一个补充岗位。（R01）");
        (await VacancyAsync(office, @case, "音乐", 1)).IsDone.ShouldBeTrue();
        (await office.EditRotationAsync(@case, people["余音"], school: "没有的小学")).IsDone.ShouldBeTrue();
        (await office.HandInRotationAsync()).Reasons.Single().Zh.ShouldContain("没有的小学");
        var line = await office.RotationLineAsync(@case, people["余音"]);
        (await StrikeAsync(office, @case, line.Id, "")).Refusal.ShouldBe(Refusal.Invalid);
        (await StrikeAsync(office, @case, line.Id, "另有安排")).IsDone.ShouldBeTrue();
        (await DayAsync(office, @case, new DateOnly(2027, 1, 1))).Refusal.ShouldBe(Refusal.Invalid, "another year");
        (await DayAsync(office, @case, new DateOnly(2026, 12, 1))).IsDone.ShouldBeTrue();
        (await office.HandInRotationAsync()).IsDone.ShouldBeTrue();
        (await VacancyAsync(office, @case, "美术", 1)).Refusal.ShouldBe(Refusal.WrongTime, "it isn't with HR now");
    }

    [Fact]
    public async Task A_year_has_one_rotation_at_a_time_and_a_withdrawn_one_makes_room()
    {
        await using var office = await OpenAsync();
        var people = await office.AddCollegeAsync();
        var @case = await office.OpenRotationAsync();
        await office.HandInRotationAsync();
        (await AskAsync(RotationOffice.Effective)).Refusal.ShouldBe(Refusal.WrongTime);
        (await AskAsync(new DateOnly(2026, 8, 3))).Refusal.ShouldBe(Refusal.Invalid, "today");
        await office.DoAsync<WithdrawPersonCase>(u => u.RunAsync(new(Guid.CreateVersion7(), @case, "人员变动"), Hr, default));
        (await office.LettersAsync(@case)).Count(letter => letter == RotationLetters.CalledOff).ShouldBe(2);
        (await office.AnswerRotationAsync(@case, people["周敏"])).Refusal.ShouldBe(Refusal.WrongTime);
        (await AskAsync(RotationOffice.Effective)).IsDone.ShouldBeTrue();

        Task<Answer> AskAsync(DateOnly on) => office.AskAsync<OpenRotationRound>(u => u.RunAsync(new(Guid.CreateVersion7(), on), Hr, default));
    }

    [Fact]
    public async Task Nobody_decides_on_a_rotation_with_their_own_name_on_it()
    {
        await using var office = await OpenAsync();
        var people = await office.AddCollegeAsync();
        await office.IsPersonAsync(OfficeRole.EducationBureau, people["周敏"]);
        var @case = await office.OpenRotationAsync();
        await office.HandInRotationAsync();
        await office.AnswerRotationAsync(@case, people["周敏"]);
        await office.AnswerRotationAsync(@case, people["罗建平"]);
        await office.DeclareAsync(@case, OfficeRole.Leadership, OfficeRole.School);
        await office.DecideAsync(OfficeRole.Leadership, "countersign", Outcomes.Approved);
        await office.DecideAsync(OfficeRole.School, "countersign", Outcomes.Approved);
        await office.DecideAsync(OfficeRole.Leadership, "council", Outcomes.Approved, minutes: "校务会纪要〔2026〕21号");
        await office.DeclareAsync(@case, OfficeRole.EducationBureau);
        (await office.TryDecideAsync(OfficeRole.EducationBureau, "bureau", Outcomes.Approved)).Reasons[0].Zh.ShouldContain("涉及本人");
        (await office.OrphanPartsAsync()).Count.ShouldBe(1);
        await office.AddAccountAsync(OfficeRole.EducationBureau);
        (await office.OrphanPartsAsync()).ShouldBeEmpty("a colleague can decide");
    }

    [Fact]
    public async Task An_HR_officer_on_the_list_leaves_it_to_a_colleague_and_other_roles_are_refused()
    {
        await using var office = await OpenAsync();
        var people = await office.AddCollegeAsync();
        await office.IsPersonAsync(OfficeRole.HumanResources, people["周敏"]);
        var @case = await office.OpenRotationAsync();
        (await office.EditRotationAsync(@case, people["教师1"])).Refusal.ShouldBe(Refusal.NotAllowed);
        (await office.HandInRotationAsync()).Refusal.ShouldBe(Refusal.NotAllowed);
        (await office.AskAsync<OpenRotationRound>(u => u.RunAsync(
            new(Guid.CreateVersion7(), new DateOnly(2027, 8, 1)), TestOffice.Of(OfficeRole.Leadership), default))).Refusal.ShouldBe(Refusal.NotAllowed);
    }

    [Fact]
    public async Task Who_has_left_before_the_day_is_struck_and_an_objection_to_the_notice_that_is_upheld_takes_a_name_off()
    {
        await using var office = await OpenAsync();
        var people = await office.AddCollegeAsync();
        var (luo, zhou) = (people["罗建平"], people["周敏"]);
        var @case = await office.OpenRotationAsync();
        await office.EditRotationAsync(@case, people["教师1"]);
        await office.HandInRotationAsync();
        foreach (var one in new[] { luo, zhou, people["教师1"] })
            await office.AnswerRotationAsync(@case, one);
        await office.ApproveAsync(@case);
        var notice = await office.ReadAsync(db => db.Notices.Select(one => one.Id).SingleAsync());
        await office.DoAsync<FileObjection>(u => u.RunAsync(
            new(Guid.CreateVersion7(), notice, null, "王建国", "0598-5820000", "另有安排") { PersonId = people["教师1"] }, Hr, default));
        await office.HandleAsync(notice, upheld: true);
        await office.GoToAsync("2026-08-12 00:00");
        await office.IssueRotationAsync();
        await office.ReadAsync(async db =>
        {
            (await db.People.Include(one => one.Tenures).SingleAsync(one => one.Id == luo)).Tenures[0].Until = new DateOnly(2026, 10, 1);
            return await db.SaveChangesAsync();
        });
        await office.GoToAsync("2026-11-01 00:00");

        (await office.RotationLineAsync(@case, people["教师1"])).StruckReason.ShouldBe("公示异议成立：经核查");
        (await office.RotationLineAsync(@case, luo)).StruckReason.ShouldContain("不再轮岗");
        (await office.PersonAsync(people["教师1"])).Status.ShouldBe(StaffStatus.Active);
        (await office.PersonAsync(zhou)).Status.ShouldBe(StaffStatus.TransferredOut);
        (await office.CaseAsync(@case)).Ending.ShouldBe("carriedThrough");
    }

    [Fact]
    public async Task A_rejected_rotation_ends_and_those_on_it_are_told_why()
    {
        await using var office = await OpenAsync();
        var people = await office.AddCollegeAsync();
        var @case = await office.OpenRotationAsync();
        await office.HandInRotationAsync();
        await office.AnswerRotationAsync(@case, people["周敏"]);
        await office.AnswerRotationAsync(@case, people["罗建平"]);
        await office.DeclareAsync(@case, OfficeRole.School);
        await office.DecideAsync(OfficeRole.School, "countersign", Outcomes.Rejected, "没有岗位");
        (await office.CaseAsync(@case)).Ending.ShouldBe("calledOff");
        (await office.ReadAsync(db => db.Letters.Where(one => one.CaseId == @case && one.Template == RotationLetters.CalledOff).ToListAsync()))
            .ShouldAllBe(letter => letter.Model.Contains("没有岗位"));
        (await office.PersonAsync(people["周敏"])).Tenures.Single().Until.ShouldBeNull();
    }

    private static async Task<Answer> CloseAsync(TestOffice office)
    {
        var item = await office.OpenItemAsync("handle");
        return await office.AskAsync<CloseLineObjections>(u => u.RunAsync(new(item.Id, item.Revision, Guid.CreateVersion7(), Outcomes.Closed, ""), Hr, default));
    }

    private static async Task<Answer> VacancyAsync(TestOffice office, Guid @case, string subject, int places) => await office.AskAsync<EditRotationVacancy>(
        async u => await u.RunAsync(new(
            Guid.CreateVersion7(), @case, (await office.RotationAsync(@case)).Version, null, subject, SchoolStage.Primary, PostLevel.Intermediate, places, "学科需要"), Hr, default));

    private static async Task<Answer> StrikeAsync(TestOffice office, Guid @case, Guid line, string reason) => await office.AskAsync<StrikePlanLine>(
        async u => await u.RunAsync(new(Guid.CreateVersion7(), line, (await office.RotationAsync(@case)).Version, reason), Hr, default));

    private static async Task<Answer> DayAsync(TestOffice office, Guid @case, DateOnly on) => await office.AskAsync<ChangeRotationDay>(
        async u => await u.RunAsync(new(Guid.CreateVersion7(), @case, (await office.RotationAsync(@case)).Version, on, "学期安排"), Hr, default));
}

/// <summary>What a decision would do to the structure.</summary>
internal static class Outlooks
{
    public static async Task<StructureOutlook?> OutlookAsync(this TestOffice office, Guid @case)
    {
        await using var scope = office.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ForeseeStructure>().OfCaseAsync(@case, default);
    }
}

/// <summary>The story on SQLite.</summary>
public sealed class RotationStoryOnSqlite : RotationStory
{
    protected override Task<TestOffice> OpenAsync() => TestOffice.OnSqliteAsync();
}

/// <summary>The story on PostgreSQL.</summary>
public sealed class RotationStoryOnPostgres(PostgresCluster cluster) : RotationStory
{
    protected override Task<TestOffice> OpenAsync() => TestOffice.OnPostgresAsync(cluster);
}

/// <summary>The story on an engine that does everything later.</summary>
public sealed class RotationStoryOnADeferredEngine : RotationStory
{
    protected override Task<TestOffice> OpenAsync() => TestOffice.OnSqliteAsync(isDeferred: true);
}
