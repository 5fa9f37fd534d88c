using Microsoft.Extensions.Time.Testing;
using Workflows.Engine.Tests.Parts;

namespace Workflows.Engine.Tests.Behaviour;

/// <summary>The embedded engine: everything happens within the call, or nothing.</summary>
public sealed class OnTheEmbeddedEngine : EngineBehaviour
{
    private protected override Task<IEngineOffice> OpenAsync(IReadOnlyList<DefinitionFile> files) =>
        Task.FromResult<IEngineOffice>(new EmbeddedOffice(new Office(files)));

    private sealed class EmbeddedOffice(Office office) : IEngineOffice
    {
        public Script Script => office.Script;

        public FakeTimeProvider Clock => office.Clock;

        public Task StartAsync(string definition, Guid? caseId = null) => office.StartAsync(definition, caseId);

        public Task SignalAsync(string wait, string outcome, Guid operation, Guid? caseId = null) => office.SignalAsync(wait, outcome, operation, caseId);

        public Task CancelAsync(string reason, Guid operation) => office.UseAsync(engine => engine.CancelAsync(Office.Case, reason, operation, default));

        public Task MigrateAsync(int toVersion, Guid operation) =>
            office.UseAsync(engine => engine.MigrateAsync(Office.Case, toVersion, operation, default));

        public async Task SweepAsync()
        {
            while (office.State().NextDueAt <= Clock.GetUtcNow())
            {
                await office.SignalDueAsync();
            }
        }

        public Task RecoverAsync(Func<Task> again) => again();

        public Task<CaseState> StateAsync(Guid? caseId = null) => Task.FromResult(office.State(caseId));

        public ValueTask DisposeAsync()
        {
            office.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
