using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Workflows.Engine.Tests.Parts;
using Workflows.Testing;

namespace Workflows.Engine.Tests.Behaviour;

/// <summary>The fake engine that does everything later, each wish in a unit of work of its own.</summary>
public sealed class OnTheDeferredEngine : EngineBehaviour
{
    private protected override Task<IEngineOffice> OpenAsync(IReadOnlyList<DefinitionFile> files) =>
        Task.FromResult<IEngineOffice>(new DeferredOffice(files));

    private sealed class DeferredOffice : IEngineOffice
    {
        private readonly Dictionary<Guid, string> rows = [];
        private readonly ServiceProvider provider;

        public DeferredOffice(IReadOnlyList<DefinitionFile> files) => provider = new ServiceCollection()
            .AddSingleton(Script).AddSingleton<TimeProvider>(Clock).AddScoped<ICaseStates>(_ => new Rows(rows))
            .AddStep<Ask>().AddStep<Answer>()
            .AddEmbeddedEngine(steps => DefinitionCatalogue.Load(files, steps).OrThrow())
            .AddDeferredEngine().BuildServiceProvider(validateScopes: true);

        public Script Script { get; } = new();

        public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 9, 1, 1, 0, 0, TimeSpan.Zero));

        public Task StartAsync(string definition, Guid? caseId = null) =>
            WishAsync(engine => engine.StartAsync(caseId ?? Office.Case, definition, default));

        public Task SignalAsync(string wait, string outcome, Guid operation, Guid? caseId = null) =>
            WishAsync(engine => engine.SignalAsync(caseId ?? Office.Case, wait, outcome, operation, default));

        public Task CancelAsync(string reason, Guid operation) => WishAsync(engine => engine.CancelAsync(Office.Case, reason, operation, default));

        public Task MigrateAsync(int toVersion, Guid operation) =>
            WishAsync(engine => engine.MigrateAsync(Office.Case, toVersion, operation, default));

        public async Task SweepAsync()
        {
            while (State(Office.Case).NextDueAt <= Clock.GetUtcNow())
            {
                await using var scope = provider.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<IDueTimers>().SignalDueAsync(Office.Case, default);
                Commit(scope.ServiceProvider);
                scope.ServiceProvider.GetRequiredService<DeferredEngine>().OnCommitted();
                await PumpAsync();
            }
        }

        public Task RecoverAsync(Func<Task> again) => PumpAsync();

        public Task<CaseState> StateAsync(Guid? caseId = null) => Task.FromResult(State(caseId ?? Office.Case));

        public ValueTask DisposeAsync() => provider.DisposeAsync();

        private static void Commit(IServiceProvider services) => ((Rows)services.GetRequiredService<ICaseStates>()).Commit();

        private CaseState State(Guid caseId) => CaseStateJson.Read(rows[caseId]);

        private async Task WishAsync(Func<IProcessEngine, ValueTask> wish)
        {
            await using var scope = provider.CreateAsyncScope();
            await wish(scope.ServiceProvider.GetRequiredService<IProcessEngine>());
            scope.ServiceProvider.GetRequiredService<DeferredEngine>().OnCommitted();
            await PumpAsync();
        }

        private Task<int> PumpAsync() => provider.GetRequiredService<DeferredWishes>().PumpAsync(
            provider.GetRequiredService<IServiceScopeFactory>(),
            (services, _) =>
            {
                Commit(services);
                return Task.CompletedTask;
            });
    }
}
