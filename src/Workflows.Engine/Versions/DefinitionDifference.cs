namespace Workflows.Engine;

/// <summary>
/// What one version of a definition does differently from another. Where boxes stand in the designer is no difference; the name, the inputs
/// and the outcomes of an activity are.
/// </summary>
/// <param name="Added">Activities that only the newer version has, in its order.</param>
/// <param name="Removed">Activities that only the older version has, in its order.</param>
/// <param name="Changed">Activities that both have, with what is different about them.</param>
/// <param name="ConnectionsAdded">Connections that only the newer version has.</param>
/// <param name="ConnectionsRemoved">Connections that only the older version has.</param>
/// <param name="Variables">Variables that were added, removed, or start otherwise, with value and type before and after.</param>
public sealed record DefinitionDifference(
    IReadOnlyList<ActivityLine> Added,
    IReadOnlyList<ActivityLine> Removed,
    IReadOnlyList<ActivityChange> Changed,
    IReadOnlyList<ConnectionLine> ConnectionsAdded,
    IReadOnlyList<ConnectionLine> ConnectionsRemoved,
    IReadOnlyList<PropertyChange> Variables)
{
    /// <summary>True if cases go the same way by both versions.</summary>
    public bool IsNone => Added.Count + Removed.Count + Changed.Count + ConnectionsAdded.Count + ConnectionsRemoved.Count + Variables.Count == 0;

    /// <summary>What is different in the second version.</summary>
    public static DefinitionDifference Between(ProcessDefinition older, ProcessDefinition newer)
    {
        var (before, after) = (Lines(older), Lines(newer));
        return new DefinitionDifference(
            [.. newer.Activities.Where(activity => older.Find(activity.Id) is null).Select(ActivityLine.Of)],
            [.. older.Activities.Where(activity => newer.Find(activity.Id) is null).Select(ActivityLine.Of)],
            [.. older.Activities.Select(activity => Change(activity, newer.Find(activity.Id))).OfType<ActivityChange>()],
            [.. after.Except(before)],
            [.. before.Except(after)],
            Compare(Declared(older), Declared(newer)));
    }

    private static IReadOnlyList<ConnectionLine> Lines(ProcessDefinition definition) =>
        [.. definition.Connections.Select(connection => new ConnectionLine(connection.Source.Id, connection.Port, connection.Target.Id))];

    private static ActivityChange? Change(Activity before, Activity? after) =>
        after is not null && Compare(Properties(before), Properties(after)) is { Count: > 0 } properties
            ? new ActivityChange(ActivityLine.Of(after), properties)
            : null;

    private static IReadOnlyList<PropertyChange> Compare(Dictionary<string, string> before, Dictionary<string, string> after) =>
    [
        .. before.Keys.Union(after.Keys)
            .Select(name => new PropertyChange(name, before.GetValueOrDefault(name), after.GetValueOrDefault(name)))
            .Where(change => change.Before != change.After),
    ];

    private static Dictionary<string, string> Declared(ProcessDefinition definition) => definition.Variables.ToDictionary(
        variable => variable.Id, variable => $"{variable.Value} ({variable.TypeName})");

    private static Dictionary<string, string> Properties(Activity activity)
    {
        var properties = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["type"] = activity.Type,
            ["titleZh"] = activity.Title.Zh,
            ["titleEn"] = activity.Title.En,
        };
        // The outcomes of a switch and of a fork are their cases and branches, so that these need no line of their own.
        properties["outcomes"] = string.Join(",", activity.Outcomes);
        if (activity.Kind == ActivityKind.Join)
        {
            properties["mode"] = $"{activity.Mode}";
        }

        if (activity.TargetVariable is { } variable)
        {
            properties["variable"] = variable;
        }

        foreach (var (name, expression) in activity.Inputs.Concat(activity.Cases.Select(one => KeyValuePair.Create(one.Label, one.Condition))))
        {
            properties[name] = Shown(expression);
        }

        foreach (var (name, target) in activity.Outputs)
        {
            properties[name] = $"-> {target}";
        }

        return properties;
    }

    private static string Shown(Expression expression) => expression.Kind switch
    {
        ExpressionKind.Literal => expression.Value ?? "",
        ExpressionKind.CaseId => "{CaseId}",
        _ => $"{{{expression.Value}}}",
    };
}

/// <summary>An activity as a difference names it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Type">Its type.</param>
/// <param name="Title">What people call it.</param>
public sealed record ActivityLine(string Id, string Type, ActivityTitle Title)
{
    /// <summary>The line of an activity.</summary>
    public static ActivityLine Of(Activity activity) => new(activity.Id, activity.Type, activity.Title);
}

/// <summary>A connection as a difference names it.</summary>
/// <param name="Source">The id of the activity it comes from.</param>
/// <param name="Port">The outcome it belongs to.</param>
/// <param name="Target">The id of the activity it leads to.</param>
public sealed record ConnectionLine(string Source, string Port, string Target);

/// <summary>An activity that both versions have, and what is different about it.</summary>
/// <param name="Activity">The activity as the newer version has it.</param>
/// <param name="Properties">What is different; at least one.</param>
public sealed record ActivityChange(ActivityLine Activity, IReadOnlyList<PropertyChange> Properties);

/// <summary>A property that is different: an input by its name, or <c>type</c>, <c>titleZh</c>, <c>titleEn</c>, <c>outcomes</c>, <c>mode</c>.</summary>
/// <param name="Name">The property.</param>
/// <param name="Before">Its value in the older version; null if it lacks it.</param>
/// <param name="After">Its value in the newer version; null if it lacks it.</param>
public sealed record PropertyChange(string Name, string? Before, string? After);
