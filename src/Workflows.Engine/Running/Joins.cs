namespace Workflows.Engine;

/// <summary>
/// Brings branches together. WaitAll goes on when a branch has come over each connection; WaitAllActive when one has come and no other
/// can come any more; WaitAny at once. A connection that leads back to a join enters it directly.
/// </summary>
internal static class Joins
{
    /// <summary>Lets a branch rest at the join it came to.</summary>
    public static void Park(CaseState state, Connection connection)
    {
        if (!state.Arrivals.TryGetValue(connection.Target.Id, out var arrived))
        {
            state.Arrivals[connection.Target.Id] = arrived = [];
        }

        var at = arrived.BinarySearch(connection.Index);
        if (at >= 0)
        {
            throw new InvalidOperationException(
                $"Case {state.CaseId}: a second branch came to '{connection.Target.Id}' over the same connection.");
        }

        arrived.Insert(~at, connection.Index);
    }

    /// <summary>A join that has what it waits for, cleared for its next use; null if none has.</summary>
    public static Activity? Complete(ProcessDefinition definition, CaseState state)
    {
        foreach (var (id, arrived) in state.Arrivals)
        {
            var join = definition.Find(id)!;
            var complete = join.Mode == JoinMode.WaitAll
                ? Array.TrueForAll(join.Incoming, connection => connection.IsBackward || arrived.Contains(connection.Index))
                : !MoreCanCome(definition, state, join);
            if (complete)
            {
                state.Arrivals.Remove(id);
                return join;
            }
        }

        return null;
    }

    /// <summary>Forgets the branches that rest at joins on the way to this one.</summary>
    public static void Forget(ProcessDefinition definition, CaseState state, Activity join)
    {
        foreach (var id in state.Arrivals.Keys.Where(id => definition.Graph.LeadsTo(definition.Find(id)!, join)).ToArray())
        {
            state.Arrivals.Remove(id);
        }
    }

    private static bool MoreCanCome(ProcessDefinition definition, CaseState state, Activity join) =>
        state.Waits.Exists(wait => definition.Graph.LeadsTo(definition.Find(wait.ActivityId)!, join))
        || state.Arrivals.Keys.Any(id => definition.Graph.LeadsTo(definition.Find(id)!, join));
}
