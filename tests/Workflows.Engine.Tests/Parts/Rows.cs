namespace Workflows.Engine.Tests.Parts;

/// <summary>States in memory, written and read as JSON, which count when the unit of work commits.</summary>
internal sealed class Rows(Dictionary<Guid, string> rows) : ICaseStates
{
    private readonly Dictionary<Guid, CaseState> tracked = [];

    public ValueTask<CaseState?> FindAsync(Guid caseId, CancellationToken ct)
    {
        if (!tracked.TryGetValue(caseId, out var state) && rows.TryGetValue(caseId, out var row))
        {
            tracked[caseId] = state = CaseStateJson.Read(row);
        }

        return ValueTask.FromResult(state);
    }

    public void Put(CaseState state) => tracked[state.CaseId] = state;

    public void Commit()
    {
        foreach (var (id, state) in tracked)
        {
            rows[id] = CaseStateJson.Write(state);
        }
    }
}
