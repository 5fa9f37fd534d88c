using Microsoft.Extensions.DependencyInjection;
using Workflows.Storage;

namespace Workflows.Engine.OnElsa;

/// <summary>Reads and changes the records of cases, each change in a transaction of its own; of two at once one is done again.</summary>
internal sealed class CaseRecords(IServiceScopeFactory scopes, DefinitionCatalogue definitions, TimeProvider clock)
{
    private const int Attempts = 8;

    /// <summary>The record as it is now, to look at; null if the case was never started.</summary>
    public async Task<CaseState?> ReadAsync(Guid caseId, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ICaseStates>().FindAsync(caseId, ct);
    }

    /// <summary>Changes the record of a started case, together with whatever steps do meanwhile.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="change">What is done; called again after a collision, on what is true then. False: nothing to save.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <returns>The record as it is after the commit.</returns>
    public Task<CaseState> ChangeAsync(Guid caseId, Func<CaseRecord, ValueTask<bool>> change, CancellationToken ct) =>
        WithinAsync(async (services, db) =>
        {
            var states = services.GetRequiredService<ICaseStates>();
            var state = await states.FindAsync(caseId, ct) ?? throw new InvalidOperationException($"Case {caseId} was never started.");
            if (await change(Of(state, services)))
            {
                states.Put(state);
                await db.SaveChangesAsync(ct);
            }

            return state;
        }, ct);

    /// <summary>Does something in a unit of work of its own, again after a collision.</summary>
    public async Task<T> WithinAsync<T>(Func<IServiceProvider, WorkflowsDb, Task<T>> work, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<WorkflowsDb>();
            try
            {
                return await work(scope.ServiceProvider, db);
            }
            catch (Exception failure) when (attempt < Attempts && db.Dialect.MetAnother(failure))
            {
                ct.ThrowIfCancellationRequested();
            }
        }
    }

    /// <summary>A unit of work on a state that was found in these services' scope.</summary>
    public CaseRecord Of(CaseState state, IServiceProvider services) => new(state, DefinitionOf(state), services, clock);

    public ProcessDefinition DefinitionOf(CaseState state) => definitions.Find(state.DefinitionId, state.Version)
        ?? throw new UnknownVersionException(state.CaseId, state.DefinitionId, state.Version);
}
