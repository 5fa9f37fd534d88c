namespace Workflows.Engine;

/// <summary>Names a step class for definitions, and declares what a definition may connect and set.</summary>
/// <param name="typeName">The activity type, as definitions write it: <c>Workflows.RequestDecision</c>.</param>
/// <param name="outcomes">The outcomes that the step can end with; none means <c>Done</c>.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class StepAttribute(string typeName, params string[] outcomes) : Attribute
{
    /// <summary>The outcome of a wait that nobody resolved before its due time; a step that gives a due time declares it.</summary>
    public const string Due = "Due";

    /// <summary>The activity type, as definitions write it.</summary>
    public string TypeName { get; } = typeName;

    /// <summary>The outcomes that the step can end with.</summary>
    public IReadOnlyList<string> Outcomes { get; } = outcomes.Length == 0 ? ["Done"] : outcomes;

    /// <summary>What the step is called in a designer, in Chinese; empty for its type name.</summary>
    public string Zh { get; set; } = "";

    /// <summary>What the step is called in a designer, in English.</summary>
    public string En { get; set; } = "";

    /// <summary>The inputs by name in camel case; a trailing question mark makes one optional: <c>["roles", "days?"]</c>.</summary>
    public string[] Inputs { get; set; } = [];

    /// <summary>The outputs by name in camel case, which a definition may bind to variables.</summary>
    public string[] Outputs { get; set; } = [];

    /// <summary>True if the step may answer with a wait.</summary>
    public bool Waits { get; set; }

    /// <summary>True if an activity may narrow the outcomes by the literal input <c>outcomes</c>: <c>"Approved,Returned"</c>.</summary>
    public bool Narrowable { get; set; }
}
