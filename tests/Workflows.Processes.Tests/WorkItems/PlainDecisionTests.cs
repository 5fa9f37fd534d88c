using Microsoft.Extensions.DependencyInjection;
using Workflows.Personnel.Cases;
using Workflows.Storage;
using Workflows.Testing;
using Workflows.Testing.Offices;

namespace Workflows.Processes.Tests.WorkItems;

/// <summary>What a decision costs on PostgreSQL: trips to the database are what the office waits for.</summary>
public sealed class PlainDecisionTests(PostgresCluster cluster)
{
    private const string ReadItem = "read accounts, case_declarations, cases, hats, kinship_declarations, rotation_lines, secondment_plan_lines, work_item_parts, work_items";

    private readonly Trips trips = new();

    [Fact]
    public async Task A_plain_decision_is_one_read_batch_one_write_batch_and_one_commit()
    {
        await using var office = await OpenAsync();
        await office.SubmitAsync(Plans.Usual);
        var decide = await office.PrepareAsync(OfficeRole.PersonnelBureau, "countersign", Outcomes.Approved);

        trips.Forget();
        await office.DoAsync(decide);

        trips.Seen.ShouldBe([ReadItem, "write audit, cases, operations, work_item_parts", "commit"]);
    }

    [Fact]
    public async Task The_decision_that_completes_an_item_opens_the_next_in_the_same_batch()
    {
        await using var office = await OpenAsync();
        await office.SubmitAsync(Plans.Usual);
        await office.DecideAsync(OfficeRole.EstablishmentOffice, "countersign", Outcomes.Approved);
        await office.DecideAsync(OfficeRole.PersonnelBureau, "countersign", Outcomes.Approved);
        var decide = await office.PrepareAsync(OfficeRole.EducationBureau, "countersign", Outcomes.Approved);

        trips.Forget();
        await office.DoAsync(decide);

        trips.Seen.ShouldBe([ReadItem, "write audit, cases, operations, work_item_parts, work_items", "commit"]);
        (await office.OpenItemsAsync("announce")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_refused_decision_writes_nothing()
    {
        await using var office = await OpenAsync();
        await office.SubmitAsync(Plans.Usual);
        var decide = await office.PrepareAsync(OfficeRole.Teacher, "countersign", Outcomes.Approved);

        trips.Forget();
        (await office.AskAsync(decide)).Refusal.ShouldBe(Refusal.NotAllowed);

        // Whoever can't act by a right of their own may stand in for somebody: that is looked up before the refusal.
        trips.Seen.ShouldBe([ReadItem, "read deputyships", "read operations"]);
    }

    private Task<TestOffice> OpenAsync() => TestOffice.OnPostgresAsync(cluster,
        more: services => services.ConfigureDbContext<PostgresDb>(options => options.AddInterceptors(trips)));
}
