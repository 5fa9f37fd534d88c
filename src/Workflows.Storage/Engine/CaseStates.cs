using Workflows.Engine;
using Workflows.Personnel.Cases;

namespace Workflows.Storage.Engine;

/// <summary>Keeps the engine's states in the rows of their cases, inside the caller's unit of work: one save commits both.</summary>
public sealed class CaseStates(WorkflowsDb db, TimeProvider clock) : ICaseStates
{
    // The row a state was read from tells whether the tracked state is still that row's: a cleared change tracker reads anew.
    private readonly Dictionary<Guid, (Case Row, CaseState? State)> states = [];

    /// <inheritdoc />
    public async ValueTask<CaseState?> FindAsync(Guid caseId, CancellationToken ct)
    {
        var row = await RowAsync(caseId, ct);
        if (states.TryGetValue(caseId, out var known) && ReferenceEquals(known.Row, row))
            return known.State;

        var state = row.EngineState is null ? null : CaseStateJson.Read(row.EngineState);
        states[caseId] = (row, state);
        return state;
    }

    /// <inheritdoc />
    public void Put(CaseState state)
    {
        var row = states.TryGetValue(state.CaseId, out var found)
            ? found.Row
            : throw new InvalidOperationException($"Case {state.CaseId} was put before it was found.");
        states[state.CaseId] = (row, state);
        row.EngineState = CaseStateJson.Write(state);
        row.DefinitionVersion = state.Version;
        row.NextDueAt = state.NextDueAt;
        if (state.Status is CaseStatus.Running || row.Stage is not CaseStage.Running)
            return;

        row.Stage = state.Status is CaseStatus.Finished ? CaseStage.Ended : CaseStage.Cancelled;
        row.Ending = state.Ending;
        row.EndedAt = clock.Now();
    }

    private async ValueTask<Case> RowAsync(Guid caseId, CancellationToken ct) =>
        await db.Cases.FindAsync([caseId], ct) ?? throw new InvalidOperationException($"There is no case {caseId}.");
}
