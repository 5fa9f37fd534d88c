using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Hiring;
using Workflows.Processes.Hiring;
using Workflows.Reminders.Tests.Parts;
using Workflows.Storage;
using Workflows.Storage.Identity;
using Workflows.Testing;
using Workflows.Testing.Offices;

namespace Workflows.Reminders.Tests.Planning;

public sealed class PlanLettersTests(PostgresCluster cluster)
{
    private const string Asked = "hiring/work-item";

    [Theory]
    [InlineData(StorageProvider.Postgres)]
    [InlineData(StorageProvider.Sqlite)]
    public async Task Each_office_that_is_asked_gets_one_letter_however_often_it_is_planned(StorageProvider provider)
    {
        await using var office = await PostRoom.OpenAsync(provider, cluster);
        await office.AskCountersignAsync();

        (await office.PlanAsync()).ShouldBe(3);
        (await office.PlanAsync()).ShouldBe(0);

        var letters = await office.LettersAsync(Asked);
        letters.Select(letter => letter.Address).Order()
            .ShouldBe(["EducationBureau@example.org", "EstablishmentOffice@example.org", "PersonnelBureau@example.org"]);
        var item = await office.OpenItemAsync("countersign");
        letters.ShouldAllBe(letter => letter.Key == $"work-item/{item.Id}/{letter.AccountId}/asked");
        letters.ShouldAllBe(letter => !letter.IsFormal && letter.WorkItemId == item.Id && letter.CaseId == item.CaseId);
        letters.Single(letter => letter.Address.StartsWith("Estab", StringComparison.Ordinal)).Model.ShouldContain("R25");
    }

    [Fact]
    public async Task Nodes_that_plan_at_once_write_each_letter_once()
    {
        await using var office = await PostRoom.OpenAsync(cluster);
        await office.AskCountersignAsync();

        var planned = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => office.PlanAsync()));

        planned.Sum().ShouldBe(3);
        (await office.LettersAsync(Asked)).Count.ShouldBe(3);
    }

    [Fact]
    public async Task Whoever_has_answered_is_asked_no_more()
    {
        await using var office = await PostRoom.OpenAsync();
        await office.AskCountersignAsync();
        await office.DecideAsync(OfficeRole.EstablishmentOffice, "countersign", Outcomes.Approved);

        await office.PlanAsync();

        (await office.LettersAsync(Asked)).Select(letter => letter.Address).ShouldNotContain("EstablishmentOffice@example.org");
        (await office.LettersAsync(Asked)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Somebody_who_gets_the_role_later_is_asked_then()
    {
        await using var office = await PostRoom.OpenAsync();
        await office.AskCountersignAsync();
        await office.PlanAsync();

        var teacher = TestOffice.Of(OfficeRole.Teacher);
        await office.ReadAsync(async db =>
        {
            db.Hats.Add(new Hat { AccountId = teacher, Role = OfficeRole.EducationBureau });
            return await db.SaveChangesAsync();
        });

        (await office.PlanAsync()).ShouldBe(1);
        (await office.LettersAsync(Asked)).ShouldContain(letter => letter.AccountId == teacher);
    }

    [Fact]
    public async Task A_closed_account_and_one_without_an_address_are_written_nothing()
    {
        await using var office = await PostRoom.OpenAsync();
        await office.AskCountersignAsync();
        await office.ReadAsync(db => db.Users.Where(a => a.Id == TestOffice.Of(OfficeRole.EducationBureau))
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.IsActive, false)));
        await office.ReadAsync(db => db.Users.Where(a => a.Id == TestOffice.Of(OfficeRole.PersonnelBureau))
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.Email, (string?)null)));

        await office.PlanAsync();
        (await office.LettersAsync(Asked)).ShouldHaveSingleItem().AccountId.ShouldBe(TestOffice.Of(OfficeRole.EstablishmentOffice));
    }

    [Fact]
    public async Task Who_declared_a_relative_is_not_written_about_that_relative()
    {
        await using var office = await PostRoom.OpenAsync();
        var round = await office.AnnounceAsync(Plans.Usual);
        await office.ImportAsync(round, HiringOffice.FiveApplicants);
        await office.GoToAsync("2026-08-15 00:00");
        var relative = (await office.ApplicationsAsync(round))[0];
        await office.DoAsync<DeclareKinship>(u => u.RunAsync(
            new(Guid.CreateVersion7(), round, [new KinshipLine(relative.Id, "表弟")]), TestOffice.Of(OfficeRole.HumanResources),
            CancellationToken.None));

        await office.PlanAsync();

        var confirm = (await office.OpenItemsAsync("confirm")).ToDictionary(item => item.Id, item => item.Case.ApplicationId);
        var told = (await office.LettersAsync(Asked)).Where(letter => confirm.ContainsKey(letter.WorkItemId!.Value)).ToList();
        told.Count.ShouldBe(4);
        told.ShouldAllBe(letter => confirm[letter.WorkItemId!.Value] != relative.Id);
    }
}
