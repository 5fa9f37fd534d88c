namespace Workflows.Engine;

/// <summary>What an activity is: the constructs of the subset, and steps.</summary>
public enum ActivityKind
{
    /// <summary>Marks the start.</summary>
    Start,

    /// <summary>Ends the case, whatever other branches do.</summary>
    End,

    /// <summary>Ends the case, whatever other branches do.</summary>
    Finish,

    /// <summary>Goes on by True or False.</summary>
    Decision,

    /// <summary>Goes on by the first case whose condition holds, else by Default.</summary>
    Switch,

    /// <summary>Starts all its branches.</summary>
    Fork,

    /// <summary>Brings branches together again.</summary>
    Join,

    /// <summary>Gives a variable a value.</summary>
    SetVariable,

    /// <summary>Waits for a length of time.</summary>
    Delay,

    /// <summary>Runs a step class.</summary>
    Step,
}

/// <summary>What a join waits for.</summary>
public enum JoinMode
{
    /// <summary>A branch over every inbound connection.</summary>
    WaitAll,

    /// <summary>Every branch that can still come.</summary>
    WaitAllActive,

    /// <summary>The first branch; what the others wait for is withdrawn.</summary>
    WaitAny,
}

/// <summary>One box of the flowchart.</summary>
public sealed class Activity
{
    /// <summary>Its id, unique in the definition.</summary>
    public required string Id { get; init; }

    /// <summary>Its type as the file writes it: <c>Elsa.FlowJoin</c>.</summary>
    public required string Type { get; init; }

    /// <summary>What it is.</summary>
    public required ActivityKind Kind { get; init; }

    /// <summary>What people call it.</summary>
    public required ActivityTitle Title { get; init; }

    /// <summary>The outcomes that it can be left by; none at an end.</summary>
    public required IReadOnlyList<string> Outcomes { get; init; }

    /// <summary>Its box in the designer, in pixels; null where the file gives none.</summary>
    public Box? Box { get; init; }

    /// <summary>True if a case can rest here until a signal or a due time.</summary>
    public bool Waits => Kind == ActivityKind.Delay || Step is { Waits: true };

    /// <summary>True if it ends the case.</summary>
    public bool IsEnd => Kind is ActivityKind.End or ActivityKind.Finish;

    /// <summary>Its place in the file: <c>$.root.activities[2]</c>.</summary>
    public string JsonPath { get; internal init; } = "$";

    /// <summary>The literal value of an input; null where the activity leaves it out or takes it from elsewhere.</summary>
    public string? Literal(string input) =>
        Inputs.TryGetValue(input, out var expression) && expression.Kind is ExpressionKind.Literal ? expression.Value : null;

    internal int Index { get; set; }

    internal bool IsUnknown { get; init; }

    internal StepKind? Step { get; init; }

    internal JoinMode Mode { get; init; }

    internal IReadOnlyDictionary<string, Expression> Inputs { get; init; } = new Dictionary<string, Expression>();

    internal IReadOnlyList<(string Label, Expression Condition)> Cases { get; init; } = [];

    /// <summary>Outputs that are kept: output name and the id of the variable that takes it.</summary>
    internal IReadOnlyDictionary<string, string> Outputs { get; init; } = new Dictionary<string, string>();

    internal string? TargetVariable { get; init; }

    internal Dictionary<string, Connection[]> Outgoing { get; set; } = [];

    internal Connection[] Incoming { get; set; } = [];
}

/// <summary>A rectangle in pixels, by its upper left corner.</summary>
public readonly record struct Box(double X, double Y, double Width, double Height);

/// <summary>One arrow of the flowchart: from an outcome of one activity to another activity.</summary>
public sealed class Connection
{
    /// <summary>Where it comes from.</summary>
    public required Activity Source { get; init; }

    /// <summary>The outcome of the source that it belongs to.</summary>
    public required string Port { get; init; }

    /// <summary>Where it leads.</summary>
    public required Activity Target { get; init; }

    /// <summary>True if it leads back to an activity that every way to its source has passed: a loop.</summary>
    public bool IsBackward { get; internal set; }

    internal int Index { get; init; }

    internal string JsonPath { get; init; } = "$";
}
