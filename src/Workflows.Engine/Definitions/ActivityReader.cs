using System.Text.Json;

namespace Workflows.Engine;

/// <summary>Reads one activity. What cannot be read becomes a fault, and a stand-in activity, so that the rest can still be checked.</summary>
internal sealed class ActivityReader(StepCatalogue steps, ExpressionReader expressions)
{
    private static readonly string[] CommonKeys =
    [
        "id", "nodeId", "name", "type", "version", "canStartWorkflow", "runAsynchronously", "customProperties", "metadata", "source", "line",
    ];

    private static readonly string[] DoneOnly = ["Done"];

    /// <summary>The activity, or null with a fault if it has no id or no type.</summary>
    public Activity? Read(JsonPlace place)
    {
        if (place.Value.ValueKind != JsonValueKind.Object)
        {
            place.Refuse($"{JsonPlace.Shown(place.Value)} is no activity.", "Write a JSON object with an id and a type.");
            return null;
        }

        var id = place.Text("id", required: true);
        var at = place with { ActivityId = id };
        var type = at.Text("type", required: true);
        return id is null || type is null ? null : OfType(at, id, type);
    }

    private Activity OfType(JsonPlace at, string id, string type) => type switch
    {
        "Elsa.Start" => Plain(at, id, type, ActivityKind.Start, DoneOnly),
        "Elsa.End" => Plain(at, id, type, ActivityKind.End, []),
        "Elsa.Finish" => Plain(at, id, type, ActivityKind.Finish, []),
        "Elsa.FlowDecision" => Decision(at, id, type),
        "Elsa.FlowSwitch" => Switch(at, id, type),
        "Elsa.FlowFork" => Fork(at, id, type),
        "Elsa.FlowJoin" => Join(at, id, type),
        "Elsa.SetVariable" => SetVariable(at, id, type),
        "Elsa.Delay" => Delay(at, id, type),
        _ => steps.Find(type) is { } kind ? Step(at, id, kind) : Unknown(at, id, type),
    };

    private static Activity Plain(JsonPlace at, string id, string type, ActivityKind kind, string[] outcomes)
    {
        Known(at);
        return new Activity { Id = id, Type = type, Kind = kind, Title = Title(at, id), Box = BoxOf(at), Outcomes = outcomes, JsonPath = at.Path };
    }

    private Activity Decision(JsonPlace at, string id, string type)
    {
        Known(at, "condition");
        var condition = Required(at, "condition") is { } place ? expressions.Condition(place, expressions.Input(place)) : null;
        return new Activity
        {
            Id = id, Type = type, Kind = ActivityKind.Decision, Title = Title(at, id), Box = BoxOf(at), JsonPath = at.Path,
            Outcomes = ["True", "False"], Inputs = Inputs(("condition", condition)),
        };
    }

    private Activity Switch(JsonPlace at, string id, string type)
    {
        Known(at, "cases", "mode");
        Required(at, "cases");
        if (at.Property("mode") is { } mode && expressions.Input(mode) is { Value: not "MatchFirst" })
        {
            mode.Refuse("Only the first matching case can be followed.", "Set the mode to MatchFirst; use a fork for several branches.");
        }

        var cases = new List<(string, Expression)>();
        foreach (var item in at.Items("cases"))
        {
            if (item.IsObject(new HashSet<string> { "label", "condition" }) && item.Text("label", required: true) is { } label
                && Required(item, "condition") is { } place && expressions.Condition(place, expressions.Expression(place)) is { } condition)
            {
                cases.Add((label, condition));
            }
        }

        return new Activity
        {
            Id = id, Type = type, Kind = ActivityKind.Switch, Title = Title(at, id), Box = BoxOf(at), JsonPath = at.Path,
            Outcomes = Distinct(at, [.. cases.Select(one => one.Item1), "Default"]), Cases = cases,
        };
    }

    private static Activity Fork(JsonPlace at, string id, string type)
    {
        Known(at, "branches");
        return new Activity
        {
            Id = id, Type = type, Kind = ActivityKind.Fork, Title = Title(at, id), Box = BoxOf(at), JsonPath = at.Path,
            Outcomes = Distinct(at, Branches(at)),
        };
    }

    private Activity Join(JsonPlace at, string id, string type)
    {
        Known(at, "mode");
        var mode = JoinMode.WaitAny;
        if (at.Property("mode") is { } place && expressions.Input(place) is { } written
            && !(written.Kind == ExpressionKind.Literal && Enum.TryParse(written.Value, out mode) && Enum.IsDefined(mode)))
        {
            place.Refuse($"'{written.Value}' is no join mode.", "Use the literal WaitAll, WaitAllActive or WaitAny.");
        }

        return new Activity
        {
            Id = id, Type = type, Kind = ActivityKind.Join, Title = Title(at, id), Box = BoxOf(at), JsonPath = at.Path,
            Outcomes = DoneOnly, Mode = mode,
        };
    }

    private Activity SetVariable(JsonPlace at, string id, string type)
    {
        Known(at, "variable", "value");
        var variable = Required(at, "variable") is { } target ? expressions.VariableId(target) : null;
        var value = Required(at, "value") is { } place ? expressions.Input(place) : null;
        return new Activity
        {
            Id = id, Type = type, Kind = ActivityKind.SetVariable, Title = Title(at, id), Box = BoxOf(at), JsonPath = at.Path,
            Outcomes = DoneOnly, TargetVariable = variable, Inputs = Inputs(("value", value)),
        };
    }

