using Workflows.Personnel.Cases;
using Workflows.Personnel.Hiring;
using Workflows.Processes.Hiring;
using Workflows.Processes.WorkItems;
using Workflows.Testing;
using Workflows.Testing.Offices;

namespace Workflows.Processes.Tests.WorkItems;

/// <summary>Who may decide is asked when they act, not when they opened the page.</summary>
public abstract class AuthorityTests
{
    protected abstract Task<TestOffice> OpenAsync();

    private static readonly Guid Leader = TestOffice.Of(OfficeRole.Leadership);

    [Fact]
    public async Task A_role_lost_between_page_and_click_no_longer_decides()
    {
        await using var office = await SubmittedAsync();
        var decide = await office.PrepareAsync(OfficeRole.PersonnelBureau, "countersign", Outcomes.Approved);
        await office.TakeHatAsync(TestOffice.Of(OfficeRole.PersonnelBureau), OfficeRole.PersonnelBureau);
        await ShouldRefuseAsync(office, decide, Refusal.NotAllowed);
    }

    [Fact]
    public async Task A_deactivated_account_decides_nothing()
    {
        await using var office = await SubmittedAsync();
        var decide = await office.PrepareAsync(OfficeRole.PersonnelBureau, "countersign", Outcomes.Approved);
        await office.DeactivateAsync(TestOffice.Of(OfficeRole.PersonnelBureau));
        await ShouldRefuseAsync(office, decide, Refusal.NotAllowed);
    }

    [Fact]
    public async Task An_auditor_decides_nothing()
    {
        await using var office = await SubmittedAsync();
        await ShouldRefuseAsync(office, await office.PrepareAsync(OfficeRole.Auditor, "countersign", Outcomes.Approved), Refusal.NotAllowed);
    }

    [Fact]
    public async Task An_unknown_account_decides_nothing()
    {
        await using var office = await SubmittedAsync();
        var item = await office.OpenItemAsync("countersign");
        await ShouldRefuseAsync(office, Desks.Post(Desks.CommandFor(item, Outcomes.Approved), Guid.CreateVersion7()), Refusal.NotAllowed);
    }

    [Fact]
    public async Task An_unknown_item_is_not_found()
    {
        await using var office = await SubmittedAsync();
        var command = new DecideWorkItem.Command(Guid.CreateVersion7(), 1, Guid.CreateVersion7(), Outcomes.Approved, "");
        await ShouldRefuseAsync(office, Desks.Post(command, Leader), Refusal.NotFound);
    }

    [Fact]
    public async Task An_outcome_that_the_item_does_not_offer_is_refused()
    {
        await using var office = await SubmittedAsync();
        await ShouldRefuseAsync(office, await office.PrepareAsync(OfficeRole.PersonnelBureau, "countersign", Outcomes.Filed), Refusal.Invalid);
    }

    [Theory]
    [InlineData(Outcomes.Returned)]
    [InlineData(Outcomes.Rejected)]
    public async Task Turning_down_needs_a_reason(string outcome)
    {
        await using var office = await SubmittedAsync();
        await ShouldRefuseAsync(office, await office.PrepareAsync(OfficeRole.PersonnelBureau, "countersign", outcome, "  "), Refusal.Invalid);
    }

    [Fact]
    public async Task An_announcement_needs_its_document_number()
    {
        await using var office = await SubmittedAsync();
        foreach (var role in new[] { OfficeRole.EstablishmentOffice, OfficeRole.PersonnelBureau, OfficeRole.EducationBureau })
            await office.DecideAsync(role, "countersign", Outcomes.Approved);
        var item = await office.OpenItemAsync("announce");
        (await AnnounceAsync(" ")).Refusal.ShouldBe(Refusal.Invalid);
        (await AnnounceAsync("1号")).IsDone.ShouldBeTrue();

        Task<Answer> AnnounceAsync(string number) => office.AskAsync<PublishAnnouncement>(u => u.RunAsync(
            Desks.CommandFor(item, Outcomes.Announced) with { DocumentNumber = number },
            TestOffice.Of(OfficeRole.HumanResources), CancellationToken.None));
    }

