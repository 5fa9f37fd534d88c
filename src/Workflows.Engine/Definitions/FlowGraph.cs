namespace Workflows.Engine;

/// <summary>
/// The shape of a flowchart: which activity every way to another one passes (dominators), which connections lead back, and what lies
/// ahead when loops are left out. These decide which branches can still come to a join.
/// </summary>
internal sealed class FlowGraph
{
    private readonly bool[][] dominators;
    private readonly bool[][] ahead;

    public FlowGraph(IReadOnlyList<Activity> activities, IReadOnlyList<Connection> connections, Activity start)
    {
        Activities = activities;
        Index(activities, connections);
        Reachable = Reach(start, connection => true, includeStart: true);
        dominators = Dominators(start);
        foreach (var connection in connections)
        {
            connection.IsBackward = Dominates(connection.Target, connection.Source);
        }

        ahead = [.. activities.Select(activity => Reach(activity, connection => !connection.IsBackward, includeStart: false))];
    }

    public IReadOnlyList<Activity> Activities { get; }

    /// <summary>By activity index: whether any way leads there from the start.</summary>
    public bool[] Reachable { get; }

    /// <summary>True if every way from the start to one activity passes the other, or they are the same.</summary>
    public bool Dominates(Activity earlier, Activity later) => Reachable[later.Index] && dominators[later.Index][earlier.Index];

    /// <summary>True if a way that goes back over no loop leads from one activity to another.</summary>
    public bool LeadsTo(Activity from, Activity to) => ahead[from.Index][to.Index];

    /// <summary>What is reached from an activity over the connections that <paramref name="follow"/> accepts, by activity index.</summary>
    public bool[] Reach(Activity from, Func<Connection, bool> follow, bool includeStart)
    {
        var reached = new bool[Activities.Count];
        var open = new Stack<Activity>([from]);
        while (open.TryPop(out var activity))
        {
            foreach (var connection in activity.Outgoing.Values.SelectMany(group => group).Where(follow))
            {
                if (!reached[connection.Target.Index])
                {
                    reached[connection.Target.Index] = true;
                    open.Push(connection.Target);
                }
            }
        }

        reached[from.Index] |= includeStart;
        return reached;
    }

    private static void Index(IReadOnlyList<Activity> activities, IReadOnlyList<Connection> connections)
    {
        for (var index = 0; index < activities.Count; index++)
        {
            var activity = activities[index];
            activity.Index = index;
            activity.Outgoing = connections.Where(connection => connection.Source == activity)
                .GroupBy(connection => connection.Port).ToDictionary(group => group.Key, group => group.ToArray());
            activity.Incoming = [.. connections.Where(connection => connection.Target == activity)];
        }
    }

    private bool[][] Dominators(Activity start)
    {
        var sets = Activities.Select(_ => Enumerable.Repeat(true, Activities.Count).ToArray()).ToArray();
        sets[start.Index] = Only(start);
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var activity in Activities.Where(activity => activity != start && Reachable[activity.Index]))
            {
                var next = Only(activity);
                var sources = activity.Incoming.Select(connection => connection.Source.Index).Where(source => Reachable[source]).ToArray();
                for (var index = 0; index < next.Length; index++)
                {
                    next[index] |= Array.TrueForAll(sources, source => sets[source][index]);
                }

                changed |= !next.AsSpan().SequenceEqual(sets[activity.Index]);
                sets[activity.Index] = next;
            }
        }

        return sets;
    }

    private bool[] Only(Activity activity)
    {
        var set = new bool[Activities.Count];
        set[activity.Index] = true;
        return set;
    }
}
