using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Hiring;
using Workflows.Personnel.Staff;
using Workflows.Processes.Cases;
using Workflows.Testing;
using Workflows.Testing.Offices;

namespace Workflows.Processes.Tests.Exits;

/// <summary>People leave (R24: 能出), the same story on each database and on a deferred engine.</summary>
public abstract class ExitStory
{
    private static readonly ExitProposal Resignation = new()
    {
        Kind = ExitKind.Resignation, LastDay = new DateOnly(2026, 9, 2), Reason = "个人原因", Ground = "书面辞职申请", NoticeGivenOn = new DateOnly(2026, 8, 3),
    };

    private static readonly ExitProposal Dismissal = new()
    {
        Kind = ExitKind.Dismissal, LastDay = new DateOnly(2026, 9, 30), Reason = "连续旷工超过15个工作日", Ground = "考勤认定材料〔2026〕1号",
    };

    protected abstract Task<TestOffice> OpenAsync();

    [Fact]
    public async Task A_resignation_ends_the_tenure_frees_the_place_and_closes_the_account_when_the_last_day_is_over()
    {
        await using var office = await OpenAsync();
        var person = await office.AddPersonAsync("周敏");
        var account = await office.AddAccountAsync(OfficeRole.Teacher, person);
        var @case = await office.OpenedExitAsync(person, Resignation);
        await office.DecideAsync(OfficeRole.HumanResources, "hear", Outcomes.Heard, "去外地与家人团聚");
        await office.VoteAsync(@case);

        await office.DeclareAsync(@case, OfficeRole.PersonnelBureau, OfficeRole.EstablishmentOffice);
        (await office.TryDecideAsync(OfficeRole.EstablishmentOffice, "offices", Outcomes.Approved)).IsDone.ShouldBeFalse("one after the other");
        await office.DecideAsync(OfficeRole.PersonnelBureau, "offices", Outcomes.Approved);
        await office.DecideAsync(OfficeRole.EstablishmentOffice, "offices", Outcomes.Approved);
        (await office.HandOverAsync(StaffOffice.Everything)).IsDone.ShouldBeTrue();
        await office.DecideAsync(OfficeRole.HumanResources, "issue", Outcomes.Issued, documentNumber: "沙教离〔2026〕1号");

        var tenure = (await office.PersonAsync(person)).Tenures.Single();
        (tenure.Until, tenure.Exit, tenure.ExitReason, tenure.ExitDocumentNumber)
            .ShouldBe((new DateOnly(2026, 9, 3), ExitKind.Resignation, "辞职：个人原因", "沙教离〔2026〕1号"));
        (await office.LettersAsync(@case)).ShouldBe(["exit/left"]);
        await office.GoToAsync("2026-09-02 23:59");
        (await office.PersonAsync(person)).Status.ShouldBe(StaffStatus.Active, "the last day still counts");
        (await office.ReadAsync(db => db.Users.SingleAsync(one => one.Id == account))).IsActive.ShouldBeTrue();
        await office.GoToAsync("2026-09-03 00:00");

        (await office.PersonAsync(person)).Status.ShouldBe(StaffStatus.Resigned);
        (await office.ReadAsync(db => db.Users.SingleAsync(one => one.Id == account))).IsActive.ShouldBeFalse();
        var change = await office.ReadAsync(db => db.StatusChanges.SingleAsync());
        (change.From, change.Before, change.Status).ShouldBe((new DateOnly(2026, 9, 3), StaffStatus.Active, StaffStatus.Resigned));
        var vacancy = Vacancy.Count(
            await office.ReadAsync(db => db.Quotas.ToListAsync()), [await office.PersonAsync(person)], PostLevel.Intermediate, new DateOnly(2026, 9, 3));
        vacancy.Establishment.Taken.ShouldBe(0);
        (await office.CaseAsync(@case)).Ending.ShouldBe("left");
    }

    [Theory]
    [InlineData("2026-09-01", false)]
    [InlineData("2026-09-02", true)]
    [InlineData("2026-09-03", true)]
    public async Task A_resignation_is_given_thirty_days_ahead(string lastDay, bool isDone)
    {
        await using var office = await OpenAsync();
        var proposal = Resignation with { LastDay = DateOnly.ParseExact(lastDay, "yyyy-MM-dd") };
        var answer = await office.OpenExitAsync(await office.AddPersonAsync("周敏"), proposal);
        answer.IsDone.ShouldBe(isDone);
        if (!isDone)
            answer.Reasons.ShouldContain(reason => reason.En.Contains("Art. 17"));
    }

