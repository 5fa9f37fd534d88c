using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Secondment;
using Workflows.Processes.Cases;
using Workflows.Processes.Notices;
using Workflows.Processes.Lists;
using Workflows.Processes.Secondment;
using Workflows.Processes.WorkItems;
using Workflows.Testing;
using Workflows.Testing.Offices;

namespace Workflows.Processes.Tests.Secondment;

/// <summary>A semester's list (R11, R12), the same story on each database and on a deferred engine.</summary>
public abstract class PlanStory
{
    private static readonly Guid Hr = TestOffice.Of(OfficeRole.HumanResources);

    protected abstract Task<TestOffice> OpenAsync();

    [Fact]
    public async Task A_list_is_heard_countersigned_decided_approved_noticed_documented_and_opens_the_placements()
    {
        await using var office = await OpenAsync();
        await office.AddHostAsync();
        var zhou = await office.AddTeacherAsync("周敏", SecondmentOffice.DueThen);
        var wu = await office.AddTeacherAsync("吴刚", SecondmentOffice.Overdue);
        await office.AddTeacherAsync("郑丽", new DateOnly(2026, 1, 1));
        var account = await office.AddAccountAsync(OfficeRole.Teacher, zhou);
        var @case = await office.OpenPlanAsync();
        var proposed = (await office.PlanAsync(@case)).Lines.ToDictionary(line => line.PersonId);
        proposed.Values.Select(line => (line.PersonId, line.School)).ShouldBe([(wu, SecondmentOffice.Host), (zhou, SecondmentOffice.Host)], ignoreOrder: true);
        proposed[wu].Reason.ShouldBe("R12：已逾期，应在 2025-06-01 前完成一个学期");
        proposed[zhou].Reason.ShouldBe("R12：最迟 2026-2027-2，应在 2027-08-01 前完成一个学期");

        (await office.HandInAsync()).IsDone.ShouldBeTrue();
        (await office.LettersAsync(@case)).ShouldBe([SecondmentLetters.Proposed, SecondmentLetters.Proposed]);
        (await office.AnswerAsync(@case, zhou, account)).IsDone.ShouldBeTrue();
        (await office.OpenItemsAsync("countersign")).ShouldBeEmpty("one hasn't answered yet");
        (await office.AnswerAsync(@case, wu)).IsDone.ShouldBeTrue("HR records what was said on the telephone");
        var parts = (await office.OpenItemAsync("countersign")).Parts;
        parts.Select(part => (part.Role, part.School)).ShouldBe([(OfficeRole.Leadership, null), (OfficeRole.School, SecondmentOffice.Host)], ignoreOrder: true);

        await office.ApproveAsync(@case);
        var notice = await office.ReadAsync(db => db.Notices.SingleAsync());
        notice.Lines.Select(line => (line.Name, line.Post)).ShouldBe([("吴刚", "城关小学（挂职锻炼）"), ("周敏", "城关小学（挂职锻炼）")], ignoreOrder: true);
        await office.GoToAsync("2026-08-10 23:59");
        (await office.OpenItemsAsync("issue")).ShouldBeEmpty("the seventh day still counts");
        await office.GoToAsync("2026-08-11 00:00");
        await office.IssueAsync();

        var placement = (await office.PlacementsAsync(zhou)).Single();
        (placement.From, placement.Until, placement.State, placement.DocumentNumber).ShouldBe(
            (new DateOnly(2027, 3, 4), new DateOnly(2027, 7, 3), PlacementState.Planned, "沙教派〔2026〕7号"));
        (await office.LineAsync(@case, zhou)).PlacementId.ShouldBe(placement.Id);
        (await office.CyclesAsync(zhou)).Single().Cycle.PlacementId.ShouldBe(placement.Id, "the cycle opens and follows it");
        (await office.CaseAsync(@case)).Ending.ShouldBe("opened");
        (await office.LettersAsync(@case)).Count(letter => letter == SecondmentLetters.Placed).ShouldBe(2);
    }

