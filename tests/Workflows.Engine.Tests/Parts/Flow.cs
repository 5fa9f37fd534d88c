using System.Text.Json.Nodes;

namespace Workflows.Engine.Tests.Parts;

/// <summary>Writes an Elsa definition in a few words: activities by kind, lines as "source:Outcome -> target".</summary>
internal sealed class Flow(string id, int version = 1)
{
    private const string Driver = "Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core";

    public JsonArray Activities { get; } = [];

    public JsonArray Connections { get; } = [];

    public JsonArray Variables { get; } = [];

    public JsonArray Inputs { get; } = [new JsonObject { ["type"] = "String", ["name"] = "CaseId", ["storageDriverType"] = Driver }];

    public Flow Start(string name = "start") => Add(name, "Elsa.Start");

    public Flow Finish(params string[] names) => names.Aggregate(this, (flow, name) => flow.Add(name, "Elsa.Finish"));

    public Flow Ask(string name, string outcomes = "Approved", params (string Name, JsonNode Value)[] more) =>
        Add(name, "Workflows.Ask", [("outcomes", Literal(outcomes)), .. more]);

    public Flow Answer(string name, string outcomes = "Done", params (string Name, JsonNode Value)[] more) =>
        Add(name, "Workflows.Answer", [("outcomes", Literal(outcomes)), .. more]);

    public Flow Fork(string name, params string[] branches) => Add(name, "Elsa.FlowFork", ("branches",
        new JsonObject { ["typeName"] = "String[]",
            ["expression"] = Expression("Object", $"[{string.Join(",", branches.Select(b => $"\"{b}\""))}]") }));

    public Flow Join(string name, string mode = "WaitAll") => Add(name, "Elsa.FlowJoin", ("mode", Literal(mode)));

    public Flow Delay(string name, string span) => Add(name, "Elsa.Delay", ("timeSpan", Literal(span)));

    public Flow Decide(string name, string variable) => Add(name, "Elsa.FlowDecision", ("condition", FromVariable(variable)));

    public Flow Set(string name, string variable, string value) => Add(name, "Elsa.SetVariable",
        ("variable", new JsonObject { ["id"] = variable, ["name"] = variable }), ("value", Literal(value)));

    public Flow Switch(string name, params (string Label, string Variable)[] cases) => Add(name, "Elsa.FlowSwitch",
        ("cases", new JsonArray([.. cases.Select(one => new JsonObject
        {
            ["label"] = one.Label,
            ["condition"] = Expression("Variable", new JsonObject { ["id"] = one.Variable }),
        })])));

    public Flow Variable(string name, string type = "String", string value = "")
    {
        Variables.Add(
            new JsonObject { ["id"] = name, ["name"] = name, ["typeName"] = type, ["value"] = value, ["storageDriverTypeName"] = Driver });
        return this;
    }

    public Flow Add(string name, string type, params (string Name, JsonNode Value)[] properties)
    {
        var activity = new JsonObject { ["id"] = name, ["type"] = type, ["version"] = 1 };
        foreach (var (property, value) in properties)
        {
            activity[property] = value;
        }

        Activities.Add(activity);
        return this;
    }

    public Flow Lines(params string[] lines)
    {
        foreach (var line in lines)
        {
            var parts = line.Split(":", 2);
            var ends = parts[^1].Split(" -> ");
            var (source, port) = parts.Length == 2 ? (parts[0], ends[0]) : (ends[0], "Done");
            Connections.Add(new JsonObject
            {
                ["source"] = new JsonObject { ["activity"] = source, ["port"] = port },
                ["target"] = new JsonObject { ["activity"] = ends[1], ["port"] = "In" },
            });
        }

        return this;
    }

    public JsonObject Document() => new()
    {
        ["id"] = $"{id}-v{version}",
        ["definitionId"] = id,
        ["name"] = id,
        ["version"] = version,
        ["inputs"] = Inputs.DeepClone(),
        ["variables"] = Variables.DeepClone(),
        ["root"] = new JsonObject
        {
            ["id"] = "flow",
            ["type"] = "Elsa.Flowchart",
            ["version"] = 1,
            ["activities"] = Activities.DeepClone(),
            ["connections"] = Connections.DeepClone(),
        },
    };

    public DefinitionFile File(string? name = null) => new(name ?? $"{id}.json", Document().ToJsonString());

    public static JsonObject Literal(JsonNode value) => new() { ["typeName"] = "String", ["expression"] = Expression("Literal", value) };

    public static JsonObject FromVariable(string id) =>
        new() { ["typeName"] = "String", ["expression"] = Expression("Variable", new JsonObject { ["id"] = id, ["name"] = id }) };

    public static JsonObject Expression(string type, JsonNode value) => new() { ["type"] = type, ["value"] = value };
}
