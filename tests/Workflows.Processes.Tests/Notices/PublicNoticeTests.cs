using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Hiring;
using Workflows.Personnel.Notices;
using Workflows.Processes.Hiring;
using Workflows.Processes.Notices;
using Workflows.Processes.Tests.WorkItems;
using Workflows.Testing.Offices;

namespace Workflows.Processes.Tests.Notices;

/// <summary>A notice of seven days, posted on Sunday 2026-08-30: its last day is Monday 2026-09-07, as the seventh is a Sunday.</summary>
public sealed class PublicNoticeTests
{
    private static readonly Guid Hr = TestOffice.Of(OfficeRole.HumanResources);

    [Fact]
    public async Task Nobody_objects_and_the_notice_ends_with_that_result_after_its_last_day()
    {
        await using var office = await TestOffice.OnSqliteAsync();
        var round = await OnNoticeAsync(office);
        await office.GoToAsync("2026-09-07 23:59");
        (await NoticeAsync(office, round)).Result.ShouldBeNull();
        await office.GoToAsync("2026-09-08 00:00");
        var notice = await NoticeAsync(office, round);
        (notice.Result, notice.ConcludedOn, notice.WaitId).ShouldBe((NoticeResult.NoObjection, new DateOnly(2026, 9, 8), null));
        (await ConclusionAsync(office)).ShouldBe("NoObjection");
    }

    [Fact]
    public async Task A_dismissed_objection_lengthens_the_notice_by_its_days_and_is_its_result()
    {
        await using var office = await TestOffice.OnSqliteAsync();
        var round = await OnNoticeAsync(office);
        await office.GoToAsync("2026-09-01 09:00");
        var id = await office.ObjectAsync(round, "李娜");
        await office.GoToAsync("2026-09-03 09:00");
        await office.HandleAsync(id, upheld: false);
        await office.GoToAsync("2026-09-08 23:59");
        (await NoticeAsync(office, round)).Result.ShouldBeNull("two days stood still: the seventh counted day is Tuesday the 8th");
        await office.GoToAsync("2026-09-09 00:00");
        (await NoticeAsync(office, round)).Result.ShouldBe(NoticeResult.ObjectionsDismissed);
        (await office.StandingsAsync(round))["李娜"].ShouldBe(Standing.Proposed);
        (await office.RoundAsync(round)).Stage.ShouldBe(RoundStage.Filing);
    }

    [Fact]
    public async Task An_upheld_objection_is_its_result()
    {
        await using var office = await TestOffice.OnSqliteAsync();
        var round = await OnNoticeAsync(office);
        await office.GoToAsync("2026-09-01 09:00");
        await office.HandleAsync(await office.ObjectAsync(round, "李娜"), upheld: true);
        await office.GoToAsync("2026-09-08 00:00");
        (await office.ReadAsync(db => db.Notices.FirstAsync())).Result.ShouldBe(NoticeResult.ObjectionUpheld);
        (await ConclusionAsync(office)).ShouldBe("ObjectionUpheld");
    }

    [Fact]
    public async Task An_objection_on_the_last_day_is_in_time_and_holds_the_notice_past_it()
    {
        await using var office = await TestOffice.OnSqliteAsync();
        var round = await OnNoticeAsync(office);
        await office.GoToAsync("2026-09-07 17:00");
        var id = await office.ObjectAsync(round, "李娜");
        await office.GoToAsync("2026-09-09 09:00");
        (await NoticeAsync(office, round)).ConcludedOn.ShouldBeNull();
        await office.HandleAsync(id, upheld: false);
        (await NoticeAsync(office, round)).ConcludedOn.ShouldBeNull("the day of handling counts again and is now the last");
        await office.GoToAsync("2026-09-10 00:00");
        (await NoticeAsync(office, round)).Result.ShouldBe(NoticeResult.ObjectionsDismissed);
    }

    [Fact]
    public async Task An_objection_after_the_last_day_is_too_late_even_before_the_process_has_noticed()
    {
        await using var office = await TestOffice.OnSqliteAsync();
        var round = await OnNoticeAsync(office);
        var notice = await NoticeAsync(office, round);
        office.Clock.SetUtcNow(Testing.TestClock.InShanghai("2026-09-08 00:00").GetUtcNow());
        (await ObjectAsync(office, notice)).Refusal.ShouldBe(Refusal.WrongTime);
        await office.SweepAsync();
        (await ObjectAsync(office, notice)).Refusal.ShouldBe(Refusal.WrongTime);
    }

