namespace Workflows.Engine;

/// <summary>
/// Where cases of a definition can stand: which activities can be open together, and which branches rest at joins meanwhile. Found by walking
/// every way from the start, each choice taken both ways.
/// </summary>
internal sealed class Positions(ProcessDefinition definition)
{
    /// <summary>More positions than this mean many branches side by side; what can't be walked isn't proven.</summary>
    public const int Limit = 50_000;

    private readonly HashSet<string> seen = [];
    private readonly Queue<SortedSet<int>> open = new();

    /// <summary>Whether a case can wait at exactly these activities, with exactly these branches at joins; null where there is too much to walk.</summary>
    public bool? CanRestAt(IEnumerable<Activity> waits, IEnumerable<Connection> arrivals)
    {
        var wanted = Key([.. waits.Select(At), .. arrivals.Select(Arrived)]);
        Visit([At(definition.Start)]);
        while (!seen.Contains(wanted) && seen.Count <= Limit && open.TryDequeue(out var position))
        {
            foreach (var activity in position.Where(place => place >= 0).Select(place => definition.Activities[place]).ToArray())
            {
                foreach (var group in Ways(activity))
                {
                    Visit(After(position, activity, group));
                }
            }
        }

        return seen.Contains(wanted) ? true : seen.Count > Limit ? null : false;
    }

    private static Connection[][] Ways(Activity activity) => activity.Kind == ActivityKind.Fork
        ? [[.. activity.Outgoing.Values.SelectMany(group => group)]]
        : [.. activity.Outgoing.Values];

    private SortedSet<int> After(SortedSet<int> position, Activity left, Connection[] taken)
    {
        var next = new SortedSet<int>(position);
        next.Remove(At(left));
        foreach (var connection in taken)
        {
            Arrive(next, connection);
        }

        while (Complete(next) is { } join)
        {
            next.RemoveWhere(place => place < 0 && ConnectionAt(place).Target == join);
            next.Add(At(join));
        }

        return next;
    }

    private void Arrive(SortedSet<int> position, Connection connection)
    {
        var target = connection.Target;
        if (target.Kind == ActivityKind.Join && !connection.IsBackward && target.Mode != JoinMode.WaitAny)
        {
            position.Add(Arrived(connection));
            return;
        }

        if (target.Kind == ActivityKind.Join && !connection.IsBackward)
        {
            // The first branch wins: what else was on the way here is withdrawn.
            position.RemoveWhere(place => definition.Graph.LeadsTo(place >= 0 ? definition.Activities[place] : ConnectionAt(place).Target, target));
        }

        position.Add(At(target));
    }

    private Activity? Complete(SortedSet<int> position) => position.Where(place => place < 0).Select(place => ConnectionAt(place).Target)
        .FirstOrDefault(join => join.Mode == JoinMode.WaitAll
            ? Array.TrueForAll(join.Incoming, inbound => inbound.IsBackward || position.Contains(Arrived(inbound)))
            : !position.Any(place => definition.Graph.LeadsTo(
                place >= 0 ? definition.Activities[place] : ConnectionAt(place).Target, join)));

    private void Visit(SortedSet<int> position)
    {
        // An end closes the case, whatever else is open.
        if (!position.Any(place => place >= 0 && definition.Activities[place].IsEnd) && seen.Add(Key(position)))
        {
            open.Enqueue(position);
        }
    }

    private static string Key(SortedSet<int> position) => string.Join(',', position);

    private Connection ConnectionAt(int place) => definition.Connections[-1 - place];

    private static int At(Activity activity) => activity.Index;

    private static int Arrived(Connection connection) => -1 - connection.Index;
}
