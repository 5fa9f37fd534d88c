using Microsoft.Extensions.DependencyInjection;
using Workflows.Personnel.Cases;
using Workflows.Processes.Tests.Appointments;
using Workflows.Processes.WorkItems;
using Workflows.Storage.Identity;
using Workflows.Testing;
using Workflows.Testing.Offices;

namespace Workflows.Processes.Tests.WorkItems;

/// <summary>An item that nobody can decide never stops in silence, also where the role has somebody in it.</summary>
public abstract class OrphanTests
{
    protected abstract Task<TestOffice> OpenAsync();

    [Fact]
    public async Task A_role_whose_only_holder_has_signed_under_another_hat_is_an_orphan()
    {
        await using var office = await OpenAsync();
        await office.SubmitAsync(Plans.Usual);
        var both = await WithTwoHatsAsync(office);
        (await office.OrphansAsync()).ShouldBeEmpty("both parts still wait for the same person");

        (await ApproveAsync(office, both)).IsDone.ShouldBeTrue();
        (await ApproveAsync(office, both)).IsDone.ShouldBeFalse();
        var item = await office.OpenItemAsync("countersign");
        var left = item.Parts.Single(part => part.IsOpen && part.Role is not OfficeRole.EducationBureau);
        (await office.OrphansAsync()).ShouldBe([left.Id]);
        (await WhyAsync(office)).ShouldContain("一人不能以两种身份办理");

        (await AssignAsync(office, item, left, both)).Refusal.ShouldBe(Refusal.Invalid, "that is the one who can't");
        var newcomer = await office.HireAsync(left.Role, "新任");
        (await office.OrphansAsync()).ShouldBeEmpty("somebody else holds the role");
        (await ApproveAsync(office, newcomer)).IsDone.ShouldBeTrue();
    }

    private static async Task<Guid> WithTwoHatsAsync(TestOffice office)
    {
        await office.DeactivateAsync(TestOffice.Of(OfficeRole.EstablishmentOffice));
        await office.DeactivateAsync(TestOffice.Of(OfficeRole.PersonnelBureau));
        var both = await office.HireAsync(OfficeRole.EstablishmentOffice, "一人两岗");
        await office.ReadAsync(db =>
        {
            db.Hats.Add(new Hat { AccountId = both, Role = OfficeRole.PersonnelBureau });
            return db.SaveChangesAsync();
        });
        return both;
    }

    private static async Task<Answer> ApproveAsync(TestOffice office, Guid actor) =>
        await office.AskAsync(Desks.Post(Desks.CommandFor(await office.OpenItemAsync("countersign"), Outcomes.Approved), actor));

    private static Task<Answer> AssignAsync(TestOffice office, WorkItem item, WorkItemPart part, Guid to) => office.AskAsync<AssignWorkItem>(u => u.RunAsync(
        new(Guid.CreateVersion7(), item.Id, part.Id, item.Revision, to, "请办理"), TestOffice.Of(OfficeRole.HumanResources), default));

    private static async Task<string> WhyAsync(TestOffice office)
    {
        await using var scope = office.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<Desk>().OrphanListAsync(default)).Single().Why.Zh;
    }
}

/// <summary>On SQLite.</summary>
public sealed class OrphansOnSqlite : OrphanTests
{
    protected override Task<TestOffice> OpenAsync() => TestOffice.OnSqliteAsync();
}

/// <summary>On PostgreSQL.</summary>
public sealed class OrphansOnPostgres(PostgresCluster cluster) : OrphanTests
{
    protected override Task<TestOffice> OpenAsync() => TestOffice.OnPostgresAsync(cluster);
}