    [Theory]
    [InlineData("匿名群众", "138-0000-0000")]
    [InlineData("Anonymous", "a@example.org")]
    [InlineData("赵启明", "")]
    [InlineData("赵启明", "无")]
    [InlineData("赵启明", "123456")]
    public async Task An_objection_without_a_real_name_or_a_contact_pauses_nothing(string from, string contact)
    {
        await using var office = await TestOffice.OnSqliteAsync();
        var round = await OnNoticeAsync(office);
        (await ObjectAsync(office, await NoticeAsync(office, round), from, contact)).Refusal.ShouldBe(Refusal.Invalid);
        (await NoticeAsync(office, round)).IsPaused.ShouldBeFalse();
    }

    [Theory]
    [InlineData("赵启明", "5820000")]
    [InlineData("沙县区某小学", "school@example.org")]
    public async Task A_person_or_a_unit_with_a_contact_is_heard(string from, string contact)
    {
        await using var office = await TestOffice.OnSqliteAsync();
        var round = await OnNoticeAsync(office);
        (await ObjectAsync(office, await NoticeAsync(office, round), from, contact)).IsDone.ShouldBeTrue();
        var objection = (await NoticeAsync(office, round)).Objections.ShouldHaveSingleItem();
        (objection.From, objection.Contact, objection.ReceivedOn).ShouldBe((from, contact, new DateOnly(2026, 8, 30)));
    }

    [Fact]
    public async Task The_notice_is_posted_without_waiting_for_its_number_which_HR_records_and_corrects_while_it_runs()
    {
        await using var office = await TestOffice.OnSqliteAsync();
        var round = await OnNoticeAsync(office);
        var notice = await NoticeAsync(office, round);
        notice.DocumentNumber.ShouldBeNull();
        (await NumberAsync(office, notice, "", Hr)).Refusal.ShouldBe(Refusal.Invalid);
        (await NumberAsync(office, notice, new string('号', 61), Hr)).Refusal.ShouldBe(Refusal.Invalid);
        (await NumberAsync(office, notice, "沙教示〔2026〕2号", TestOffice.Of(OfficeRole.Leadership))).Refusal.ShouldBe(Refusal.NotAllowed);
        (await NumberAsync(office, notice, " 沙教示〔2026〕2号 ", Hr)).IsDone.ShouldBeTrue();
        (await NumberAsync(office, notice, "沙教示〔2026〕3号", Hr)).IsDone.ShouldBeTrue();
        await office.GoToAsync("2026-09-08 00:00");
        (await NumberAsync(office, notice, "沙教示〔2026〕4号", Hr)).Refusal.ShouldBe(Refusal.WrongTime);
        (await NoticeAsync(office, round)).DocumentNumber.ShouldBe("沙教示〔2026〕3号");
        var entries = await office.ReadAsync(db => db.Audit.Where(entry => entry.Action == "NoticeNumbered").OrderBy(entry => entry.Number).ToListAsync());
        entries.Select(entry => (entry.OldValue, entry.NewValue)).ShouldBe([("", "沙教示〔2026〕2号"), ("沙教示〔2026〕2号", "沙教示〔2026〕3号")]);
    }

    [Fact]
    public async Task A_number_that_is_still_missing_after_the_end_can_be_added_once()
    {
        await using var office = await TestOffice.OnSqliteAsync();
        var round = await OnNoticeAsync(office);
        var notice = await NoticeAsync(office, round);
        await office.GoToAsync("2026-09-08 00:00");
        (await NumberAsync(office, notice, "沙教示〔2026〕2号", Hr)).IsDone.ShouldBeTrue();
        (await NumberAsync(office, notice, "沙教示〔2026〕3号", Hr)).Refusal.ShouldBe(Refusal.WrongTime);
    }

