using Elsa.Workflows;
using Elsa.Workflows.CommitStates;
using Elsa.Workflows.Management;
using Elsa.Workflows.Management.Filters;
using Elsa.Workflows.Runtime;
using Elsa.Workflows.State;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Engine.Tests.Parts;

namespace Workflows.Engine.Tests.OnElsa;

/// <summary>Elsa saves bookmarks, logs and instance one after another: wherever that breaks off, the case goes its way all the same.</summary>
public sealed class CrashTests
{
    private static readonly string[] Way =
    [
        "start#1 Done", "first#1 Done", "a#1 Approved", "fork#1 A,B", "left#1 Done", "b#1 Approved", "join#1 Done", "last#1 Done", "done#1 end",
    ];

    private static Flow Flow => new Flow("f").Start().Answer("first").Ask("a").Fork("fork", "A", "B").Answer("left").Ask("b").Join("join")
        .Answer("last").Finish("done")
        .Lines("start -> first", "first -> a", "a:Approved -> fork", "fork:A -> left", "fork:B -> b", "left -> join", "b:Approved -> join",
            "join -> last", "last -> done");

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, false)]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(3, true)]
    public async Task A_commit_of_Elsas_that_breaks_off_before_or_after_its_saving_is_made_good(int which, bool afterwards)
    {
        var breaking = new BreakingCommit { Left = which, Afterwards = afterwards };
        await using var office = await ElsaOffice.OpenAsync([Flow.File()], services => services.AddSingleton(breaking)
            .AddScoped<DefaultCommitStateHandler>().AddScoped<ICommitStateHandler, BrokenCommits>());

        await PlayAsync(office);

        breaking.Left.ShouldBeLessThanOrEqualTo(0, "the commit never broke off");
        await ShouldHaveGoneOnceAsync(office);
    }

    [Fact]
    public async Task A_case_whose_instance_was_deleted_in_Elsa_walks_the_way_of_its_record_anew()
    {
        await using var office = await ElsaOffice.OpenAsync([Flow.File()]);
        await office.StartAsync("f");
        await office.SignalAsync("a#1", "Approved", Office.Operation(1));

        await office.InScopeAsync(services => services.GetRequiredService<IWorkflowInstanceManager>()
            .DeleteAsync(new WorkflowInstanceFilter { CorrelationId = $"{Office.Case}" }, default));
        (await office.ReconcileAsync()).ShouldBe(1);

        await office.SignalAsync("b#1", "Approved", Office.Operation(2));
        await ShouldHaveGoneOnceAsync(office);
    }

    [Fact]
    public async Task A_case_that_was_cancelled_in_Elsa_by_somebody_else_walks_the_way_of_its_record_anew()
    {
        await using var office = await ElsaOffice.OpenAsync([Flow.File()]);
        await office.StartAsync("f");

        await office.InScopeAsync(async services =>
        {
            var client = await services.GetRequiredService<IWorkflowRuntime>().CreateClientAsync(Office.Case.ToString("N"));
            await client.CancelAsync();
        });
        (await office.ReconcileAsync()).ShouldBe(1);

        await office.SignalAsync("a#1", "Approved", Office.Operation(1));
        await office.SignalAsync("b#1", "Approved", Office.Operation(2));
        await ShouldHaveGoneOnceAsync(office);
    }

    [Fact]
    public async Task A_wait_that_was_resumed_in_Elsa_without_a_decision_waits_on()
    {
        await using var office = await ElsaOffice.OpenAsync([Flow.File()]);
        await office.StartAsync("f");

        await office.InScopeAsync(async services =>
        {
            var instance = await services.GetRequiredService<IWorkflowInstanceManager>().FindByIdAsync(Office.Case.ToString("N"));
            var client = await services.GetRequiredService<IWorkflowRuntime>().CreateClientAsync(instance!.Id);
            await client.RunInstanceAsync(new() { BookmarkId = instance.WorkflowState.Bookmarks.Single().Id });
        });

        (await office.StateAsync()).Waits.ShouldHaveSingleItem().Id.ShouldBe("a#1");
        await office.SignalAsync("a#1", "Approved", Office.Operation(1));
        await office.SignalAsync("b#1", "Approved", Office.Operation(2));
        await ShouldHaveGoneOnceAsync(office);
    }

    [Fact]
    public async Task A_case_at_rest_is_left_alone_by_the_reconciler()
    {
        await using var office = await ElsaOffice.OpenAsync([Flow.File()]);
        await office.StartAsync("f");

        (await office.ReconcileAsync()).ShouldBe(0);
    }

    private static async Task PlayAsync(ElsaOffice office)
    {
        await office.StartAsync("f");
        await office.SignalAsync("a#1", "Approved", Office.Operation(1));
        await office.SignalAsync("b#1", "Approved", Office.Operation(2));
    }

    private static async Task ShouldHaveGoneOnceAsync(ElsaOffice office)
    {
        var state = await office.StateAsync();
        state.Trail.ConvertAll(Office.Shown).ShouldBe(Way);
        state.Ending.ShouldBe("done");
        office.Script.Calls.Select(call => call.WaitId).ShouldBeUnique("a step was run twice although its work was committed");
        (await office.LeftAsync()).ShouldBe(0);
    }

    private sealed class BreakingCommit
    {
        public int Left { get; set; }

        public bool Afterwards { get; init; }
    }

    private sealed class BrokenCommits(DefaultCommitStateHandler real, BreakingCommit breaking) : ICommitStateHandler
    {
        public Task CommitAsync(WorkflowExecutionContext context, CancellationToken cancellationToken = default) =>
            AroundAsync(() => real.CommitAsync(context, cancellationToken));

        public Task CommitAsync(WorkflowExecutionContext context, WorkflowState state, CancellationToken cancellationToken = default) =>
            AroundAsync(() => real.CommitAsync(context, state, cancellationToken));

        private async Task AroundAsync(Func<Task> commit)
        {
            var breaks = --breaking.Left == 0;
            if (breaks && !breaking.Afterwards)
            {
                throw new CrashException();
            }

            await commit();
            if (breaks)
            {
                throw new CrashException();
            }
        }
    }
}
