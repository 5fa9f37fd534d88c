using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Hiring;
using Workflows.Personnel.Staff;
using Workflows.Processes.Cases;
using Workflows.Processes.Notices;
using Workflows.Processes.WorkItems;
using Workflows.Testing;
using Workflows.Testing.Offices;

namespace Workflows.Processes.Tests.Appointments;

/// <summary>Appointments up and down (R24), the same story on each database and on a deferred engine.</summary>
public abstract class AppointmentStory
{
    private static readonly AppointmentProposal Down = new()
    {
        FromGrade = 8, ToGrade = 9, EffectiveOn = new DateOnly(2026, 10, 1), Reason = "年度考核不合格",
    };

    protected abstract Task<TestOffice> OpenAsync();

    [Fact]
    public async Task A_move_up_goes_through_hearing_vote_countersign_notice_and_filing_and_holds_from_its_first_day()
    {
        await using var office = await OpenAsync();
        var person = await office.AddPersonAsync("周敏");
        var @case = await office.ProposedAsync(person, StaffOffice.Up);

        await office.DecideAsync(OfficeRole.HumanResources, "review", Outcomes.Passed);
        (await office.TryDecideAsync(OfficeRole.HumanResources, "hear", Outcomes.Heard)).Refusal.ShouldBe(Refusal.Invalid, "what was said must be written down");
        await office.DecideAsync(OfficeRole.HumanResources, "hear", Outcomes.Heard, "本人同意");
        (await office.OpenItemsAsync("submit")).ShouldBeEmpty("whoever has just heard the person isn't asked again");
        await office.VoteAsync(@case);
        await office.DeclareAsync(@case, OfficeRole.PersonnelBureau);
        await office.DecideAsync(OfficeRole.PersonnelBureau, "countersign", Outcomes.Approved);

        var notice = await office.ReadAsync(db => db.Notices.SingleAsync());
        notice.Lines.Single().ShouldBe(new(null, "周敏", "1980-04", "本科", "专业技术8级", "专业技术7级"));
        await office.GoToAsync("2026-08-10 23:59");
        (await office.OpenItemsAsync("filing")).ShouldBeEmpty("the seventh day still counts");
        await office.GoToAsync("2026-08-11 00:00");
        await office.DecideAsync(OfficeRole.EducationBureau, "filing", Outcomes.Filed, documentNumber: "沙教备〔2026〕8号");
        await office.DecideAsync(OfficeRole.HumanResources, "issue", Outcomes.Issued, documentNumber: "沙教聘〔2026〕2号");

        (await office.PersonAsync(person)).Posts.ShouldBeEmpty("the first day hasn't come");
        await office.GoToAsync("2026-10-01 00:00");
        var holding = (await office.PersonAsync(person)).Posts.Single();
        (holding.From, holding.Until, holding.Grade, holding.DocumentNumber).ShouldBe((new DateOnly(2026, 10, 1), null, 7, "沙教聘〔2026〕2号"));
        (await office.PersonAsync(person)).PostLevel.ShouldBe(PostLevel.Senior);
        (await office.LettersAsync(@case)).ShouldBe(["appointment/appointed"]);
        (await office.CaseAsync(@case)).Ending.ShouldBe("appointed");
    }

    [Fact]
    public async Task Before_a_move_down_the_person_is_told_in_writing_and_an_objection_goes_to_leadership()
    {
        await using var office = await OpenAsync();
        var person = await office.AddPersonAsync("周敏");
        var @case = await office.ProposedAsync(person, Down);
        (await office.LettersAsync(@case)).ShouldBe(["appointment/proposed"]);
        (await office.OpenItemsAsync("submit")).ShouldBeEmpty();

        (await office.StateAsync(@case, objects: true, "考核程序有误")).IsDone.ShouldBeTrue();
        await office.DecideAsync(OfficeRole.HumanResources, "submit", Outcomes.Approved);
        await office.VoteAsync(@case);
        await office.DeclareAsync(@case, OfficeRole.PersonnelBureau);
        await office.DecideAsync(OfficeRole.PersonnelBureau, "countersign", Outcomes.Approved);
        (await office.ReadAsync(db => db.Notices.CountAsync())).ShouldBe(0, "a move down isn't posted in public");
        await office.DecideAsync(OfficeRole.EducationBureau, "filing", Outcomes.Filed, documentNumber: "沙教备〔2026〕9号");
        await office.DecideAsync(OfficeRole.HumanResources, "issue", Outcomes.Issued, documentNumber: "沙教聘〔2026〕3号");
        await office.GoToAsync("2026-10-01 00:00");

        (await office.PersonAsync(person)).Posts.Single().Direction.ShouldBe(AppointmentDirection.Down);
        (await office.StateAsync(@case, objects: true, "迟到的陈述")).Refusal.ShouldBe(Refusal.WrongTime);
    }

