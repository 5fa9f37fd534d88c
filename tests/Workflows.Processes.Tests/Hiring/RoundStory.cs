using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Hiring;
using Workflows.Processes.Hiring;
using Workflows.Testing;
using Workflows.Testing.Offices;

namespace Workflows.Processes.Tests.Hiring;

/// <summary>A hiring round from the plan to the transfers-in; the same story on each database and on a deferred engine.</summary>
public abstract class RoundStory
{
    protected abstract Task<TestOffice> OpenAsync();

    [Fact]
    public async Task Five_candidates_for_two_places_end_with_two_transfers_in_one_called_up_from_rank_three()
    {
        await using var office = await OpenAsync();
        var round = await office.RankFiveAsync(Plans.Usual);
        (await office.StandingsAsync(round)).ShouldBe(new Dictionary<string, Standing>
        {
            ["张伟"] = Standing.CalledUp, ["李娜"] = Standing.CalledUp, ["王芳"] = Standing.Shortlisted,
            ["刘洋"] = Standing.Shortlisted, ["陈静"] = Standing.Shortlisted,
        }, ignoreOrder: true);

        await office.CheckAsync("张伟");
        await office.CheckAsync("李娜", background: false);
        (await office.StandingsAsync(round))["王芳"].ShouldBe(Standing.CalledUp);
        await office.CheckAsync("王芳");

        await office.DecideAsync(OfficeRole.Leadership, "decide", Outcomes.Approved, minutes: "校务会纪要〔2026〕9号");
        (await office.RoundAsync(round)).Stage.ShouldBe(RoundStage.OnNotice);
        await office.GoToAsync("2026-09-07 23:59");
        (await office.RoundAsync(round)).Stage.ShouldBe(RoundStage.OnNotice, "the seventh day, a Sunday, moved to Monday, which still counts");
        await office.GoToAsync("2026-09-08 00:00");
        await office.DecideAsync(OfficeRole.EducationBureau, "filing", Outcomes.Filed, documentNumber: "沙教备〔2026〕3号");
        await office.DecideAsync(OfficeRole.HumanResources, "issue", Outcomes.Issued, documentNumber: "沙教调〔2026〕5号");

        (await office.RoundAsync(round)).Stage.ShouldBe(RoundStage.Completed);
        (await office.StandingsAsync(round)).ShouldBe(new Dictionary<string, Standing>
        {
            ["张伟"] = Standing.Joined, ["李娜"] = Standing.FailedChecks, ["王芳"] = Standing.Joined,
            ["刘洋"] = Standing.NotTaken, ["陈静"] = Standing.NotTaken,
        }, ignoreOrder: true);
        var people = await office.ReadAsync(db => db.People.Include(person => person.Tenures).OrderBy(person => person.Id).ToListAsync());
        people.Select(person => person.Name).ShouldBe(["张伟", "王芳"], ignoreOrder: true);
        people.ShouldAllBe(person => person.SecondmentAnchor == new DateOnly(2026, 11, 1));
        people.ShouldAllBe(person => person.Tenures.Single().DocumentNumber == "沙教调〔2026〕5号");
        (await office.ReadAsync(db => db.Cases.Where(c => c.Stage == CaseStage.Running).CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_returned_plan_is_revised_and_countersigned_again()
    {
        await using var office = await OpenAsync();
        var round = await office.SubmitAsync(Plans.Usual);
        await office.DecideAsync(OfficeRole.EstablishmentOffice, "countersign", Outcomes.Approved);
        await office.DecideAsync(OfficeRole.PersonnelBureau, "countersign", Outcomes.Returned, "中级岗只剩一个");
        var version = (await office.RoundAsync(round)).Version;
        await office.DoAsync<RevisePlan>(u => u.RunAsync(
            new(Guid.CreateVersion7(), round, version, Plans.Usual with { Places = 1 }), TestOffice.Of(OfficeRole.HumanResources), default));
        await office.DecideAsync(OfficeRole.HumanResources, "revise", Outcomes.Resubmitted);

        var again = await office.OpenItemAsync("countersign");
        again.WaitId.ShouldBe("countersign#2");
        again.Parts.Count(part => part.IsOpen).ShouldBe(3);
        (await office.RoundAsync(round)).Plan.Places.ShouldBe(1);
    }

    [Fact]
    public async Task The_announcement_locks_the_plan()
    {
        await using var office = await OpenAsync();
        var round = await office.AnnounceAsync(Plans.Usual);
        var version = (await office.RoundAsync(round)).Version;
        var answer = await office.AskAsync<RevisePlan>(u => u.RunAsync(
            new(Guid.CreateVersion7(), round, version, Plans.Usual with { PassLine = 10 }), TestOffice.Of(OfficeRole.HumanResources), default));
        answer.Refusal.ShouldBe(Refusal.WrongTime);
        (await office.RoundAsync(round)).Plan.PassLine.ShouldBe(60);
    }

    [Fact]
    public async Task A_round_that_one_office_rejects_is_closed()
    {
        await using var office = await OpenAsync();
        var round = await office.SubmitAsync(Plans.Usual);
        await office.DecideAsync(OfficeRole.EducationBureau, "countersign", Outcomes.Rejected, "今年不补员");
        (await office.RoundAsync(round)).Stage.ShouldBe(RoundStage.Closed);
        (await office.OpenItemsAsync("countersign")).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_upheld_objection_strikes_the_name_and_calls_up_the_next()
    {
        await using var office = await OpenAsync();
        var round = await office.RankFiveAsync(Plans.Usual);
        await office.CheckAsync("张伟");
        await office.CheckAsync("李娜");
        await office.DecideAsync(OfficeRole.Leadership, "decide", Outcomes.Approved, minutes: "校务会纪要〔2026〕9号");
        await office.GoToAsync("2026-09-02 09:00");
        var notice = await office.ObjectAsync(round, "李娜");
        await office.GoToAsync("2026-09-10 09:00");
        (await office.RoundAsync(round)).Stage.ShouldBe(RoundStage.OnNotice, "an open objection stops the days");
        await office.HandleAsync(notice, upheld: true);
        await office.GoToAsync("2026-09-30 09:00");

        (await office.StandingsAsync(round))["李娜"].ShouldBe(Standing.Struck);
        (await office.StandingsAsync(round))["王芳"].ShouldBe(Standing.CalledUp);
    }

    [Fact]
    public async Task Two_who_withdraw_at_once_make_room_for_two()
    {
        await using var office = await OpenAsync();
        var round = await office.RankFiveAsync(Plans.Usual);
        var ids = (await office.ApplicationsAsync(round)).ToDictionary(application => application.Name, application => application.Id);
        var later = await office.AskAsync<Desk>(async desk =>
        {
            // What the later one knows of the round is from before the earlier one was recorded.
            await desk.Db.Rounds.FindAsync([round], TestContext.Current.CancellationToken);
            await office.DoAsync<WithdrawApplication>(u => u.RunAsync(new(Guid.CreateVersion7(), ids["张伟"], "另有安排"), TestOffice.Of(OfficeRole.HumanResources), default));
            return await new WithdrawApplication(desk).RunAsync(new(Guid.CreateVersion7(), ids["李娜"], "家中有事"), TestOffice.Of(OfficeRole.HumanResources), default);
        });

        later.IsDone.ShouldBeTrue();
        var standings = await office.StandingsAsync(round);
        (standings["王芳"], standings["刘洋"]).ShouldBe((Standing.CalledUp, Standing.CalledUp));
    }

    [Fact]
    public async Task A_refused_applicant_is_reviewed_again_when_asked_in_time_and_not_a_day_later()
    {
        await using var office = await OpenAsync();
        var round = await office.AnnounceAsync(Plans.Usual);
        await office.ImportAsync(round, HiringOffice.FiveApplicants);
        await office.GoToAsync("2026-08-15 00:00");
        await office.DeclareNoKinAsync(round, OfficeRole.HumanResources);
        var items = await office.OpenItemsAsync("confirm");
        foreach (var item in items.Take(2))
            await office.DecideAsync(OfficeRole.HumanResources, item, Outcomes.Refused, (ConfirmQualification u) => u.RunAsync, "工作证明不实");
        var refused = (await office.ApplicationsAsync(round)).Where(application => application.Standing is Standing.Refused).ToList();
        refused.ShouldAllBe(application => application.ReReviewUntil == new DateOnly(2026, 8, 20));

        await office.GoToAsync("2026-08-20 17:00");
        (await office.AskReReviewAsync(refused[0])).IsDone.ShouldBeTrue();
        await office.GoToAsync("2026-08-21 00:00");
        (await office.AskReReviewAsync(refused[1])).Refusal.ShouldBe(Refusal.WrongTime);
        (await office.StandingsAsync(round))[refused[0].Name].ShouldBe(Standing.UnderReview);
        (await office.StandingsAsync(round))[refused[1].Name].ShouldBe(Standing.Refused);
    }

    [Fact]
    public async Task A_withdrawal_during_the_checks_calls_up_the_next()
    {
        await using var office = await OpenAsync();
        var round = await office.RankFiveAsync(Plans.Usual);
        var first = (await office.ApplicationsAsync(round))[0];
        await office.DoAsync<WithdrawApplication>(u => u.RunAsync(
            new(Guid.CreateVersion7(), first.Id, "家庭原因"), TestOffice.Of(OfficeRole.HumanResources), default));
        var standings = await office.StandingsAsync(round);
        standings["张伟"].ShouldBe(Standing.Withdrawn);
        standings["王芳"].ShouldBe(Standing.CalledUp);
        (await office.OpenItemsAsync("background")).Select(item => item.Case.TitleZh).ShouldNotContain(title => title.EndsWith("张伟"));
    }

    [Fact]
    public async Task Nobody_is_called_up_after_the_announced_day()
    {
        await using var office = await OpenAsync();
        var round = await office.RankFiveAsync(Plans.Usual);
        await office.CheckAsync("张伟");
        await office.GoToAsync("2026-10-01 08:00");
        await office.CheckAsync("李娜", background: false);
        (await office.StandingsAsync(round))["王芳"].ShouldBe(Standing.Shortlisted);
        (await office.OpenItemAsync("decide")).ShouldNotBeNull();
    }

    [Fact]
    public async Task Nobody_joins_when_the_quota_has_been_used_up_meanwhile()
    {
        await using var office = await OpenAsync();
        var round = await office.RankFiveAsync(Plans.Usual);
        await office.CheckAsync("张伟");
        await office.CheckAsync("李娜");
        await office.DecideAsync(OfficeRole.Leadership, "decide", Outcomes.Approved, minutes: "校务会纪要〔2026〕9号");
        await office.GoToAsync("2026-09-07 23:59");
        (await office.RoundAsync(round)).Stage.ShouldBe(RoundStage.OnNotice, "the seventh day, a Sunday, moved to Monday, which still counts");
        await office.GoToAsync("2026-09-08 00:00");
        await office.DecideAsync(OfficeRole.EducationBureau, "filing", Outcomes.Filed, documentNumber: "沙教备〔2026〕3号");
        await office.SetQuotaAsync(Personnel.Staff.QuotaKind.Establishment, 1);
        await office.DecideAsync(OfficeRole.HumanResources, "issue", Outcomes.Issued, documentNumber: "沙教调〔2026〕5号");
        (await office.ReadAsync(db => db.People.CountAsync())).ShouldBe(0);

        await office.SetQuotaAsync(Personnel.Staff.QuotaKind.Establishment, 2);
        await office.DecideAsync(OfficeRole.HumanResources, "vacancy", Outcomes.Retry);
        (await office.ReadAsync(db => db.People.CountAsync())).ShouldBe(2);
        (await office.RoundAsync(round)).Stage.ShouldBe(RoundStage.Completed);
    }

    [Fact]
    public async Task A_round_called_off_ends_every_case_of_it()
    {
        await using var office = await OpenAsync();
        var round = await office.RankFiveAsync(Plans.Usual);
        await office.DoAsync<WithdrawRound>(u => u.RunAsync(
            new(Guid.CreateVersion7(), round, "编制冻结"), TestOffice.Of(OfficeRole.HumanResources), default));
        (await office.ReadAsync(db => db.Cases.Where(c => c.Stage == CaseStage.Running).CountAsync())).ShouldBe(0);
        (await office.ReadAsync(db => db.WorkItems.Where(item => item.Stage == WorkItemStage.Open).CountAsync())).ShouldBe(0);
    }
}

/// <summary>The story on SQLite.</summary>
public sealed class RoundStoryOnSqlite : RoundStory
{
    protected override Task<TestOffice> OpenAsync() => TestOffice.OnSqliteAsync();
}

/// <summary>The story on PostgreSQL.</summary>
public sealed class RoundStoryOnPostgres(PostgresCluster cluster) : RoundStory
{
    protected override Task<TestOffice> OpenAsync() => TestOffice.OnPostgresAsync(cluster);
}

/// <summary>The story on an engine that does everything later.</summary>
public sealed class RoundStoryOnADeferredEngine : RoundStory
{
    protected override Task<TestOffice> OpenAsync() => TestOffice.OnSqliteAsync(isDeferred: true);
}
