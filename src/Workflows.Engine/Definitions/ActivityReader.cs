using System.Text.Json;
using static Workflows.Engine.ActivityParts;

namespace Workflows.Engine;

/// <summary>Reads one activity. What cannot be read is a fault and gives a stand-in, so that the rest can still be checked.</summary>
internal sealed class ActivityReader(StepCatalogue steps, ExpressionReader expressions)
{
    private static readonly string[] DoneOnly = ["Done"];
    private static readonly HashSet<string> CaseKeys = ["label", "condition"];
    private readonly StepReader stepReader = new(expressions);

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
        _ => steps.Find(type) is { } kind ? stepReader.Read(at, id, kind) : Unknown(at, id, type),
    };

    private static Activity Plain(JsonPlace at, string id, string type, ActivityKind kind, string[] outcomes)
    {
        Known(at);
        return new Activity
        {
            Id = id, Type = type, Kind = kind, Title = Title(at, id), Box = BoxOf(at), JsonPath = at.Path, Outcomes = outcomes,
        };
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
            if (item.IsObject(CaseKeys) && item.Text("label", required: true) is { } label
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

    private Activity Unknown(JsonPlace at, string id, string type)
    {
        (at.Property("type") ?? at).Refuse(
            $"The activity type '{type}' is not known.",
            "Use Elsa.Start, End, Finish, FlowDecision, FlowSwitch, FlowFork, FlowJoin, SetVariable, Delay or a step: "
            + $"{string.Join(", ", steps.TypeNames)}.");
        return new Activity
        {
            Id = id, Type = type, Kind = ActivityKind.Step, Title = Title(at, id), JsonPath = at.Path, Outcomes = [], IsUnknown = true,
        };
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

        place.Refuse("The branches are no list of names.",
            """Write the expression as { "type": "Object", "value": "[\"A\",\"B\"]" }.""");
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
}
