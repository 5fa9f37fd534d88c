using Microsoft.Extensions.Time.Testing;
using Workflows.Engine.Tests.Parts;

namespace Workflows.Engine.Tests.Behaviour;

/// <summary>An engine with its cases, whichever engine it is. A call returns when everything that follows from it has happened.</summary>
internal interface IEngineOffice : IAsyncDisposable
{
    Script Script { get; }

    FakeTimeProvider Clock { get; }

    Task StartAsync(string definition, Guid? caseId = null);

    Task SignalAsync(string wait, string outcome, Guid operation, Guid? caseId = null);

    Task CancelAsync(string reason, Guid operation);

    Task MigrateAsync(int toVersion, Guid operation);

    /// <summary>What a sweep does: wakes the case as long as something is due.</summary>
    Task SweepAsync();

    /// <summary>After a call that was broken off: the asking program asks again, or the engine finds by itself what is left to do.</summary>
    Task RecoverAsync(Func<Task> again);

    Task<CaseState> StateAsync(Guid? caseId = null);
}