    [Fact]
    public async Task An_objection_is_answered_by_a_paper_with_a_number_that_the_record_keeps()
    {
        await using var office = await TestOffice.OnSqliteAsync();
        var round = await OnNoticeAsync(office);
        var notice = await office.ObjectAsync(round, "李娜");
        (await HandleAsync(office, notice, Hr)).IsDone.ShouldBeTrue();
        (await NoticeAsync(office, round)).Objections.Single().DocumentNumber.ShouldBe("沙教复〔2026〕1号");
        var entry = await office.ReadAsync(db => db.Audit.SingleAsync(one => one.Action == "ObjectionHandled"));
        (entry.OldValue, entry.NewValue, entry.Reason).ShouldBe(("Open", "Dismissed; document 沙教复〔2026〕1号", "经核查不属实"));
        var filed = await office.ReadAsync(db => db.Audit.Include(one => one.Personal).SingleAsync(one => one.Action == "ObjectionFiled"));
        filed.Personal!.Values.ShouldContain("赵启明");
        $"{filed.Subject}{filed.OldValue}{filed.NewValue}{filed.Reason}".ShouldNotContain("赵启明");
    }

    [Fact]
    public async Task Who_is_related_to_an_applicant_or_has_not_declared_handles_no_objection()
    {
        await using var office = await TestOffice.OnSqliteAsync();
        var round = await OnNoticeAsync(office);
        var notice = await office.ObjectAsync(round, "李娜");
        var colleague = await office.HireAsync(OfficeRole.HumanResources, "小林");
        (await HandleAsync(office, notice, colleague)).Reasons[0].Zh.ShouldContain("请先签署亲属关系声明");

        var relative = (await office.ApplicationsAsync(round))[0];
        await office.DoAsync<DeclareKinship>(u => u.RunAsync(
            new(Guid.CreateVersion7(), round, [new KinshipLine(relative.Id, "表妹")]), colleague, default));
        var refused = await HandleAsync(office, notice, colleague);
        (refused.Refusal, refused.Reasons[0].Zh.Contains("应当回避")).ShouldBe((Refusal.NotAllowed, true));
        (await NoticeAsync(office, round)).IsPaused.ShouldBeTrue();
        (await HandleAsync(office, notice, Hr)).IsDone.ShouldBeTrue();
    }

    private static async Task<Answer> HandleAsync(TestOffice office, Guid notice, Guid actor)
    {
        var objection = await office.ReadAsync(db => db.Notices.Where(one => one.Id == notice).SelectMany(one => one.Objections).SingleAsync());
        return await office.AskAsync<HandleObjection>(u => u.RunAsync(
            new(Guid.CreateVersion7(), notice, objection.Id, false, "经核查不属实", "沙教复〔2026〕1号"), actor, default));
    }

    private static async Task<Guid> OnNoticeAsync(TestOffice office)
    {
        var round = await office.RankFiveAsync(Plans.Usual);
        await office.CheckAsync("张伟");
        await office.CheckAsync("李娜");
        await office.DecideAsync(OfficeRole.Leadership, "decide", Outcomes.Approved, minutes: "校务会纪要〔2026〕9号");
        (await NoticeAsync(office, round)).PostedOn.ShouldBe(new DateOnly(2026, 8, 30));
        return round;
    }

    private static Task<PublicNotice> NoticeAsync(TestOffice office, Guid round) =>
        office.ReadAsync(db => db.Notices.Include(notice => notice.Objections).SingleAsync(notice => notice.RoundId == round));

    private static Task<string> ConclusionAsync(TestOffice office) =>
        office.ReadAsync(db => db.Audit.Where(entry => entry.Action == "NoticeConcluded").Select(entry => entry.NewValue).SingleAsync());

    private static Task<Answer> NumberAsync(TestOffice office, PublicNotice notice, string number, Guid actor) =>
        office.AskAsync<NumberNotice>(u => u.RunAsync(new(Guid.CreateVersion7(), notice.Id, number), actor, default));

    private static Task<Answer> ObjectAsync(TestOffice office, PublicNotice notice, string from = "赵启明", string contact = "138-0000-0000") =>
        office.AskAsync<FileObjection>(u => u.RunAsync(
            new(Guid.CreateVersion7(), notice.Id, notice.Lines[1].ApplicationId, from, contact, "论文署名不实"), Hr, default));
}