    [Fact]
    public async Task An_agreement_may_shorten_the_notice()
    {
        await using var office = await OpenAsync();
        var proposal = Resignation with { LastDay = new DateOnly(2026, 8, 15), Agreement = "合同第9条约定提前10日" };
        (await office.OpenExitAsync(await office.AddPersonAsync("周敏"), proposal)).IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task Each_kind_states_its_own_facts()
    {
        await using var office = await OpenAsync();
        var person = await office.AddPersonAsync("周敏");
        var bare = new ExitProposal { Kind = ExitKind.TransferOut, LastDay = new DateOnly(2026, 9, 30), Reason = "工作需要", Ground = "" };
        var answer = await office.OpenExitAsync(person, bare);
        answer.Reasons.Select(reason => reason.Zh).ShouldBe(["请填写商调函文号。", "请写明调入单位。"]);
        (await office.OpenExitAsync(person, Resignation with { NoticeGivenOn = null })).Reasons.Single().Zh.ShouldContain("书面辞职申请的日期");
        (await office.OpenExitAsync(person, bare with { Kind = ExitKind.Retirement })).Reasons.Single().Zh.ShouldContain("退休审批");
    }

    [Fact]
    public async Task Nobody_is_dismissed_unheard()
    {
        await using var office = await OpenAsync();
        var @case = await office.OpenedExitAsync(await office.AddPersonAsync("周敏"), Dismissal);
        (await office.LettersAsync(@case)).ShouldBe(["exit/proposed"]);
        (await office.OpenItemsAsync("decide")).ShouldBeEmpty();
        (await office.StateAsync(@case, objects: true, "请假条已交")).IsDone.ShouldBeTrue();
        await office.DecideAsync(OfficeRole.HumanResources, "submit", Outcomes.Approved);
        await office.DeclareAsync(@case, OfficeRole.EducationBureau);
        await office.DecideAsync(OfficeRole.EducationBureau, "decide", Outcomes.Rejected, "事实不清");

        (await office.CaseAsync(@case)).Ending.ShouldBe("stays");
        (await office.LettersAsync(@case)).ShouldBe(["exit/proposed", "exit/stays"], ignoreOrder: true);
        (await office.ReadAsync(db => db.Set<Tenure>().SingleAsync())).Until.ShouldBeNull();
    }

    [Fact]
    public async Task The_handover_is_whole_or_says_why_a_point_does_not_apply()
    {
        await using var office = await OpenAsync();
        var @case = await office.OpenedExitAsync(await office.AddPersonAsync("周敏"), Resignation);
        await office.DecideAsync(OfficeRole.HumanResources, "hear", Outcomes.Heard, "个人原因");
        await office.VoteAsync(@case);
        await office.DeclareAsync(@case, OfficeRole.PersonnelBureau, OfficeRole.EstablishmentOffice);
        await office.DecideAsync(OfficeRole.PersonnelBureau, "offices", Outcomes.Approved);
        await office.DecideAsync(OfficeRole.EstablishmentOffice, "offices", Outcomes.Approved);

        (await office.HandOverAsync([.. StaffOffice.Everything.Skip(1)])).Refusal.ShouldBe(Refusal.Invalid);
        HandoverLine[] unexplained = [new(HandoverPoint.Work, false, ""), .. StaffOffice.Everything.Skip(1)];
        (await office.HandOverAsync(unexplained)).Refusal.ShouldBe(Refusal.Invalid);
        (await office.TryDecideAsync(OfficeRole.HumanResources, "handover", Outcomes.Closed)).Refusal.ShouldBe(Refusal.Invalid, "it has its own form");
        (await office.HandOverAsync([new(HandoverPoint.Work, false, "未任课"), .. StaffOffice.Everything.Skip(1)])).IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task A_resignation_taken_back_in_time_changes_nothing_but_an_issued_one_stands()
    {
        await using var office = await OpenAsync();
        var person = await office.AddPersonAsync("周敏");
        var @case = await office.OpenedExitAsync(person, Resignation);
        await office.DoAsync<WithdrawPersonCase>(u => u.RunAsync(
            new(Guid.CreateVersion7(), @case, "本人撤回辞职申请"), TestOffice.Of(OfficeRole.HumanResources), default));
        (await office.PersonAsync(person)).Tenures.Single().Until.ShouldBeNull();

        var again = await office.OpenedExitAsync(person, Resignation);
        await office.DecideAsync(OfficeRole.HumanResources, "hear", Outcomes.Heard, "个人原因");
        await office.VoteAsync(again);
        await office.DeclareAsync(again, OfficeRole.PersonnelBureau, OfficeRole.EstablishmentOffice);
        await office.DecideAsync(OfficeRole.PersonnelBureau, "offices", Outcomes.Approved);
        await office.DecideAsync(OfficeRole.EstablishmentOffice, "offices", Outcomes.Approved);
        await office.HandOverAsync(StaffOffice.Everything);
        await office.DecideAsync(OfficeRole.HumanResources, "issue", Outcomes.Issued, documentNumber: "沙教离〔2026〕1号");
        var late = await office.AskAsync<WithdrawPersonCase>(u => u.RunAsync(
            new(Guid.CreateVersion7(), again, "又想留下"), TestOffice.Of(OfficeRole.HumanResources), default));
        late.Refusal.ShouldBe(Refusal.WrongTime);
    }
}

/// <summary>The story on SQLite.</summary>
public sealed class ExitStoryOnSqlite : ExitStory
{
    protected override Task<TestOffice> OpenAsync() => TestOffice.OnSqliteAsync();
}

/// <summary>The story on PostgreSQL.</summary>
public sealed class ExitStoryOnPostgres(PostgresCluster cluster) : ExitStory
{
    protected override Task<TestOffice> OpenAsync() => TestOffice.OnPostgresAsync(cluster);
}

/// <summary>The story on an engine that does everything later.</summary>
public sealed class ExitStoryOnADeferredEngine : ExitStory
{
    protected override Task<TestOffice> OpenAsync() => TestOffice.OnSqliteAsync(isDeferred: true);
}