    [Fact]
    public async Task A_collective_decision_needs_its_minutes()
    {
        await using var office = await DecidingAsync();
        (await office.TryDecideAsync(OfficeRole.Leadership, "decide", Outcomes.Approved)).Refusal.ShouldBe(Refusal.Invalid);
        (await office.TryDecideAsync(OfficeRole.Leadership, "decide", Outcomes.Approved, minutes: "9号")).IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task Without_a_kinship_declaration_nobody_decides_on_applicants()
    {
        await using var office = await DecidingAsync();
        var newcomer = await office.HireAsync(OfficeRole.Leadership, "新任校长");
        var item = await office.OpenItemAsync("decide");
        var decide = Desks.CommandFor(item, Outcomes.Approved) with { Minutes = "9号" };

        (await office.AskAsync(Desks.Post(decide, newcomer))).Refusal.ShouldBe(Refusal.NotAllowed);

        await DeclareAsync(office, item.Case.RoundId!.Value, newcomer);
        (await office.AskAsync(Desks.Post(decide, newcomer))).IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task A_relative_of_an_applicant_does_not_decide_the_round()
    {
        await using var office = await DecidingAsync();
        var item = await office.OpenItemAsync("decide");
        var round = item.Case.RoundId!.Value;
        var relative = (await office.ApplicationsAsync(round))[4];
        await DeclareAsync(office, round, Leader, new KinshipLine(relative.Id, "外甥女"));

        var answer = await office.TryDecideAsync(OfficeRole.Leadership, "decide", Outcomes.Approved, minutes: "9号");

        answer.Refusal.ShouldBe(Refusal.NotAllowed);
        answer.Reasons.Single().Zh.ShouldContain("回避");
    }

    [Fact]
    public async Task A_relative_does_not_decide_the_relatives_case_but_may_decide_the_others()
    {
        await using var office = await OpenAsync();
        var round = await office.AnnounceAsync(Plans.Usual);
        await office.ImportAsync(round, HiringOffice.FiveApplicants);
        await office.GoToAsync("2026-08-15 00:00");
        var applications = await office.ApplicationsAsync(round);
        await DeclareAsync(office, round, TestOffice.Of(OfficeRole.HumanResources), new KinshipLine(applications[0].Id, "配偶"));

        (await QualifyAsync(office, "张伟")).Refusal.ShouldBe(Refusal.NotAllowed);
        (await QualifyAsync(office, "李娜")).IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task A_declared_relative_is_not_taken_back()
    {
        await using var office = await DecidingAsync();
        var round = (await office.OpenItemAsync("decide")).Case.RoundId!.Value;
        var relative = (await office.ApplicationsAsync(round))[0];
        await DeclareAsync(office, round, Leader, new KinshipLine(relative.Id, "侄子"));

        var answer = await office.AskAsync<DeclareKinship>(u => u.RunAsync(new(Guid.CreateVersion7(), round, []), Leader, CancellationToken.None));

        answer.Refusal.ShouldBe(Refusal.Invalid);
    }

    private async Task<TestOffice> SubmittedAsync()
    {
        var office = await OpenAsync();
        await office.SubmitAsync(Plans.Usual);
        return office;
    }

    private async Task<TestOffice> DecidingAsync()
    {
        var office = await OpenAsync();
        await office.RankFiveAsync(Plans.Usual);
        await office.CheckAsync("张伟");
        await office.CheckAsync("李娜");
        return office;
    }

    private static async Task ShouldRefuseAsync(TestOffice office, Func<DecideWorkItem, Task<Answer>> decide, Refusal refusal)
    {
        (await office.AskAsync(decide)).Refusal.ShouldBe(refusal);
        (await office.DecisionsAsync()).ShouldBe(0);
        (await office.OpenItemAsync("countersign")).Parts.ShouldAllBe(part => part.IsOpen);
    }

    private static Task<Answer> DeclareAsync(TestOffice office, Guid round, Guid account, params KinshipLine[] relatives) =>
        office.DoAsync<DeclareKinship>(u => u.RunAsync(new(Guid.CreateVersion7(), round, relatives), account, CancellationToken.None));

    private static async Task<Answer> QualifyAsync(TestOffice office, string name)
    {
        var item = await office.OpenItemAsync("confirm", name);
        return await office.AskAsync<ConfirmQualification>(u => u.RunAsync(
            Desks.CommandFor(item, Outcomes.Qualified), TestOffice.Of(OfficeRole.HumanResources), CancellationToken.None));
    }
}

/// <summary>The rights on PostgreSQL.</summary>
public sealed class AuthorityOnPostgres(PostgresCluster cluster) : AuthorityTests
{
    protected override Task<TestOffice> OpenAsync() => TestOffice.OnPostgresAsync(cluster);
}

/// <summary>The rights on an engine that does everything later.</summary>
public sealed class AuthorityOnADeferredEngine : AuthorityTests
{
    protected override Task<TestOffice> OpenAsync() => TestOffice.OnSqliteAsync(isDeferred: true);
}
