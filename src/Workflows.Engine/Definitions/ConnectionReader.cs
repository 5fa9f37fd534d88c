namespace Workflows.Engine;

/// <summary>Reads the connections of a flowchart; one with a fault is left out.</summary>
internal static class ConnectionReader
{
    private static readonly HashSet<string> ConnectionKeys = ["source", "target", "vertices"];
    private static readonly HashSet<string> EndpointKeys = ["activity", "port"];

    public static List<Connection> Read(JsonPlace root, List<Activity> activities)
    {
        var byId = activities.ToDictionary(activity => activity.Id);
        var connections = new List<Connection>();
        var seen = new HashSet<(string, string, string)>();
        foreach (var place in root.Items("connections").Where(place => place.IsObject(ConnectionKeys)))
        {
            var source = Endpoint(place, "source", byId);
            var target = Endpoint(place, "target", byId);
            var port = source is null ? null : Port(place, source);
            if (source is null || target is null || port is null)
            {
                continue;
            }

            if (seen.Add((source.Id, port, target.Id)))
            {
                connections.Add(
                    new Connection { Source = source, Port = port, Target = target, Index = connections.Count, JsonPath = place.Path });
            }
            else
            {
                (place with { ActivityId = source.Id }).Refuse("The connection stands here twice.", "Remove one of the two.");
            }
        }

        return connections;
    }

    private static Activity? Endpoint(JsonPlace connection, string side, Dictionary<string, Activity> byId)
    {
        if (connection.Property(side) is not { } place)
        {
            connection.Refuse($"'{side}' is missing.", $"Add \"{side}\": {{ \"activity\": ..., \"port\": ... }}.");
            return null;
        }

        if (!place.IsObject(EndpointKeys) || place.Text("activity", required: true) is not { } id)
        {
            return null;
        }

        if (byId.TryGetValue(id, out var activity))
        {
            return activity;
        }

        (place with { ActivityId = id, Path = $"{place.Path}.activity" }).Refuse(
            $"The connection leads to or from '{id}', which does not exist.", "Correct the id, or add the activity.");
        return null;
    }

    private static string? Port(JsonPlace connection, Activity source)
    {
        var place = connection.Property("source")! with { ActivityId = source.Id };
        var port = place.Text("port", required: true);
        if (port is null || source.IsUnknown || source.Outcomes.Contains(port))
        {
            return port;
        }

        (place with { Path = $"{place.Path}.port" }).Refuse(
            $"'{source.Id}' ({source.Type}) has no outcome '{port}'.",
            source.IsEnd ? "Remove the connection: the case ends there." : $"Use one of: {string.Join(", ", source.Outcomes)}.");
        return null;
    }
}
