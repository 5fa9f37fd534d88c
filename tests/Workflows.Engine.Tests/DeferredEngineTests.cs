using Microsoft.Extensions.DependencyInjection;
using Workflows.Engine.Tests.Parts;
using Workflows.Testing;

namespace Workflows.Engine.Tests;

public sealed class DeferredEngineTests : IDisposable
{
    private static readonly Guid Other = Guid.Parse("01920000-0000-7000-8000-000000000002");
    private readonly Dictionary<Guid, CaseState> rows = [];
    private readonly ServiceProvider provider;

    public DeferredEngineTests()
    {
        var question = new Flow("question").Start().Ask("decide").Finish("done").Lines("start -> decide", "decide:Approved -> done");
        var opener = new Flow("opener").Start().Add("open", "Workflows.Open").Finish("done").Lines("start -> open", "open -> done");
        provider = new ServiceCollection().AddSingleton<Script>().AddScoped<ICaseStates>(_ => new Rows(rows))
            .AddStep<Ask>().AddStep<Open>()
            .AddEmbeddedEngine(steps => DefinitionCatalogue.Load([question.File(), opener.File()], steps).OrThrow())
            .AddDeferredEngine().BuildServiceProvider(validateScopes: true);
    }

    [Fact]
    public async Task Nothing_happens_before_the_pump()
    {
        await RecordAsync(commit: true);

        rows.ShouldBeEmpty();
        (await PumpAsync()).ShouldBe(1);
        rows[Office.Case].Waits.ShouldHaveSingleItem().Id.ShouldBe("decide#1");
    }

    [Fact]
    public async Task A_wish_of_a_transaction_that_never_committed_is_never_carried_out()
    {
        await RecordAsync(commit: false);

        (await PumpAsync()).ShouldBe(0);
        rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_steps_wish_is_carried_out_by_the_same_pump_after_their_commit()
    {
        await RecordAsync(commit: true, "opener");

        (await PumpAsync()).ShouldBe(2);
        rows[Office.Case].Ending.ShouldBe("done");
        rows[Other].Waits.ShouldHaveSingleItem();
    }

    public void Dispose() => provider.Dispose();

    private async Task RecordAsync(bool commit, string definition = "question")
    {
        await using var scope = provider.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IProcessEngine>().StartAsync(Office.Case, definition, default);
        if (commit)
        {
            scope.ServiceProvider.GetRequiredService<DeferredEngine>().OnCommitted();
        }
    }

    private Task<int> PumpAsync() => provider.GetRequiredService<DeferredWishes>()
        .PumpAsync(provider.GetRequiredService<IServiceScopeFactory>(), (_, _) => Task.CompletedTask);

    private sealed class Rows(Dictionary<Guid, CaseState> rows) : ICaseStates
    {
        public ValueTask<CaseState?> FindAsync(Guid caseId, CancellationToken ct) => ValueTask.FromResult(rows.GetValueOrDefault(caseId));

        public void Put(CaseState state) => rows[state.CaseId] = state;
    }

    [Step("Workflows.Open")]
    private sealed class Open(IProcessEngine engine) : IStep
    {
        public async ValueTask<StepResult> RunAsync(StepCall call, CancellationToken ct)
        {
            await engine.StartAsync(Other, "question", ct);
            return StepResult.Done();
        }
    }
}