    [Fact]
    public async Task An_objection_waits_for_HR_and_whoever_is_sent_elsewhere_is_asked_anew()
    {
        await using var office = await OpenAsync();
        await office.AddHostAsync();
        await office.AddHostAsync("实验小学", hasAccount: false);
        var zhou = await office.AddTeacherAsync("周敏", SecondmentOffice.DueThen);
        var wu = await office.AddTeacherAsync("吴刚", SecondmentOffice.DueThen);
        var @case = await office.HandedInAsync();
        (await office.AnswerAsync(@case, zhou, objection: "路途太远")).IsDone.ShouldBeTrue();
        (await office.AnswerAsync(@case, wu, objection: "家有病人")).IsDone.ShouldBeTrue();

        (await CloseAsync(office)).Refusal.ShouldBe(Refusal.WrongTime, "two objections are open");
        var elsewhere = (await office.LineAsync(@case, zhou)).School == SecondmentOffice.Host ? "实验小学" : SecondmentOffice.Host;
        (await office.HandleLineAsync(@case, zhou, ObjectionHandling.Changed, elsewhere)).IsDone.ShouldBeTrue();
        (await CloseAsync(office)).Refusal.ShouldBe(Refusal.WrongTime, "one is still open");
        (await office.HandleLineAsync(@case, wu, ObjectionHandling.Kept)).IsDone.ShouldBeTrue();
        await office.GoToAsync("2026-08-04 09:00");
        (await CloseAsync(office)).IsDone.ShouldBeTrue();

        (await office.OpenItemsAsync("countersign")).ShouldBeEmpty("the changed line is heard first");
        (await office.LettersAsync(@case)).ShouldBe(
            [SecondmentLetters.Proposed, SecondmentLetters.Proposed, SecondmentLetters.Handled, SecondmentLetters.Proposed], ignoreOrder: true);
        (await office.AnswerAsync(@case, wu)).Refusal.ShouldBe(Refusal.WrongTime, "that one was answered and handled");
        (await office.AnswerAsync(@case, zhou)).IsDone.ShouldBeTrue();
        (await office.OpenItemAsync("countersign")).Parts.Count.ShouldBe(3, "the college and two schools");
    }

    [Fact]
    public async Task Who_is_struck_after_an_objection_is_told_and_an_empty_list_goes_back_to_HR()
    {
        await using var office = await OpenAsync();
        await office.AddHostAsync();
        var zhou = await office.AddTeacherAsync("周敏", SecondmentOffice.DueThen);
        var @case = await office.HandedInAsync();
        await office.AnswerAsync(@case, zhou, objection: "住院");
        await office.HandleLineAsync(@case, zhou, ObjectionHandling.Struck);
        (await CloseAsync(office)).IsDone.ShouldBeTrue();

        (await office.OpenItemsAsync("draft")).Count.ShouldBe(1);
        (await office.LettersAsync(@case)).ShouldBe([SecondmentLetters.Proposed, SecondmentLetters.Handled], ignoreOrder: true);
        (await office.HandInAsync()).Reasons.Single().Zh.ShouldContain("名单上没有人");
    }

    [Theory]
    [InlineData("2026-08-10 23:59", 0)]
    [InlineData("2026-08-11 00:00", 1)]
    public async Task Who_says_nothing_until_the_last_day_is_over_has_been_heard_too(string at, int open)
    {
        await using var office = await OpenAsync();
        await office.AddHostAsync();
        var zhou = await office.AddTeacherAsync("周敏", SecondmentOffice.DueThen);
        var @case = await office.HandedInAsync();
        await office.GoToAsync(at);
        (await office.OpenItemsAsync("countersign")).Count.ShouldBe(open, "five working days after Monday 2026-08-03 is Monday 2026-08-10");
        if (open == 1)
            (await office.AnswerAsync(@case, zhou, objection: "太迟了")).Refusal.ShouldBe(Refusal.WrongTime);
    }

    [Fact]
    public async Task Only_the_teacher_or_HR_answers_and_an_objection_has_words()
    {
        await using var office = await OpenAsync();
        await office.AddHostAsync();
        var zhou = await office.AddTeacherAsync("周敏", SecondmentOffice.DueThen);
        var stranger = await office.AddAccountAsync(OfficeRole.Teacher, await office.AddTeacherAsync("郑丽", new DateOnly(2026, 1, 1)));
        var @case = await office.HandedInAsync();
        (await office.AnswerAsync(@case, zhou, stranger)).Refusal.ShouldBe(Refusal.NotFound);
        (await office.AnswerAsync(@case, zhou, TestOffice.Of(OfficeRole.Leadership))).Refusal.ShouldBe(Refusal.NotFound);
        var line = await office.LineAsync(@case, zhou);
        (await office.AskAsync<AnswerPlanLine>(u => u.RunAsync(new(Guid.CreateVersion7(), line.Id, true, " "), Hr, default))).Refusal.ShouldBe(Refusal.Invalid);
    }

