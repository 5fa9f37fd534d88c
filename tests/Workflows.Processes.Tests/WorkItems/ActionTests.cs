using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Hiring;
using Workflows.Processes.Cases;
using Workflows.Processes.Hiring;
using Workflows.Processes.Staff;
using Workflows.Processes.WorkItems;
using Workflows.Storage.Audit;
using Workflows.Testing;
using Workflows.Testing.Offices;

namespace Workflows.Processes.Tests.WorkItems;

/// <summary>What people do about a work item besides deciding it, in the three offices' countersign and in the leaders' decisions.</summary>
public abstract class ActionTests
{
    protected abstract Task<TestOffice> OpenAsync();

    private static readonly Guid Hr = TestOffice.Of(OfficeRole.HumanResources);
    private static readonly Guid Principal = TestOffice.Of(OfficeRole.Leadership);
    private static readonly Guid Bureau = TestOffice.Of(OfficeRole.PersonnelBureau);

    [Fact]
    public async Task What_one_colleague_claims_another_does_not_decide_until_it_is_released()
    {
        await using var office = await SubmittedAsync();
        var colleague = await office.HireAsync(OfficeRole.PersonnelBureau, "小邓");
        var item = await office.OpenItemAsync("countersign");
        await office.DoAsync<ClaimWorkItem>(u => u.RunAsync(new(Guid.CreateVersion7(), item.Id, item.Revision), Bureau, default));

        (await ApproveAsync(office, colleague)).Refusal.ShouldBe(Refusal.Stale);

        item = await office.OpenItemAsync("countersign");
        var part = item.Parts.Single(one => one.AssigneeId == Bureau);
        await office.DoAsync<ReleaseWorkItem>(u => u.RunAsync(new(Guid.CreateVersion7(), item.Id, part.Id, item.Revision, ""), Bureau, default));
        (await ApproveAsync(office, colleague)).IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task A_transferred_item_is_decided_by_the_colleague_alone()
    {
        await using var office = await SubmittedAsync();
        var colleague = await office.HireAsync(OfficeRole.PersonnelBureau, "小邓");
        var item = await office.OpenItemAsync("countersign");
        (await office.AskAsync<TransferWorkItem>(u => u.RunAsync(new(Guid.CreateVersion7(), item.Id, item.Revision, Hr, "出差"), Bureau, default)))
            .Refusal.ShouldBe(Refusal.Invalid, "HR doesn't act for the personnel bureau");
        await office.DoAsync<TransferWorkItem>(u => u.RunAsync(new(Guid.CreateVersion7(), item.Id, item.Revision, colleague, "出差"), Bureau, default));

        (await ApproveAsync(office, Bureau)).Refusal.ShouldBe(Refusal.Stale);
        (await ApproveAsync(office, colleague)).IsDone.ShouldBeTrue();
        (await LastLineAsync(office, "WorkItemTransferred")).ShouldSatisfyAllConditions(
            line => line.ActorId.ShouldBe(Bureau), line => line.NewValue.ShouldBe($"{colleague}"), line => line.Reason.ShouldBe("出差"));
    }

    [Fact]
    public async Task An_item_with_an_open_question_waits_for_the_advice()
    {
        await using var office = await SubmittedAsync();
        var question = await ConsultAsync(office, Bureau, Principal);

        (await ApproveAsync(office, Bureau)).Refusal.ShouldBe(Refusal.WrongTime);
        await office.DoAsync<GiveAdvice>(u => u.RunAsync(new(Guid.CreateVersion7(), question, "岗位有空缺"), Principal, default));
        (await ApproveAsync(office, Bureau)).IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task A_question_taken_back_holds_nothing_up_and_is_not_answered_any_more()
    {
        await using var office = await SubmittedAsync();
        var question = await ConsultAsync(office, Bureau, Principal);
        await office.DoAsync<TakeBackQuestion>(u => u.RunAsync(new(Guid.CreateVersion7(), question), Bureau, default));

        (await office.AskAsync<GiveAdvice>(u => u.RunAsync(new(Guid.CreateVersion7(), question, "迟到的意见"), Principal, default)))
            .Refusal.ShouldBe(Refusal.Stale);
        (await ApproveAsync(office, Bureau)).IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task A_deputy_decides_for_the_absent_colleague_on_the_named_days_only()
    {
        await using var office = await SubmittedAsync();
        var deputy = await office.HireAsync(OfficeRole.Teacher, "代理人");
        await office.DoAsync<NameDeputy>(u => u.RunAsync(
            new(Guid.CreateVersion7(), Bureau, deputy, new DateOnly(2026, 8, 4), new DateOnly(2026, 8, 5), "培训"), Bureau, default));

        (await ApproveAsync(office, deputy)).Refusal.ShouldBe(Refusal.NotAllowed, "the day before");
        await office.GoToAsync("2026-08-06 08:00");
        (await ApproveAsync(office, deputy)).Refusal.ShouldBe(Refusal.NotAllowed, "the day after");
        office.Clock.AdjustTime(TestClock.InShanghai("2026-08-05 23:59").GetUtcNow());
        (await ApproveAsync(office, deputy)).IsDone.ShouldBeTrue("the last day still counts");
        (await LastLineAsync(office, "WorkItemDecided")).OnBehalfOf.ShouldBe(Bureau);
    }

    [Fact]
    public async Task A_deputy_passes_nothing_on()
    {
        await using var office = await SubmittedAsync();
        var first = await office.HireAsync(OfficeRole.Teacher, "代理人甲");
        var second = await office.HireAsync(OfficeRole.Teacher, "代理人乙");
        foreach (var (absent, standsIn) in new[] { (Bureau, first), (first, second) })
        {
            await office.DoAsync<NameDeputy>(u => u.RunAsync(
                new(Guid.CreateVersion7(), absent, standsIn, new DateOnly(2026, 8, 3), new DateOnly(2026, 8, 9), "休假"), absent, default));
        }

        (await ApproveAsync(office, second)).Refusal.ShouldBe(Refusal.NotAllowed);
        (await ApproveAsync(office, first)).IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task A_deputyship_that_was_ended_gives_no_right()
    {
        await using var office = await SubmittedAsync();
        var deputy = await office.HireAsync(OfficeRole.Teacher, "代理人");
        var named = await office.DoAsync<NameDeputy>(u => u.RunAsync(
            new(Guid.CreateVersion7(), Bureau, deputy, new DateOnly(2026, 8, 3), new DateOnly(2026, 8, 9), "休假"), Bureau, default));
        await office.DoAsync<EndDeputyship>(u => u.RunAsync(new(Guid.CreateVersion7(), named.Id!.Value), Bureau, default));
        (await ApproveAsync(office, deputy)).Refusal.ShouldBe(Refusal.NotAllowed);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_added_signer_must_approve_before_the_case_moves_on(bool isBefore)
    {
        await using var office = await SubmittedAsync();
        await ApproveAsync(office, TestOffice.Of(OfficeRole.EstablishmentOffice));
        await ApproveAsync(office, TestOffice.Of(OfficeRole.EducationBureau));
        await AddSignerAsync(office, Bureau, Principal, isBefore);

        (await ApproveAsync(office, isBefore ? Bureau : Principal)).Refusal.ShouldBe(Refusal.Stale, "out of turn");
        await ApproveAsync(office, isBefore ? Principal : Bureau);
        (await office.OpenItemsAsync("announce")).ShouldBeEmpty();
        await ApproveAsync(office, isBefore ? Bureau : Principal);
        (await office.OpenItemsAsync("announce")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_removed_signer_holds_nothing_up_and_a_required_one_stays()
    {
        await using var office = await SubmittedAsync();
        await AddSignerAsync(office, Bureau, Principal, isBefore: true);
        var item = await office.OpenItemAsync("countersign");
        var added = item.Parts.Single(part => part.AddedBy == Bureau);
        var required = item.Parts.First(part => part.AddedBy is null);

        (await RemoveAsync(required, Bureau)).Refusal.ShouldBe(Refusal.NotAllowed);
        (await RemoveAsync(added, Hr)).Refusal.ShouldBe(Refusal.NotAllowed);
        (await RemoveAsync(added, Bureau)).IsDone.ShouldBeTrue();
        (await ApproveAsync(office, Principal)).Refusal.ShouldBe(Refusal.NotAllowed);
        (await ApproveAsync(office, Bureau)).IsDone.ShouldBeTrue();

        Task<Answer> RemoveAsync(WorkItemPart part, Guid actor) => office.AskAsync<RemoveSigner>(u => u.RunAsync(
            new(Guid.CreateVersion7(), item.Id, part.Id, item.Revision, "不再需要"), actor, default));
    }

    [Fact]
    public async Task While_others_still_have_to_sign_an_answer_can_be_taken_back()
    {
        await using var office = await SubmittedAsync();
        await ApproveAsync(office, Bureau);
        (await TakeBackAsync(office, Bureau)).IsDone.ShouldBeTrue();
        await ApproveAsync(office, TestOffice.Of(OfficeRole.EstablishmentOffice));
        await ApproveAsync(office, TestOffice.Of(OfficeRole.EducationBureau));
        (await office.OpenItemsAsync("announce")).ShouldBeEmpty();
        (await ApproveAsync(office, Bureau)).IsDone.ShouldBeTrue();
        (await office.OpenItemsAsync("announce")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_decision_taken_back_in_time_asks_its_taker_alone_again()
    {
        await using var office = await CountersignedAsync();
        (await TakeBackAsync(office, Bureau)).IsDone.ShouldBeTrue();

        (await office.OpenItemsAsync("announce")).ShouldBeEmpty();
        var again = await office.OpenItemAsync("countersign");
        again.Parts.Where(part => part.IsOpen).ShouldHaveSingleItem().Role.ShouldBe(OfficeRole.PersonnelBureau);
        (await ApproveAsync(office, TestOffice.Of(OfficeRole.EducationBureau))).Refusal.ShouldBe(Refusal.Stale);
        (await ApproveAsync(office, Bureau)).IsDone.ShouldBeTrue();
        (await office.OpenItemsAsync("announce")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Once_somebody_has_acted_on_the_next_item_it_is_too_late_to_take_back()
    {
        await using var office = await CountersignedAsync();
        var next = await office.OpenItemAsync("announce");
        await office.DoAsync<ClaimWorkItem>(u => u.RunAsync(new(Guid.CreateVersion7(), next.Id, next.Revision), Hr, default));
        (await TakeBackAsync(office, Bureau)).Refusal.ShouldBe(Refusal.WrongTime);
    }

    [Fact]
    public async Task What_was_published_is_not_taken_back()
    {
        await using var office = await CountersignedAsync();
        await office.PublishAsync();
        (await TakeBackAsync(office, Bureau)).Refusal.ShouldBe(Refusal.WrongTime);
    }

    [Fact]
    public async Task Nobody_takes_back_what_somebody_else_decided()
    {
        await using var office = await CountersignedAsync();
        (await TakeBackAsync(office, Hr)).Refusal.ShouldBe(Refusal.NotAllowed);
    }

    [Fact]
    public async Task An_item_is_urged_once_a_day_by_who_started_the_case_or_hr()
    {
        await using var office = await SubmittedAsync();
        (await UrgeAsync(Bureau)).Refusal.ShouldBe(Refusal.NotAllowed);
        (await UrgeAsync(Hr)).IsDone.ShouldBeTrue();
        (await UrgeAsync(Hr)).Refusal.ShouldBe(Refusal.WrongTime);
        await office.GoToAsync("2026-08-04 00:00");
        (await UrgeAsync(Hr)).IsDone.ShouldBeTrue();

        async Task<Answer> UrgeAsync(Guid actor)
        {
            var item = await office.OpenItemAsync("countersign");
            return await office.AskAsync<UrgeWorkItem>(u => u.RunAsync(new(Guid.CreateVersion7(), item.Id, "请尽快"), actor, default));
        }
    }

    [Fact]
    public async Task A_copy_reaches_each_colleague_once_and_is_marked_as_read()
    {
        await using var office = await SubmittedAsync();
        var caseId = (await office.OpenItemAsync("countersign")).CaseId;
        var teacher = TestOffice.Of(OfficeRole.Teacher);
        for (var times = 0; times < 2; times++)
            await office.DoAsync<SendCopies>(u => u.RunAsync(new(Guid.CreateVersion7(), caseId, [teacher, teacher]), Hr, default));
        await office.DoAsync<MarkCaseRead>(u => u.RunAsync(new(Guid.CreateVersion7(), caseId, 1), teacher, default));

        (await office.ReadAsync(db => db.CaseCopies.SingleAsync())).ReadAt.ShouldNotBeNull();
        (await office.ReadAsync(db => db.CaseReadings.SingleAsync())).UpTo.ShouldBe(1);
        (await office.AskAsync<SendCopies>(u => u.RunAsync(new(Guid.CreateVersion7(), caseId, [Bureau]), teacher, default)))
            .Refusal.ShouldBe(Refusal.NotAllowed, "a copy gives no right to act");
    }

    [Fact]
    public async Task A_terminated_case_waits_for_nobody_and_the_round_is_closed()
    {
        await using var office = await SubmittedAsync();
        var item = await office.OpenItemAsync("countersign");
        await office.DoAsync<TerminateCase>(u => u.RunAsync(new(Guid.CreateVersion7(), item.CaseId, "计划取消"), Principal, default));

        (await office.ItemAsync(item.Id)).Stage.ShouldBe(WorkItemStage.Withdrawn);
        (await office.RoundAsync(item.Case.RoundId!.Value)).Stage.ShouldBe(RoundStage.Closed);
        (await office.ReadAsync(db => db.Cases.SingleAsync())).Stage.ShouldBe(CaseStage.Cancelled);
    }

    [Fact]
    public async Task What_nobody_can_decide_is_an_orphan_that_hr_gives_to_somebody()
    {
        await using var office = await SubmittedAsync();
        (await OrphansAsync(office)).ShouldBeEmpty();
        await office.DeactivateAsync(Bureau);
        var orphan = (await OrphansAsync(office)).ShouldHaveSingleItem();

        var newcomer = await office.HireAsync(OfficeRole.PersonnelBureau, "新任");
        (await OrphansAsync(office)).ShouldBeEmpty("somebody holds the role again");
        await office.ReadAsync(db => db.WorkItemParts.Where(part => part.Id == orphan).ExecuteUpdateAsync(set => set.SetProperty(part => part.AssigneeId, Bureau)));
        (await OrphansAsync(office)).ShouldBe([orphan], "who was named has left");

        var item = await office.OpenItemAsync("countersign");
        await office.DoAsync<AssignWorkItem>(u => u.RunAsync(
            new(Guid.CreateVersion7(), item.Id, orphan, item.Revision, newcomer, "原经办人离职"), Hr, default));
        (await OrphansAsync(office)).ShouldBeEmpty();
        (await ApproveAsync(office, newcomer)).IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task An_item_whose_only_deciders_are_relatives_is_an_orphan()
    {
        await using var office = await OpenAsync();
        var round = await office.AnnounceAsync(Plans.Usual);
        await office.ImportAsync(round, HiringOffice.FiveApplicants);
        await office.GoToAsync("2026-08-15 00:00");
        var relative = (await office.ApplicationsAsync(round))[0];
        await office.DoAsync<DeclareKinship>(u => u.RunAsync(new(Guid.CreateVersion7(), round, [new KinshipLine(relative.Id, "配偶")]), Hr, default));

        var confirm = await office.OpenItemAsync("confirm", "张伟");
        (await OrphansAsync(office)).ShouldContain(confirm.Parts.Single().Id);
        (await OrphansAsync(office)).ShouldNotContain((await office.OpenItemAsync("confirm", "李娜")).Parts.Single().Id);
    }

    [Fact]
    public async Task A_filing_returned_to_the_collective_decision_comes_back()
    {
        await using var office = await OpenAsync();
        var round = await office.RankFiveAsync(Plans.Usual);
        await office.CheckAsync("张伟");
        await office.CheckAsync("李娜");
        await office.DecideAsync(OfficeRole.Leadership, "decide", Outcomes.Approved, minutes: "9号");
        await office.GoToAsync("2026-09-30 00:00");
        await office.DecideAsync(OfficeRole.EducationBureau, "filing", Outcomes.ReturnedToDecision, "纪要缺少签名");

        await office.DecideAsync(OfficeRole.Leadership, "decide", Outcomes.Approved, minutes: "9号（补签）");
        await office.GoToAsync("2026-10-30 00:00");
        (await office.OpenItemsAsync("filing")).Count.ShouldBe(1);
        (await office.RoundAsync(round)).Stage.ShouldBe(RoundStage.Filing);
    }

    private async Task<TestOffice> SubmittedAsync()
    {
        var office = await OpenAsync();
        await office.SubmitAsync(Plans.Usual);
        return office;
    }

    private async Task<TestOffice> CountersignedAsync()
    {
        var office = await SubmittedAsync();
        foreach (var role in new[] { OfficeRole.EstablishmentOffice, OfficeRole.EducationBureau, OfficeRole.PersonnelBureau })
            await ApproveAsync(office, TestOffice.Of(role));
        return office;
    }

    private static async Task<Answer> ApproveAsync(TestOffice office, Guid actor)
    {
        var item = await office.OpenItemAsync("countersign");
        return await office.AskAsync(Desks.Post(Desks.CommandFor(item, Outcomes.Approved), actor));
    }

    private static async Task<Answer> TakeBackAsync(TestOffice office, Guid actor)
    {
        var item = await office.ReadAsync(db => db.WorkItems.Where(one => one.WaitId.StartsWith("countersign#")).OrderBy(one => one.Id).LastAsync());
        return await office.AskAsync<TakeBackDecision>(u => u.RunAsync(new(Guid.CreateVersion7(), item.Id, "看错了"), actor, default));
    }

    private static async Task AddSignerAsync(TestOffice office, Guid actor, Guid signer, bool isBefore)
    {
        var item = await office.OpenItemAsync("countersign");
        await office.DoAsync<AddSigner>(u => u.RunAsync(
            new(Guid.CreateVersion7(), item.Id, item.Revision, signer, isBefore, "请领导把关"), actor, default));
    }

    private static async Task<Guid> ConsultAsync(TestOffice office, Guid actor, Guid colleague)
    {
        var item = await office.OpenItemAsync("countersign");
        await office.DoAsync<ConsultColleague>(u => u.RunAsync(
            new(Guid.CreateVersion7(), item.Id, item.Revision, colleague, "岗位是否有空缺？"), actor, default));
        return await office.ReadAsync(db => db.Consultations.Select(one => one.Id).SingleAsync());
    }

    private static async Task<IReadOnlyList<Guid>> OrphansAsync(TestOffice office)
    {
        IReadOnlyList<Guid> found = [];
        await office.DoAsync<Desk>(async desk =>
        {
            found = [.. await desk.OrphansAsync(null, default)];
            return Answer.Done("", "");
        });
        return found;
    }

    private static async Task<AuditEntry> LastLineAsync(TestOffice office, string action)
    {
        var @case = await office.ReadAsync(db => db.Cases.SingleAsync(one => one.DefinitionId == "hiring-round"));
        var entries = await office.ReadAsync(db => db.Audit.Include(entry => entry.Personal)
            .Where(entry => entry.CaseId == @case.Id).OrderBy(entry => entry.Number).ToListAsync());
        AuditChain.FirstBroken(entries, @case.AuditLength, @case.AuditHead).ShouldBeNull();
        return entries.Last(entry => entry.Action == action);
    }
}

/// <summary>The actions on PostgreSQL.</summary>
public sealed class ActionsOnPostgres(PostgresCluster cluster) : ActionTests
{
    protected override Task<TestOffice> OpenAsync() => TestOffice.OnPostgresAsync(cluster);
}

/// <summary>The actions on an engine that does everything later.</summary>
public sealed class ActionsOnADeferredEngine : ActionTests
{
    protected override Task<TestOffice> OpenAsync() => TestOffice.OnSqliteAsync(isDeferred: true);
}
