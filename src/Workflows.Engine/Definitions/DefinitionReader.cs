using System.Text.Json;

namespace Workflows.Engine;

/// <summary>Reads one definition file into a checked definition; collects every fault of the file.</summary>
internal sealed class DefinitionReader(StepCatalogue steps)
{
    private const string CaseIdInput = "CaseId";

    private static readonly HashSet<string> DocumentKeys =
    [
        "$schema", "id", "definitionId", "tenantId", "name", "description", "createdAt", "version", "toolVersion", "variables", "inputs",
        "outputs", "outcomes", "customProperties", "metadata", "isReadonly", "isSystem", "isLatest", "isPublished", "options", "root",
    ];

    private static readonly HashSet<string> RootKeys =
    [
        "id", "nodeId", "name", "type", "version", "canStartWorkflow", "runAsynchronously", "customProperties", "applicationProperties",
        "metadata", "source", "line", "variables", "start", "activities", "connections",
    ];

    private static readonly HashSet<string> VariableKeys = ["id", "name", "typeName", "isArray", "value", "storageDriverTypeName"];

    private static readonly HashSet<string> InputKeys =
    [
        "type", "name", "displayName", "description", "category", "isArray", "uiHint", "storageDriverType", "isRequired", "defaultValue",
    ];

    /// <summary>The definition, or null if anything at all is wrong; then <paramref name="faults"/> has grown.</summary>
    public ProcessDefinition? Read(DefinitionFile file, List<LoadFault> faults)
    {
        var before = faults.Count;
        try
        {
            using var document = JsonDocument.Parse(file.Json, new JsonDocumentOptions { AllowDuplicateProperties = false });
            var definition = Document(new JsonPlace(document.RootElement, "$", file.Name, null, faults), file.Json);
            return faults.Count == before ? definition : null;
        }
        catch (JsonException fault)
        {
            var line = fault.LineNumber is { } number ? $" (line {number + 1})" : "";
            faults.Add(
                new LoadFault(file.Name, null, "$", $"The file is no JSON: {fault.Message.Split('.')[0]}{line}.", "Correct the JSON."));
            return null;
        }
    }

    private ProcessDefinition? Document(JsonPlace document, string json)
    {
        if (!document.IsObject(DocumentKeys))
        {
            return null;
        }

        var id = document.Text("definitionId", required: true);
        var name = document.Text("name");
        var version = Version(document);
        foreach (var place in document.Items("outputs").Concat(document.Items("outcomes")))
        {
            place.Refuse("A definition has no outputs and no outcomes of its own.", "Remove it; a step records what the case yields.");
        }

        var variables = Variables(document);
        var activities = new ActivityReader(steps, new ExpressionReader(variables, Inputs(document)));
        if (document.Property("root") is not { } root)
        {
            document.Refuse("'root' is missing.", "Add \"root\": { \"type\": \"Elsa.Flowchart\", ... }.");
            return null;
        }

        return Flowchart(root, activities) is { } flow && id is not null
            ? new ProcessDefinition(flow.Graph, [.. variables.Values])
            {
                Id = id, Version = version, Name = name ?? id, File = document.File, Json = json, Fingerprint = Fingerprint.Of(document.Value),
                Connections = flow.Connections, Start = flow.Start,
            }
            : null;
    }

    private static (FlowGraph Graph, IReadOnlyList<Connection> Connections, Activity Start)? Flowchart(
        JsonPlace root, ActivityReader reader)
    {
        if (!root.IsObject(RootKeys))
        {
            return null;
        }

        if (root.Text("type", required: true) is { } type && type != "Elsa.Flowchart")
        {
            root.Property("type")!.Refuse($"The root is a '{type}'.", "Use Elsa.Flowchart.");
            return null;
        }

        foreach (var place in root.Items("variables"))
        {
            place.Refuse("Variables belong to the whole definition.", "Move it to \"variables\" of the document.");
        }

        var activities = Activities(root, reader);
        var connections = ConnectionReader.Read(root, activities);
        return FlowChecks.Start(root, activities, connections) is { } start
            ? (FlowChecks.Check(root, activities, connections, start), connections, start)
            : null;
    }

    private static List<Activity> Activities(JsonPlace root, ActivityReader reader)
    {
        var activities = new List<Activity>();
        foreach (var place in root.Items("activities"))
        {
            if (reader.Read(place) is not { } activity)
            {
                continue;
            }

            if (activities.Exists(other => other.Id == activity.Id))
            {
                (place with { ActivityId = activity.Id })
                    .Refuse("Another activity has the same id.", "Give each activity an id of its own.");
            }
            else
            {
                activities.Add(activity);
            }
        }

        return activities;
    }

    private static int Version(JsonPlace document)
    {
        if (document.Property("version") is { Value.ValueKind: JsonValueKind.Number } place
            && place.Value.TryGetInt32(out var version) && version >= 1)
        {
            return version;
        }

        (document.Property("version") ?? document)
            .Refuse("The definition has no version.", "Add \"version\": 1, and raise it with each change.");
        return 0;
    }

    private static Dictionary<string, Variable> Variables(JsonPlace document)
    {
        var variables = new Dictionary<string, Variable>();
        foreach (var place in document.Items("variables").Where(place => place.IsObject(VariableKeys)))
        {
            Stored(place, "storageDriverTypeName");
            if (place.Text("id", required: true) is { } id)
            {
                var value = place.Property("value") is { } start ? ExpressionReader.AsText(start.Value) : null;
                if (!variables.TryAdd(id, new Variable(id, place.Text("name") ?? id, place.Text("typeName") ?? "Object", value)))
                {
                    place.Refuse($"Another variable has the id '{id}'.", "Give each variable an id of its own.");
                }
            }
        }

        return variables;
    }

    private static HashSet<string> Inputs(JsonPlace document)
    {
        var inputs = new HashSet<string>();
        foreach (var place in document.Items("inputs").Where(place => place.IsObject(InputKeys)))
        {
            Stored(place, "storageDriverType");
            if (place.Text("name", required: true) is { } name && (name != CaseIdInput || !inputs.Add(name)))
            {
                place.Refuse($"The input '{name}' is never given: a case starts with its CaseId alone, declared once.",
                    "Let a step look the facts up by the case id, and keep them in a variable.");
            }
        }

        return inputs;
    }

    private static void Stored(JsonPlace place, string property)
    {
        if (place.Text(property) is null)
        {
            place.Refuse($"'{property}' is missing, so that the value is gone after the first wait.",
                $"Add \"{property}\": \"Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core\".");
        }
    }
}
