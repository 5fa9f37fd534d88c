using Microsoft.EntityFrameworkCore;
using Workflows.Engine;
using Workflows.Personnel.Cases;
using Workflows.Storage.Audit;
using Workflows.Testing;
using Workflows.Testing.Offices;
using Case = Workflows.Personnel.Cases.Case;

namespace Workflows.Processes.Tests.WorkItems;

/// <summary>Several people at one item at the same moment, on PostgreSQL.</summary>
public sealed class ParallelDecisionTests(PostgresCluster cluster)
{
    private static readonly OfficeRole[] Offices =
        [OfficeRole.EstablishmentOffice, OfficeRole.PersonnelBureau, OfficeRole.EducationBureau];

    [Fact]
    public async Task Three_offices_at_once_on_sixteen_countersigns_complete_each_exactly_once()
    {
        await using var office = await TestOffice.OnPostgresAsync(cluster);
        for (var number = 1; number <= 16; number++)
            await office.SubmitAsync(Plans.Usual with { Post = $"教研员{number}" });
        var items = await office.OpenItemsAsync("countersign");

        var answers = await Task.WhenAll(
            from item in items
            from role in Offices
            select Task.Run(() => office.AskAsync(Desks.Post(Desks.CommandFor(item, Outcomes.Approved), TestOffice.Of(role)))));

        answers.ShouldAllBe(answer => answer.IsDone);
        (await office.OpenItemsAsync("countersign")).ShouldBeEmpty();
        (await office.OpenItemsAsync("announce")).Select(item => item.CaseId).ShouldBe(items.Select(item => item.CaseId), ignoreOrder: true);
        (await office.DecisionsAsync()).ShouldBe(16 * 3);
        foreach (var @case in await office.ReadAsync(db => db.Cases.ToListAsync()))
            await ShouldBeWholeAsync(office, @case);
    }

    [Fact]
    public async Task Of_two_colleagues_with_one_role_one_wins_and_the_other_is_told()
    {
        await using var office = await TestOffice.OnPostgresAsync(cluster);
        await office.SubmitAsync(Plans.Usual);
        var colleague = await office.HireAsync(OfficeRole.PersonnelBureau, "陈科长");
        var item = await office.OpenItemAsync("countersign");

        var answers = await Task.WhenAll(new[] { TestOffice.Of(OfficeRole.PersonnelBureau), colleague }
            .Select(actor => Task.Run(() => office.AskAsync(Desks.Post(Desks.CommandFor(item, Outcomes.Approved), actor)))));

        answers.Count(answer => answer.IsDone).ShouldBe(1);
        answers.Single(answer => !answer.IsDone).Refusal.ShouldBe(Refusal.Stale);
        answers.Single(answer => !answer.IsDone).Reasons.Single().Zh.ShouldContain("同事");
        (await office.ItemAsync(item.Id)).Parts.Count(part => part.DecidedBy is not null).ShouldBe(1);
    }

    [Fact]
    public async Task Of_an_approval_and_a_rejection_at_once_nothing_is_left_half_done()
    {
        await using var office = await TestOffice.OnPostgresAsync(cluster);
        for (var number = 1; number <= 8; number++)
        {
            await office.SubmitAsync(Plans.Usual with { Post = $"教研员{number}" });
            var item = (await office.OpenItemsAsync("countersign")).Single(open => open.Case.TitleZh.Contains($"教研员{number}招聘", StringComparison.Ordinal));
            await office.DoAsync(Desks.Post(Desks.CommandFor(item, Outcomes.Approved), TestOffice.Of(OfficeRole.EducationBureau)));
            await office.DoAsync(Desks.Post(Desks.CommandFor(item, Outcomes.Approved), TestOffice.Of(OfficeRole.PersonnelBureau)));
            var colleague = await office.HireAsync(OfficeRole.EstablishmentOffice, $"编办{number}");

            await Task.WhenAll(
                Task.Run(() => office.AskAsync(Desks.Post(Desks.CommandFor(item, Outcomes.Approved), TestOffice.Of(OfficeRole.EstablishmentOffice)))),
                Task.Run(() => office.AskAsync(Desks.Post(Desks.CommandFor(item, Outcomes.Rejected, "编制已满"), colleague))));

            var after = await office.ItemAsync(item.Id);
            after.Stage.ShouldBe(WorkItemStage.Decided);
            after.Case.Stage.ShouldBe(after.Outcome is Outcomes.Approved ? CaseStage.Running : CaseStage.Ended);
            await ShouldBeWholeAsync(office, after.Case);
        }
    }

    /// <summary>The record is whole, and the engine waits for exactly the items that people see.</summary>
    private static async Task ShouldBeWholeAsync(TestOffice office, Case @case)
    {
        var entries = await office.ReadAsync(db => db.Audit.Include(entry => entry.Personal)
            .Where(entry => entry.CaseId == @case.Id).OrderBy(entry => entry.Number).ToListAsync());
        AuditChain.FirstBroken(entries, @case.AuditLength, @case.AuditHead).ShouldBeNull();
        var open = await office.ReadAsync(db => db.WorkItems
            .Where(item => item.CaseId == @case.Id && item.Stage == WorkItemStage.Open).Select(item => item.WaitId).ToListAsync());
        open.ShouldBe(CaseStateJson.Read(@case.EngineState!).Waits.Select(wait => wait.Id), ignoreOrder: true);
    }
}
