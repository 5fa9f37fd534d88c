namespace Workflows.Engine;

/// <summary>Checks the shape of a flowchart: one start, nothing unreachable or unconnected, no loop that never rests.</summary>
internal static class FlowChecks
{
    /// <summary>The one start: the Elsa.Start activity, else the one activity that nothing leads to. Null with a fault otherwise.</summary>
    public static Activity? Start(JsonPlace root, List<Activity> activities, List<Connection> connections)
    {
        var marked = activities.FindAll(activity => activity.Kind == ActivityKind.Start);
        var targets = connections.Select(connection => connection.Target).ToHashSet();
        var starts = marked.Count > 0 ? marked : activities.FindAll(activity => !targets.Contains(activity));
        if (starts.Count == 1)
        {
            Named(root, starts[0]);
            return starts[0];
        }

        var at = root with { Path = $"{root.Path}.activities", ActivityId = starts.Count > 1 ? starts[1].Id : null };
        if (starts.Count == 0)
        {
            at.Refuse("There is no start.", "Add one Elsa.Start activity.");
        }
        else
        {
            at.Refuse($"There are several starts: {string.Join(", ", starts.Select(activity => activity.Id))}.",
                "Keep one Elsa.Start activity, and connect every other activity.");
        }

        return null;
    }

    /// <summary>The graph of the flowchart, after every check of its shape.</summary>
    public static FlowGraph Check(JsonPlace root, List<Activity> activities, List<Connection> connections, Activity start)
    {
        var graph = new FlowGraph(activities, connections, start);
        foreach (var activity in activities)
        {
            var at = root with { ActivityId = activity.Id, Path = activity.JsonPath };
            if (!graph.Reachable[activity.Index])
            {
                at.Refuse("No way leads here from the start.", "Connect it, or remove it.");
            }

            foreach (var outcome in activity.Outcomes.Where(outcome => !activity.Outgoing.ContainsKey(outcome)))
            {
                at.Refuse($"The outcome '{outcome}' leads nowhere.", $"Connect the port '{outcome}' to an activity.");
            }
        }

        var restlessly = (Connection connection) =>
            graph.Reachable[connection.Source.Index] && !connection.Source.Waits && !connection.Source.IsUnknown;
        if (Cycle(activities, restlessly) is { } restless)
        {
            (root with { ActivityId = restless[0].Id, Path = restless[0].JsonPath }).Refuse(
                $"The loop {Shown(restless)} never waits, so that it would run for ever.", "Put a step that waits into the loop.");
        }

        if (Cycle(activities, connection => graph.Reachable[connection.Source.Index] && !connection.IsBackward) is { } tangled)
        {
            (root with { ActivityId = tangled[0].Id, Path = tangled[0].JsonPath }).Refuse(
                $"The loop {Shown(tangled)} can be entered at more than one place.",
                "Lead back only to an activity that every way from the start has passed.");
            return graph;
        }

        BranchChecks.Check(root, graph);
        return graph;
    }

    private static void Named(JsonPlace root, Activity start)
    {
        if (root.Text("start") is { } named && named != start.Id)
        {
            (root with { Path = $"{root.Path}.start", ActivityId = named }).Refuse(
                $"'start' names '{named}', but Elsa ignores it and starts at '{start.Id}'.", "Remove \"start\", or name that activity.");
        }
    }

    private static string Shown(List<Activity> cycle) => string.Join(" -> ", cycle.Append(cycle[0]).Select(activity => activity.Id));

    /// <summary>Some cycle over the connections that <paramref name="follow"/> accepts, in order, or null.</summary>
    private static List<Activity>? Cycle(List<Activity> activities, Func<Connection, bool> follow)
    {
        var finished = new HashSet<Activity>();
        var path = new List<Activity>();
        return activities.Select(Visit).FirstOrDefault(cycle => cycle is not null);

        List<Activity>? Visit(Activity activity)
        {
            if (path.IndexOf(activity) is var at and >= 0)
            {
                return path[at..];
            }

            if (!finished.Add(activity))
            {
                return null;
            }

            path.Add(activity);
            var cycle = activity.Outgoing.Values.SelectMany(group => group).Where(follow)
                .Select(connection => Visit(connection.Target)).FirstOrDefault(found => found is not null);
            path.RemoveAt(path.Count - 1);
            return cycle;
        }
    }
}
