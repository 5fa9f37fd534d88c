namespace Workflows.Engine;

/// <summary>
/// Checks that parallel branches meet at joins alone, come to their join, and leave it only together. Where these hold, this engine and
/// Elsa bring branches together alike, and no branch is lost.
/// </summary>
internal static class BranchChecks
{
    public static void Check(JsonPlace root, FlowGraph graph)
    {
        foreach (var activity in graph.Activities)
        {
            foreach (var fork in Forks(activity))
            {
                Meetings(root, graph, fork);
                Returns(root, graph, fork);
            }

            if (activity is { Kind: ActivityKind.Join, Mode: JoinMode.WaitAll })
            {
                Alternatives(root, graph, activity);
            }
        }
    }

    /// <summary>Groups of connections that are followed together: those of a fork, and those of one outcome.</summary>
    private static IEnumerable<Connection[]> Forks(Activity activity)
    {
        var groups = activity.Kind == ActivityKind.Fork
            ? [[.. activity.Outgoing.Values.SelectMany(group => group)]]
            : activity.Outgoing.Values.ToArray();
        return groups.Where(group => group.Length > 1);
    }

    private static void Meetings(JsonPlace root, FlowGraph graph, Connection[] fork)
    {
        for (var first = 0; first < fork.Length; first++)
        {
            for (var second = first + 1; second < fork.Length; second++)
            {
                var (one, other) = (fork[first].Target, fork[second].Target);
                var joins = graph.Activities.Where(activity => activity.Kind == ActivityKind.Join && ComesTo(graph, one, activity)
                    && ComesTo(graph, other, activity)).ToArray();
                var (left, right) = (Branch(graph, one, joins), Branch(graph, other, joins));
                var beyond = graph.Activities.Where(activity => Array.Exists(joins, join => graph.LeadsTo(join, activity))).ToHashSet();
                foreach (var activity in graph.Activities.Where(activity => !activity.IsEnd && !joins.Contains(activity)))
                {
                    if (left[activity.Index] && right[activity.Index])
                    {
                        (root with { ActivityId = activity.Id, Path = activity.JsonPath }).Refuse(
                            $"Branches of '{fork[0].Source.Id}' meet here without a join.", "Put an Elsa.FlowJoin before it.");
                    }
                    else if ((left[activity.Index] || right[activity.Index]) && beyond.Contains(activity))
                    {
                        (root with { ActivityId = activity.Id, Path = activity.JsonPath }).Refuse(
                            $"A branch of '{fork[0].Source.Id}' comes here past the join '{joins[0].Id}', which would wait for it in vain.",
                            "Lead every way of the branch to the join or to an end.");
                    }
                }
            }
        }
    }

    private static void Returns(JsonPlace root, FlowGraph graph, Connection[] fork)
    {
        var joins = graph.Activities.Where(activity => activity.Kind == ActivityKind.Join
            && Array.TrueForAll(fork, connection => ComesTo(graph, connection.Target, activity))).ToArray();
        var inside = graph.Activities.Select(_ => false).ToArray();
        foreach (var connection in fork.Where(connection => !connection.IsBackward))
        {
            var branch = Branch(graph, connection.Target, joins);
            inside = [.. inside.Zip(branch, (one, other) => one || other)];
        }

        var leaving = graph.Activities.Where(activity => inside[activity.Index])
            .SelectMany(activity => activity.Outgoing.Values.SelectMany(group => group))
            .Where(connection => connection.IsBackward && !inside[connection.Target.Index]);
        foreach (var connection in leaving.Concat(fork.Where(connection => connection.IsBackward)))
        {
            (root with { ActivityId = connection.Source.Id, Path = connection.JsonPath }).Refuse(
                $"A branch of '{fork[0].Source.Id}' goes back to '{connection.Target.Id}' while the other branches go on.",
                "Join the branches first, then go back.");
        }
    }

    /// <summary>A WaitAll join is skipped by Elsa if a choice leads to some of its connections only: WaitAllActive is meant then.</summary>
    private static void Alternatives(JsonPlace root, FlowGraph graph, Activity join)
    {
        foreach (var choice in graph.Activities.Where(activity => activity.Kind != ActivityKind.Fork && graph.LeadsTo(activity, join)))
        {
            var arrivals = choice.Outgoing.Values.Select(group => Arrivals(graph, group, join)).Where(set => set.Length > 0).ToArray();
            if (arrivals.Skip(1).Any(set => !set.SequenceEqual(arrivals[0])))
            {
                (root with { ActivityId = join.Id, Path = join.JsonPath }).Refuse(
                    $"WaitAll waits for every connection, but '{choice.Id}' chooses between them, so that it would wait in vain.",
                    "Set the mode to WaitAllActive, which waits for the branches that can still come.");
                return;
            }
        }
    }

    private static int[] Arrivals(FlowGraph graph, Connection[] group, Activity join) =>
    [
        .. join.Incoming.Where(inbound => !inbound.IsBackward
            && Array.Exists(group, connection => connection == inbound
                || (!connection.IsBackward && connection.Target != join && ComesTo(graph, connection.Target, inbound.Source))))
            .Select(inbound => inbound.Index),
    ];

    private static bool ComesTo(FlowGraph graph, Activity from, Activity to) => from == to || graph.LeadsTo(from, to);

    /// <summary>What a branch passes before one of the joins, by activity index.</summary>
    private static bool[] Branch(FlowGraph graph, Activity first, Activity[] joins) => joins.Contains(first)
        ? new bool[graph.Activities.Count]
        : graph.Reach(first, connection => !connection.IsBackward && !joins.Contains(connection.Target), includeStart: true);
}