    private Activity Delay(JsonPlace at, string id, string type)
    {
        Known(at, "timeSpan");
        var span = Required(at, "timeSpan") is { } place ? ExpressionReader.Duration(place, expressions.Input(place)) : null;
        return new Activity
        {
            Id = id, Type = type, Kind = ActivityKind.Delay, Title = Title(at, id), Box = BoxOf(at), JsonPath = at.Path,
            Outcomes = DoneOnly, Inputs = Inputs(("timeSpan", span)),
        };
    }

    private Activity Step(JsonPlace at, string id, StepKind kind)
    {
        Known(at, [.. kind.Inputs, .. kind.Outputs, .. kind.Narrowable ? ["outcomes"] : Array.Empty<string>()]);
        foreach (var missing in kind.RequiredInputs.Where(input => at.Property(input) is null).Order(StringComparer.Ordinal))
        {
            at.Refuse($"{kind.TypeName} needs the input '{missing}'.", $"Add \"{missing}\": {{ \"expression\": ... }}.");
        }

        var inputs = kind.Inputs.Order(StringComparer.Ordinal)
            .Select(name => (name, at.Property(name) is { } place ? expressions.Input(place) : null)).ToArray();
        return new Activity
        {
            Id = id, Type = kind.TypeName, Kind = ActivityKind.Step, Title = Title(at, id), Box = BoxOf(at), JsonPath = at.Path,
            Step = kind, Outcomes = Narrowed(at, kind), Inputs = Inputs(inputs), Outputs = Outputs(at, kind),
        };
    }

    private Activity Unknown(JsonPlace at, string id, string type)
    {
        (at.Property("type") ?? at).Refuse(
            $"The activity type '{type}' is not known.",
            $"Use Elsa.Start, End, Finish, FlowDecision, FlowSwitch, FlowFork, FlowJoin, SetVariable, Delay or a step: {string.Join(", ", steps.TypeNames)}.");
        return new Activity
        {
            Id = id, Type = type, Kind = ActivityKind.Step, Title = Title(at, id), JsonPath = at.Path, Outcomes = [], IsUnknown = true,
        };
    }

    private string[] Narrowed(JsonPlace at, StepKind kind)
    {
        if (!kind.Narrowable || at.Property("outcomes") is not { } place || expressions.Input(place) is not { } written)
        {
            return [.. kind.Outcomes];
        }

        var chosen = written.Kind == ExpressionKind.Literal
            ? written.Value?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [] : [];
        if (chosen.Length == 0 || chosen.Except(kind.Outcomes).Any())
        {
            place.Refuse($"'{written.Value}' does not choose among the outcomes of {kind.TypeName}.",
                $"Write a literal list of some of: {string.Join(",", kind.Outcomes)}.");
            return [.. kind.Outcomes];
        }

        return Distinct(place, chosen);
    }

    private Dictionary<string, string> Outputs(JsonPlace at, StepKind kind)
    {
        var outputs = new Dictionary<string, string>();
        foreach (var name in kind.Outputs.Where(name => at.Property(name) is not null))
        {
            var place = at.Property(name)!;
            if (place.Property("memoryReference") is not { } reference)
            {
                place.Refuse($"The output '{name}' is bound to nothing.", "Add \"memoryReference\": { \"id\": the id of a variable }.");
            }
            else if (expressions.VariableId(reference) is { } variable)
            {
                outputs[name] = variable;
            }
        }

        return outputs;
    }

    private static string[] Branches(JsonPlace at)
    {
        if (at.Property("branches") is not { } place)
        {
            return DoneOnly;
        }

        // The designer writes this one list as an Object expression: JSON inside a text.
        var expression = place.Property("expression");
        var list = expression?.Property("value") is { } value ? ExpressionReader.AsText(value.Value) : null;
        if (expression?.Text("type") is "Object" or "Literal" && list is not null && TextList(list) is { Length: > 0 } names)
        {
            return names;
        }

        place.Refuse("The branches are no list of names.", "Write the expression as { \"type\": \"Object\", \"value\": \"[\\\"A\\\",\\\"B\\\"]\" }.");
        return DoneOnly;
    }

    private static string[]? TextList(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Array
                && document.RootElement.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String)
                ? [.. document.RootElement.EnumerateArray().Select(item => item.GetString()!)] : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string[] Distinct(JsonPlace at, string[] outcomes)
    {
        foreach (var doubled in outcomes.GroupBy(name => name).Where(group => group.Count() > 1))
        {
            at.Refuse($"The outcome '{doubled.Key}' is named twice.", "Give each outcome a name of its own.");
        }

        return [.. outcomes.Distinct()];
    }

    private static Dictionary<string, Expression> Inputs(params (string Name, Expression? Value)[] read) =>
        read.Where(input => input.Value is not null).ToDictionary(input => input.Name, input => input.Value!.Value);

    private static JsonPlace? Required(JsonPlace at, string name)
    {
        var place = at.Property(name);
        if (place is null)
        {
            at.Refuse($"'{name}' is missing.", $"Add \"{name}\".");
        }

        return place;
    }

    private static void Known(JsonPlace at, params string[] own) => at.IsObject(CommonKeys.Concat(own).ToHashSet());

    private static ActivityTitle Title(JsonPlace at, string id)
    {
        var (custom, shown, name) = (at.Property("customProperties"), at.Property("metadata")?.Text("displayText"), at.Text("name"));
        return new ActivityTitle(custom?.Text("displayTextZh") ?? shown ?? name ?? id, custom?.Text("displayTextEn") ?? name ?? shown ?? id);
    }

    private static Box? BoxOf(JsonPlace at)
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
