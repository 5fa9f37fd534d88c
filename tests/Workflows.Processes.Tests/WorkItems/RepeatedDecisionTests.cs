using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Processes.Hiring;
using Workflows.Processes.WorkItems;
using Workflows.Testing;
using Workflows.Testing.Offices;

namespace Workflows.Processes.Tests.WorkItems;

/// <summary>Double clicks, lost answers and stale pages: what was decided stays decided, once.</summary>
public sealed class RepeatedDecisionTests(PostgresCluster cluster)
{
    private static readonly Guid Bureau = TestOffice.Of(OfficeRole.PersonnelBureau);

    [Fact]
    public async Task A_double_click_gets_the_first_answer_and_changes_nothing()
    {
        await using var office = await OpenAsync();
        var decide = await office.PrepareAsync(OfficeRole.PersonnelBureau, "countersign", Outcomes.Approved, "同意");
        var first = await office.DoAsync(decide);
        var version = (await office.OpenItemAsync("countersign")).Case.Version;

        office.Clock.Advance(TimeSpan.FromMinutes(3));
        var second = await office.DoAsync(decide);

        second.Reasons.ShouldBe(first.Reasons);
        second.Id.ShouldBe(first.Id);
        second.IsDone.ShouldBeTrue();
        (await office.OpenItemAsync("countersign")).Case.Version.ShouldBe(version);
        (await office.DecisionsAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Fifty_posts_of_one_operation_at_once_apply_once()
    {
        await using var office = await OpenAsync();
        var decide = await office.PrepareAsync(OfficeRole.PersonnelBureau, "countersign", Outcomes.Approved);

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => office.AskAsync(decide))));

        answers.ShouldAllBe(answer => answer.IsDone);
        (await office.DecisionsAsync()).ShouldBe(1);
        (await office.ReadAsync(db => db.Operations.CountAsync(operation => operation.UseCase == nameof(DecideWorkItem)))).ShouldBe(1);
    }

    [Fact]
    public async Task An_answer_is_given_only_to_the_account_that_asked()
    {
        await using var office = await OpenAsync();
        var item = await office.OpenItemAsync("countersign");
        var command = Desks.CommandFor(item, Outcomes.Approved);
        await office.DoAsync(Desks.Post(command, Bureau));

        var other = await office.AskAsync(Desks.Post(command, TestOffice.Of(OfficeRole.EducationBureau)));

        other.Refusal.ShouldBe(Refusal.Invalid);
        (await office.DecisionsAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task An_operation_id_of_another_form_is_refused()
    {
        await using var office = await OpenAsync();
        var item = await office.OpenItemAsync("countersign");
        var command = Desks.CommandFor(item, Outcomes.Approved);
        await office.DoAsync(Desks.Post(command, Bureau));

        var kinship = await office.AskAsync<DeclareKinship>(u => u.RunAsync(
            new(command.OperationId, item.Case.RoundId!.Value, []), Bureau, CancellationToken.None));

        kinship.Refusal.ShouldBe(Refusal.Invalid);
        (await office.ReadAsync(db => db.KinshipDeclarations.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_stale_page_is_told_to_look_again()
    {
        await using var office = await OpenAsync();
        var item = await office.OpenItemAsync("countersign");
        var stale = Desks.CommandFor(item, Outcomes.Approved) with { Revision = item.Revision - 1 };

        (await office.AskAsync(Desks.Post(stale, Bureau))).Refusal.ShouldBe(Refusal.Stale);

        (await office.DecisionsAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_closed_item_tells_a_late_decider_how_it_ended()
    {
        await using var office = await OpenAsync();
        var late = await office.PrepareAsync(OfficeRole.PersonnelBureau, "countersign", Outcomes.Approved);
        await office.DecideAsync(OfficeRole.EducationBureau, "countersign", Outcomes.Rejected, "今年不补员");

        var answer = await office.AskAsync(late);

        answer.Refusal.ShouldBe(Refusal.Stale);
        answer.Reasons.Single().Zh.ShouldContain("不同意");
    }

    private async Task<TestOffice> OpenAsync()
    {
        var office = await TestOffice.OnPostgresAsync(cluster);
        await office.SubmitAsync(Plans.Usual);
        return office;
    }
}