    [Fact]
    public async Task Who_says_nothing_until_the_last_day_is_over_has_been_heard_too()
    {
        await using var office = await OpenAsync();
        var @case = await office.ProposedAsync(await office.AddPersonAsync("周敏"), Down);
        await office.GoToAsync("2026-08-10 23:59");
        (await office.OpenItemsAsync("submit")).ShouldBeEmpty("2026-08-08 is a Saturday: the last day moves to Monday, which still counts");
        await office.GoToAsync("2026-08-11 00:00");
        (await office.OpenItemsAsync("submit")).Count.ShouldBe(1);
        (await office.StateAsync(@case, objects: false, "同意")).Refusal.ShouldBe(Refusal.WrongTime);
    }

    [Fact]
    public async Task Nobody_is_appointed_above_the_title_held()
    {
        await using var office = await OpenAsync();
        var person = await office.AddPersonAsync("周敏", title: "一级教师");
        var answer = await office.ProposeAsync(person, StaffOffice.Up);
        answer.Refusal.ShouldBe(Refusal.Invalid);
        answer.Reasons.ShouldContain(reason => reason.Zh.Contains("不能聘任到高于职称的岗位"));
        (await office.ReadAsync(db => db.Cases.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_title_that_the_ladder_does_not_know_is_a_question_not_a_pass()
    {
        await using var office = await OpenAsync();
        var answer = await office.ProposeAsync(await office.AddPersonAsync("周敏", title: "特级教师"), StaffOffice.Up);
        answer.Reasons.ShouldContain(reason => reason.Zh.Contains("不确定"));
    }

    [Fact]
    public async Task A_move_up_without_a_competition_is_refused()
    {
        await using var office = await OpenAsync();
        var answer = await office.ProposeAsync(await office.AddPersonAsync("周敏"), StaffOffice.Up with { Competition = null });
        answer.Reasons.ShouldContain(reason => reason.En.Contains("Art. 10"));
    }

    [Fact]
    public async Task Without_a_free_post_the_proposal_goes_back_to_HR_who_may_revise_it()
    {
        await using var office = await OpenAsync();
        await office.SetQuotaAsync(QuotaKind.SeniorPosts, 0);
        var person = await office.AddPersonAsync("周敏");
        var @case = await office.ProposedAsync(person, StaffOffice.Up);
        (await office.OpenItemsAsync("review")).ShouldBeEmpty();
        var version = await office.ReadAsync(db => db.Appointments.Select(one => one.Version).SingleAsync());

        await office.DoAsync<Processes.Appointments.ReviseAppointment>(u => u.RunAsync(
            new(Guid.CreateVersion7(), @case, version, Down), TestOffice.Of(OfficeRole.HumanResources), default));
        await office.DecideAsync(OfficeRole.HumanResources, "revise", Outcomes.Resubmitted);
        (await office.LettersAsync(@case)).ShouldBe(["appointment/proposed"]);
    }

    [Fact]
    public async Task A_post_taken_meanwhile_stops_the_record_until_there_is_room_again()
    {
        await using var office = await OpenAsync();
        var person = await office.AddPersonAsync("周敏");
        await office.ToFilingAsync(person);
        await office.SetQuotaAsync(QuotaKind.SeniorPosts, 0);
        await office.DecideAsync(OfficeRole.EducationBureau, "filing", Outcomes.Filed, documentNumber: "沙教备〔2026〕8号");
        await office.DecideAsync(OfficeRole.HumanResources, "issue", Outcomes.Issued, documentNumber: "沙教聘〔2026〕2号");
        await office.GoToAsync("2026-10-01 00:00");
        (await office.PersonAsync(person)).Posts.ShouldBeEmpty();

        await office.SetQuotaAsync(QuotaKind.SeniorPosts, 1);
        await office.DecideAsync(OfficeRole.HumanResources, "blocked", Outcomes.Retry);
        (await office.PersonAsync(person)).Posts.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_upheld_objection_ends_the_appointment_and_the_person_is_told_why()
    {
        await using var office = await OpenAsync();
        var @case = await office.OnNoticeAsync(await office.AddPersonAsync("周敏"));
        var notice = await office.ReadAsync(db => db.Notices.Select(one => one.Id).SingleAsync());
        var hr = TestOffice.Of(OfficeRole.HumanResources);
        await office.DoAsync<FileObjection>(u => u.RunAsync(new(Guid.CreateVersion7(), notice, null, "王建国", "0598-5820000", "业绩不实"), hr, default));
        await office.GoToAsync("2026-08-20 09:00");
        (await office.OpenItemsAsync("filing")).ShouldBeEmpty("an open objection stops the days");
        await office.HandleAsync(notice, upheld: true);
        await office.GoToAsync("2026-09-10 09:00");

        (await office.CaseAsync(@case)).Ending.ShouldBe("notAppointed");
        var letter = await office.ReadAsync(db => db.Letters.SingleAsync(one => one.CaseId == @case));
        letter.Template.ShouldBe("appointment/not-appointed");
        letter.Model.ShouldContain("经核查");
    }

    [Fact]
    public async Task One_leader_cannot_vote_twice_and_the_bureaus_no_decides()
    {
        await using var office = await OpenAsync();
        var @case = await office.ToVoteAsync(await office.AddPersonAsync("周敏"));
        await office.DeclareAsync(@case, OfficeRole.Leadership, OfficeRole.EducationBureau);
        await office.DecideAsync(OfficeRole.Leadership, "decide", Outcomes.Approved, minutes: "纪要");
        (await office.TryDecideAsync(OfficeRole.Leadership, "decide", Outcomes.Approved, minutes: "纪要")).IsDone.ShouldBeFalse();
        await office.DecideAsync(OfficeRole.EducationBureau, "decide", Outcomes.Rejected, "程序不合规");
        (await office.CaseAsync(@case)).Ending.ShouldBe("notAppointed");
    }

    [Fact]
    public async Task Two_leaders_carry_it_and_a_return_goes_back_past_the_step_before()
    {
        await using var office = await OpenAsync();
        var second = await office.AddAccountAsync(OfficeRole.Leadership);
        var @case = await office.ToVoteAsync(await office.AddPersonAsync("周敏"));
        await office.DeclareAsync(@case, OfficeRole.Leadership);
        await office.DeclareAsync(@case, second, "");
        await office.DecideAsync(OfficeRole.Leadership, "decide", Outcomes.Approved, minutes: "纪要");
        (await office.TryDecideAsync(second, "decide", Outcomes.Approved, minutes: "纪要")).IsDone.ShouldBeTrue();
        await office.DeclareAsync(@case, OfficeRole.PersonnelBureau);
        await office.DecideAsync(OfficeRole.PersonnelBureau, "countersign", Outcomes.ReturnedToDecision, "请补充考评材料");
        (await office.OpenItemAsync("decide")).WaitId.ShouldBe("decide#2");
    }

    [Fact]
    public async Task The_person_concerned_never_decides_and_a_declared_relative_neither()
    {
        await using var office = await OpenAsync();
        var person = await office.AddPersonAsync("周敏");
        await office.IsPersonAsync(OfficeRole.Leadership, person);
        var relative = await office.AddAccountAsync(OfficeRole.Leadership);
        var @case = await office.ToVoteAsync(person);
        await office.DeclareAsync(@case, OfficeRole.Leadership);
        (await office.TryDecideAsync(OfficeRole.Leadership, "decide", Outcomes.Approved, minutes: "纪要")).Reasons[0].Zh.ShouldContain("涉及本人");

        (await office.TryDecideAsync(relative, "decide", Outcomes.Approved, minutes: "纪要")).Reasons[0].Zh.ShouldContain("请先签署亲属关系声明");
        (await office.DeclareAsync(@case, relative, "夫妻")).IsDone.ShouldBeTrue();
        var refused = await office.TryDecideAsync(relative, "decide", Outcomes.Approved, minutes: "纪要");
        (refused.Refusal, refused.Reasons[0].Zh.Contains("应当回避")).ShouldBe((Refusal.NotAllowed, true));
        (await office.DeclareAsync(@case, relative, "")).Refusal.ShouldBe(Refusal.Invalid, "a declared relative isn't taken back");

        var orphans = await office.OrphansAsync();
        var parts = (await office.OpenItemAsync("decide")).Parts;
        parts.Where(part => orphans.Contains(part.Id)).ShouldAllBe(part => part.Role == OfficeRole.Leadership);
        parts.Count(part => orphans.Contains(part.Id)).ShouldBe(2, "both leaders are recused: only the bureau can act");
    }

    [Fact]
    public async Task A_taken_back_vote_is_asked_anew_while_the_bureau_has_not_acted()
    {
        await using var office = await OpenAsync();
        var @case = await office.ToVoteAsync(await office.AddPersonAsync("周敏"));
        await office.GoToAsync("2026-08-03 10:00");
        await office.VoteAsync(@case);
        var decided = await office.ReadAsync(db => db.WorkItems.SingleAsync(item => item.WaitId == "decide#1"));
        await office.DoAsync<TakeBackDecision>(u => u.RunAsync(
            new(Guid.CreateVersion7(), decided.Id, "纪要号有误"), TestOffice.Of(OfficeRole.Leadership), default));
        (await office.OpenItemsAsync("countersign")).ShouldBeEmpty();
        (await office.OpenItemAsync("decide")).Parts.Count(part => part.IsOpen).ShouldBe(2);
    }

    [Fact]
    public async Task HR_withdraws_while_nothing_is_issued_and_a_second_case_about_the_same_person_waits()
    {
        await using var office = await OpenAsync();
        var person = await office.AddPersonAsync("周敏");
        var @case = await office.ProposedAsync(person, StaffOffice.Up);
        (await office.ProposeAsync(person, StaffOffice.Up)).Refusal.ShouldBe(Refusal.WrongTime);
        await office.DoAsync<WithdrawPersonCase>(u => u.RunAsync(
            new(Guid.CreateVersion7(), @case, "方案有误"), TestOffice.Of(OfficeRole.HumanResources), default));
        (await office.CaseAsync(@case)).Stage.ShouldBe(CaseStage.Cancelled);
        (await office.OpenItemsAsync("review")).ShouldBeEmpty();
        (await office.ProposeAsync(person, StaffOffice.Up)).IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task HR_cannot_propose_their_own_appointment()
    {
        await using var office = await OpenAsync();
        var person = await office.AddPersonAsync("林秀英");
        await office.IsPersonAsync(OfficeRole.HumanResources, person);
        (await office.ProposeAsync(person, StaffOffice.Up)).Refusal.ShouldBe(Refusal.NotAllowed);
    }
}

/// <summary>How far an appointment has come.</summary>
internal static class AppointmentStages
{
    public static async Task<Guid> ToVoteAsync(this TestOffice office, Guid person)
    {
        var @case = await office.ProposedAsync(person, StaffOffice.Up);
        await office.DecideAsync(OfficeRole.HumanResources, "review", Outcomes.Passed);
        await office.DecideAsync(OfficeRole.HumanResources, "hear", Outcomes.Heard, "本人同意");
        return @case;
    }

    public static async Task<Guid> OnNoticeAsync(this TestOffice office, Guid person)
    {
        var @case = await office.ToVoteAsync(person);
        await office.VoteAsync(@case);
        await office.DeclareAsync(@case, OfficeRole.PersonnelBureau);
        await office.DecideAsync(OfficeRole.PersonnelBureau, "countersign", Outcomes.Approved);
        return @case;
    }

    public static async Task<Guid> ToFilingAsync(this TestOffice office, Guid person)
    {
        var @case = await office.OnNoticeAsync(person);
        await office.GoToAsync("2026-08-11 00:00");
        return @case;
    }

    public static async Task<IReadOnlySet<Guid>> OrphansAsync(this TestOffice office)
    {
        await using var scope = office.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Desk>().OrphansAsync(null, default);
    }
}

/// <summary>The story on SQLite.</summary>
public sealed class AppointmentStoryOnSqlite : AppointmentStory
{
    protected override Task<TestOffice> OpenAsync() => TestOffice.OnSqliteAsync();
}

/// <summary>The story on PostgreSQL.</summary>
public sealed class AppointmentStoryOnPostgres(PostgresCluster cluster) : AppointmentStory
{
    protected override Task<TestOffice> OpenAsync() => TestOffice.OnPostgresAsync(cluster);
}

/// <summary>The story on an engine that does everything later.</summary>
public sealed class AppointmentStoryOnADeferredEngine : AppointmentStory
{
    protected override Task<TestOffice> OpenAsync() => TestOffice.OnSqliteAsync(isDeferred: true);
}
