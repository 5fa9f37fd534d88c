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
        var older = new Flow("question").Start().Ask("decide", "Approved,Returned").Ask("revise").Finish("done")
            .Lines("start -> decide", "decide:Approved -> done", "decide:Returned -> revise", "revise:Approved -> done");
        var question = new Flow("question", 2).Start().Ask("decide", "Approved,Returned").Finish("done")
            .Lines("start -> decide", "decide:Approved -> done", "decide:Returned -> done");
        var opener = new Flow("opener").Start().Add("open", "Workflows.Open").Finish("done").Lines("start -> open", "open -> done");
        provider = new ServiceCollection().AddSingleton<Script>().AddScoped<ICaseStates>(_ => new Rows(rows))
            .AddSingleton<Witness>().AddScoped<IMigrationWitness>(provider => provider.GetRequiredService<Witness>())
            .AddStep<Ask>().AddStep<Open>()
            .AddEmbeddedEngine(steps => DefinitionCatalogue.Load([question.File(), older.File("question.v1.json"), opener.File()], steps).OrThrow())
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

    [Fact]
    public async Task A_migration_is_carried_out_by_the_pump_and_not_before()
    {
        await RecordAsync(commit: true);
        await PumpAsync();
        rows[Office.Case] = OnVersion1(rows[Office.Case]);

        await RecordAsync(commit: true, wish: engine => engine.MigrateAsync(Office.Case, 2, Office.Operation(1), default));

        rows[Office.Case].Version.ShouldBe(1);
        (await PumpAsync()).ShouldBe(1);
        rows[Office.Case].Version.ShouldBe(2);
    }

    [Fact]
    public async Task A_case_that_went_elsewhere_before_the_pump_stays_on_its_version_and_the_witness_is_told()
    {
        await RecordAsync(commit: true);
        await PumpAsync();
        rows[Office.Case] = OnVersion1(rows[Office.Case]);

        await RecordAsync(commit: true, wish: engine => engine.SignalAsync(Office.Case, "decide#1", "Returned", Office.Operation(1), default));
        await RecordAsync(commit: true, wish: engine => engine.MigrateAsync(Office.Case, 2, Office.Operation(2), default));
        (await PumpAsync()).ShouldBe(2);

        rows[Office.Case].Version.ShouldBe(1);
        rows[Office.Case].Waits.ShouldHaveSingleItem().Id.ShouldBe("revise#1");
        provider.GetRequiredService<Witness>().Stayed.ShouldHaveSingleItem().ActivityId.ShouldBe("revise");
    }

    public void Dispose() => provider.Dispose();

    private static CaseState OnVersion1(CaseState state) => CaseStateJson.Read(CaseStateJson.Write(state).Replace("\"v\":2", "\"v\":1"));

    private Task RecordAsync(bool commit, string definition = "question") =>
        RecordAsync(commit, engine => engine.StartAsync(Office.Case, definition, default));

    private async Task RecordAsync(bool commit, Func<IProcessEngine, ValueTask> wish)
    {
        await using var scope = provider.CreateAsyncScope();
        await wish(scope.ServiceProvider.GetRequiredService<IProcessEngine>());
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

    private sealed class Witness : IMigrationWitness
    {
        public List<MigrationObstacle> Stayed { get; } = [];

        public ValueTask StayedAsync(Guid caseId, int toVersion, IReadOnlyList<MigrationObstacle> obstacles, CancellationToken ct)
        {
            Stayed.AddRange(obstacles);
            return ValueTask.CompletedTask;
        }
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