    [Fact]
    public async Task A_list_with_a_fault_stays_with_HR_and_says_whose_and_why()
    {
        await using var office = await OpenAsync();
        await office.AddHostAsync(places: 1);
        await office.AddTeacherAsync("周敏", SecondmentOffice.DueThen);
        await office.AddTeacherAsync("吴刚", SecondmentOffice.DueThen);
        var @case = await office.OpenPlanAsync();
        var open = (await office.PlanAsync(@case)).Lines.Single(line => line.School.Length == 0);
        var answer = await office.HandInAsync();
        (answer.Refusal, answer.Reasons.Single().Zh.Contains("还没有选定接收学校")).ShouldBe((Refusal.Invalid, true));

        await office.EditAsync(@case, open.PersonId);
        (await office.HandInAsync()).Reasons.ShouldContain(reason => reason.Zh.Contains("每学期接收数学教师 1 人，名单上已有 2 人"));
        await office.DoAsync<EditSchool>(u => u.RunAsync(new(
            Guid.CreateVersion7(), SecondmentOffice.Host, Policy.Semesters.SchoolStage.Primary, 0, "", 3, [new("数学", 2)]), Hr, default));
        (await office.HandInAsync()).IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task Who_is_exempt_is_not_proposed_and_a_decided_school_goes_before_all_others()
    {
        await using var office = await OpenAsync();
        await office.AddHostAsync();
        await office.AddHostAsync("实验小学", hasAccount: false);
        var zhou = await office.AddTeacherAsync("周敏", SecondmentOffice.DueThen);
        var wu = await office.AddTeacherAsync("吴刚", SecondmentOffice.DueThen);
        await WishAsync(office, zhou, exemption: "哺乳期");
        await WishAsync(office, wu, pin: "实验小学");
        var @case = await office.OpenPlanAsync();
        (await office.PlanAsync(@case)).Lines.Select(line => (line.PersonId, line.School)).ShouldBe([(wu, "实验小学")]);

        await office.EditAsync(@case, zhou);
        await office.EditAsync(@case, wu);
        var reasons = (await office.HandInAsync()).Reasons.Select(reason => reason.Zh).ToList();
        reasons.ShouldContain(reason => reason.StartsWith("周敏：2026-2027-2 已登记豁免：哺乳期"));
        reasons.ShouldContain(reason => reason.StartsWith("吴刚：已定到实验小学"));
    }

    [Fact]
    public async Task A_semester_has_one_list_at_a_time_and_a_withdrawn_one_makes_room()
    {
        await using var office = await OpenAsync();
        await office.AddHostAsync();
        var zhou = await office.AddTeacherAsync("周敏", SecondmentOffice.DueThen);
        var @case = await office.HandedInAsync();
        (await office.AskAsync<OpenSecondmentPlan>(u => u.RunAsync(new(Guid.CreateVersion7(), SecondmentOffice.Semester), Hr, default))).Refusal.ShouldBe(Refusal.WrongTime);
        (await office.AskAsync<OpenSecondmentPlan>(u => u.RunAsync(new(Guid.CreateVersion7(), "2025-2026-2"), Hr, default))).Refusal.ShouldBe(Refusal.Invalid, "it is over");

        await office.DoAsync<WithdrawPersonCase>(u => u.RunAsync(new(Guid.CreateVersion7(), @case, "人员变动"), Hr, default));
        (await office.CaseAsync(@case)).Stage.ShouldBe(CaseStage.Cancelled);
        (await office.LettersAsync(@case)).ShouldBe([SecondmentLetters.Proposed, SecondmentLetters.CalledOff], ignoreOrder: true);
        (await office.AnswerAsync(@case, zhou)).Refusal.ShouldBe(Refusal.WrongTime);
        (await office.AskAsync<OpenSecondmentPlan>(u => u.RunAsync(new(Guid.CreateVersion7(), SecondmentOffice.Semester), Hr, default))).IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task Nobody_decides_on_a_list_with_their_own_name_on_it()
    {
        await using var office = await OpenAsync();
        await office.AddHostAsync();
        var leader = await office.AddTeacherAsync("周敏", SecondmentOffice.DueThen);
        await office.IsPersonAsync(OfficeRole.Leadership, leader);
        var @case = await office.HandedInAsync();
        await office.AnswerAsync(@case, leader);
        await office.DeclareAsync(@case, OfficeRole.Leadership);
        (await office.TryDecideAsync(OfficeRole.Leadership, "countersign", Outcomes.Approved)).Reasons[0].Zh.ShouldContain("涉及本人");
        var orphans = await office.OrphanPartsAsync();
        (await office.OpenItemAsync("countersign")).Parts.Where(part => orphans.Contains(part.Id)).ShouldHaveSingleItem().Role.ShouldBe(OfficeRole.Leadership);

        await office.AddAccountAsync(OfficeRole.Leadership);
        (await office.OrphanPartsAsync()).ShouldBeEmpty("a colleague can sign");
    }

    [Fact]
    public async Task An_HR_officer_on_the_list_leaves_it_to_a_colleague()
    {
        await using var office = await OpenAsync();
        await office.AddHostAsync();
        var officer = await office.AddTeacherAsync("林秀英", SecondmentOffice.DueThen);
        await office.IsPersonAsync(OfficeRole.HumanResources, officer);
        var @case = await office.OpenPlanAsync();
        (await office.EditAsync(@case, officer)).Refusal.ShouldBe(Refusal.NotAllowed);
        (await office.HandInAsync()).Refusal.ShouldBe(Refusal.NotAllowed);
    }

    [Fact]
    public async Task A_school_signs_for_itself_alone_and_one_without_an_account_is_HRs_task()
    {
        await using var office = await OpenAsync();
        await office.AddHostAsync(hasAccount: false);
        await office.AddHostAsync("实验小学", places: 0);
        var zhou = await office.AddTeacherAsync("周敏", SecondmentOffice.DueThen);
        var @case = await office.HandedInAsync();
        await office.AnswerAsync(@case, zhou);
        await office.DeclareAsync(@case, OfficeRole.Leadership);
        await office.DecideAsync(OfficeRole.Leadership, "countersign", Outcomes.Approved);
        (await office.TryDecideAsync(OfficeRole.School, "countersign", Outcomes.Approved)).Refusal.ShouldBe(Refusal.NotAllowed, "the account is of another school");
        var item = await office.OpenItemAsync("countersign");
        var part = item.Parts.Single(one => one.IsOpen);
        (await office.OrphanPartsAsync()).ShouldBe([part.Id], ignoreOrder: true);
        (await office.AskAsync<AssignWorkItem>(u => u.RunAsync(
            new(Guid.CreateVersion7(), item.Id, part.Id, item.Revision, TestOffice.Of(OfficeRole.School), "代签"), Hr, default))).Refusal.ShouldBe(Refusal.Invalid);

        await office.ReadAsync(async db =>
        {
            (await db.Users.SingleAsync(one => one.Id == TestOffice.Of(OfficeRole.School))).School = SecondmentOffice.Host;
            return await db.SaveChangesAsync();
        });
        (await office.OrphanPartsAsync()).ShouldBeEmpty("the school has an account now");
        await office.DeclareAsync(@case, OfficeRole.School);
        await office.DecideAsync(OfficeRole.School, "countersign", Outcomes.Approved);
        (await office.OpenItemsAsync("council")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_return_goes_back_to_the_list_and_only_what_changed_is_heard_again()
    {
        await using var office = await OpenAsync();
        await office.AddHostAsync();
        var zhou = await office.AddTeacherAsync("周敏", SecondmentOffice.DueThen);
        var wu = await office.AddTeacherAsync("吴刚", new DateOnly(2026, 1, 1));
        var @case = await office.HandedInAsync();
        await office.AnswerAsync(@case, zhou);
        await office.DeclareAsync(@case, OfficeRole.Leadership, OfficeRole.School);
        await office.DecideAsync(OfficeRole.School, "countersign", Outcomes.Returned, "还需一名数学教师");
        await office.GoToAsync("2026-08-04 09:00");
        await office.EditAsync(@case, wu, reason: "学校提出");
        (await office.HandInAsync()).IsDone.ShouldBeTrue();
        (await office.AnswerAsync(@case, zhou)).Refusal.ShouldBe(Refusal.WrongTime, "already heard about the same line");
        await office.AnswerAsync(@case, wu);
        await office.DecideAsync(OfficeRole.Leadership, "countersign", Outcomes.Approved);
        await office.DecideAsync(OfficeRole.School, "countersign", Outcomes.Approved);
        await office.GoToAsync("2026-08-05 09:00");
        await office.DecideAsync(OfficeRole.Leadership, "council", Outcomes.ReturnedToCountersign, "请补充学校意见");
        (await office.OpenItemsAsync("countersign")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_objection_to_the_notice_that_is_upheld_takes_one_name_off_and_the_others_go()
    {
        await using var office = await OpenAsync();
        await office.AddHostAsync();
        var zhou = await office.AddTeacherAsync("周敏", SecondmentOffice.DueThen);
        var wu = await office.AddTeacherAsync("吴刚", SecondmentOffice.DueThen);
        var @case = await office.HandedInAsync();
        await office.AnswerAsync(@case, zhou);
        await office.AnswerAsync(@case, wu);
        await office.ApproveAsync(@case);
        var notice = await office.ReadAsync(db => db.Notices.Select(one => one.Id).SingleAsync());
        (await office.AskAsync<FileObjection>(u => u.RunAsync(
            new(Guid.CreateVersion7(), notice, null, "王建国", "0598-5820000", "另有安排"), Hr, default))).Refusal.ShouldBe(Refusal.Invalid, "to whom?");
        await office.DoAsync<FileObjection>(u => u.RunAsync(
            new(Guid.CreateVersion7(), notice, null, "王建国", "0598-5820000", "另有安排") { PersonId = wu }, Hr, default));
        await office.HandleAsync(notice, upheld: true);
        await office.GoToAsync("2026-08-12 00:00");
        await office.IssueAsync();

        (await office.LineAsync(@case, wu)).StruckReason.ShouldBe("公示异议成立：经核查");
        (await office.PlacementsAsync(wu)).ShouldBeEmpty();
        (await office.PlacementsAsync(zhou)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Who_has_left_before_the_document_is_issued_gets_no_placement()
    {
        await using var office = await OpenAsync();
        await office.AddHostAsync();
        var zhou = await office.AddTeacherAsync("周敏", SecondmentOffice.DueThen);
        var wu = await office.AddTeacherAsync("吴刚", SecondmentOffice.DueThen);
        var @case = await office.HandedInAsync();
        await office.AnswerAsync(@case, zhou);
        await office.AnswerAsync(@case, wu);
        await office.ApproveAsync(@case);
        await office.GoToAsync("2026-08-11 00:00");
        await office.ReadAsync(async db =>
        {
            (await db.People.SingleAsync(one => one.Id == wu)).Status = Personnel.Staff.StaffStatus.TransferredOut;
            return await db.SaveChangesAsync();
        });
        await office.IssueAsync();
        (await office.PlacementsAsync(wu)).ShouldBeEmpty();
        (await office.LineAsync(@case, wu)).StruckReason.ShouldContain("不再派出");
        (await office.PlacementsAsync(zhou)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_rejected_list_ends_and_those_on_it_are_told_why()
    {
        await using var office = await OpenAsync();
        await office.AddHostAsync();
        var zhou = await office.AddTeacherAsync("周敏", SecondmentOffice.DueThen);
        var @case = await office.HandedInAsync();
        await office.AnswerAsync(@case, zhou);
        await office.DeclareAsync(@case, OfficeRole.Leadership, OfficeRole.School);
        await office.DecideAsync(OfficeRole.Leadership, "countersign", Outcomes.Approved);
        await office.DecideAsync(OfficeRole.School, "countersign", Outcomes.Rejected, "本学期校舍改造");
        (await office.CaseAsync(@case)).Ending.ShouldBe("calledOff");
        var letter = await office.ReadAsync(db => db.Letters.SingleAsync(one => one.CaseId == @case && one.Template == SecondmentLetters.CalledOff));
        (letter.Template, letter.Model.Contains("校舍改造")).ShouldBe((SecondmentLetters.CalledOff, true));
    }

    private static async Task<Answer> CloseAsync(TestOffice office)
    {
        var item = await office.OpenItemAsync("handle");
        return await office.AskAsync<CloseLineObjections>(u => u.RunAsync(new(item.Id, item.Revision, Guid.CreateVersion7(), Outcomes.Closed, ""), Hr, default));
    }

    private static Task<Answer> WishAsync(TestOffice office, Guid person, string exemption = "", string pin = "") => office.DoAsync<RecordWish>(u => u.RunAsync(
        new(Guid.CreateVersion7(), person, SecondmentOffice.Semester, "", exemption, pin, "本人申请"), Hr, default));
}

/// <summary>What waits for nobody.</summary>
internal static class OrphanParts
{
    public static async Task<IReadOnlySet<Guid>> OrphanPartsAsync(this TestOffice office)
    {
        await using var scope = office.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Desk>().OrphansAsync(null, default);
    }
}

/// <summary>The story on SQLite.</summary>
public sealed class PlanStoryOnSqlite : PlanStory
{
    protected override Task<TestOffice> OpenAsync() => TestOffice.OnSqliteAsync();
}

/// <summary>The story on PostgreSQL.</summary>
public sealed class PlanStoryOnPostgres(PostgresCluster cluster) : PlanStory
{
    protected override Task<TestOffice> OpenAsync() => TestOffice.OnPostgresAsync(cluster);
}

/// <summary>The story on an engine that does everything later.</summary>
public sealed class PlanStoryOnADeferredEngine : PlanStory
{
    protected override Task<TestOffice> OpenAsync() => TestOffice.OnSqliteAsync(isDeferred: true);
}
