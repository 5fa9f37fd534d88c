using System.Text.Json;

namespace Workflows.Engine;

/// <summary>What all activities have in common: known properties, title, box, inputs.</summary>
internal static class ActivityParts
{
    private static readonly string[] CommonKeys =
    [
        "id", "nodeId", "name", "type", "version", "canStartWorkflow", "runAsynchronously", "customProperties", "metadata",
        "source", "line",
    ];

    /// <summary>True for a property that every activity has, such as its id and its name.</summary>
    public static bool IsCommon(string property) => CommonKeys.Contains(property);

    public static string[] Distinct(JsonPlace at, string[] outcomes)
    {
        foreach (var doubled in outcomes.GroupBy(name => name).Where(group => group.Count() > 1))
        {
            at.Refuse($"The outcome '{doubled.Key}' is named twice.", "Give each outcome a name of its own.");
        }

        return [.. outcomes.Distinct()];
    }

    public static Dictionary<string, Expression> Inputs(params (string Name, Expression? Value)[] read) =>
        read.Where(input => input.Value is not null).ToDictionary(input => input.Name, input => input.Value!.Value);

    public static JsonPlace? Required(JsonPlace at, string name)
    {
        var place = at.Property(name);
        if (place is null)
        {
            at.Refuse($"'{name}' is missing.", $"Add \"{name}\".");
        }

        return place;
    }

    public static void Known(JsonPlace at, params string[] own) => at.IsObject(CommonKeys.Concat(own).ToHashSet());

    public static ActivityTitle Title(JsonPlace at, string id)
    {
        var (custom, shown, name) = (at.Property("customProperties"), at.Property("metadata")?.Text("displayText"), at.Text("name"));
        return new ActivityTitle(
            custom?.Text("displayTextZh") ?? shown ?? name ?? id,
            custom?.Text("displayTextEn") ?? name ?? shown ?? id);
    }

    public static Box? BoxOf(JsonPlace at)
    {
        var designer = at.Property("metadata")?.Property("designer");
        var (position, size) = (designer?.Property("position"), designer?.Property("size"));
        return Number(position, "x") is { } x && Number(position, "y") is { } y
            ? new Box(x, y, Number(size, "width") ?? 160, Number(size, "height") ?? 56)
            : null;
    }

    private static double? Number(JsonPlace? place, string name) =>
        place?.Property(name) is { Value.ValueKind: JsonValueKind.Number } number ? number.Value.GetDouble() : null;
}
