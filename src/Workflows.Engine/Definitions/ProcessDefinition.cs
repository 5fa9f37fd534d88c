using System.Collections.Frozen;

namespace Workflows.Engine;

/// <summary>A loaded, checked definition, indexed for running. It never changes.</summary>
public sealed class ProcessDefinition
{
    private readonly FrozenDictionary<string, Activity> byId;

    internal ProcessDefinition(FlowGraph graph, IReadOnlyList<Variable> variables)
    {
        Graph = graph;
        Variables = variables;
        byId = graph.Activities.ToFrozenDictionary(activity => activity.Id, StringComparer.Ordinal);
    }

    /// <summary>The definition's id, the same in all its versions (<c>definitionId</c> in the file).</summary>
    public required string Id { get; init; }

    /// <summary>Its version, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>Its name for people.</summary>
    public required string Name { get; init; }

    /// <summary>The file that it was read from.</summary>
    public required string File { get; init; }

    /// <summary>The text that it was read from.</summary>
    public required string Json { get; init; }

    /// <summary>
    /// SHA-256 of the file's canonical JSON, 64 lower-case hex digits: blanks and the order of properties don't count, all else does.
    /// The same id and version with another fingerprint means that somebody changed what running cases follow.
    /// </summary>
    public required string Fingerprint { get; init; }

    /// <summary>The activities in the order of the file.</summary>
    public IReadOnlyList<Activity> Activities => Graph.Activities;

    /// <summary>The connections in the order of the file.</summary>
    public required IReadOnlyList<Connection> Connections { get; init; }

    /// <summary>Where a case begins.</summary>
    public required Activity Start { get; init; }

    internal FlowGraph Graph { get; }

    internal IReadOnlyList<Variable> Variables { get; }

    /// <summary>The activity with this id, or null.</summary>
    public Activity? Find(string activityId) => byId.GetValueOrDefault(activityId);
}

/// <summary>A variable of a definition: its id, its name in the designer, its type, and the value it starts with.</summary>
internal sealed record Variable(string Id, string Name, string TypeName, string? Value);
