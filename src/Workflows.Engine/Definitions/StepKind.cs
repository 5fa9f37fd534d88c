using System.Collections.Frozen;
using System.Reflection;

namespace Workflows.Engine;

/// <summary>A step class with what its <see cref="StepAttribute"/> declares.</summary>
public sealed class StepKind
{
    private StepKind(Type type, StepAttribute declared)
    {
        Type = type;
        TypeName = declared.TypeName;
        Outcomes = declared.Outcomes;
        RequiredInputs = declared.Inputs.Where(input => !input.EndsWith('?')).ToFrozenSet();
        Inputs = declared.Inputs.Select(input => input.TrimEnd('?')).ToFrozenSet();
        Outputs = declared.Outputs.ToFrozenSet();
        Waits = declared.Waits;
        Narrowable = declared.Narrowable;
        Names = declared.Zh.Length > 0 ? new ActivityTitle(declared.Zh, declared.En) : null;
    }

    /// <summary>The class, which the scope of the unit of work provides.</summary>
    public Type Type { get; }

    /// <summary>The activity type, as definitions write it.</summary>
    public string TypeName { get; }

    /// <summary>The outcomes that the step can end with.</summary>
    public IReadOnlyList<string> Outcomes { get; }

    /// <summary>All inputs by name.</summary>
    public IReadOnlySet<string> Inputs { get; }

    /// <summary>The inputs that an activity must set.</summary>
    public IReadOnlySet<string> RequiredInputs { get; }

    /// <summary>The outputs by name.</summary>
    public IReadOnlySet<string> Outputs { get; }

    /// <summary>True if the step may answer with a wait.</summary>
    public bool Waits { get; }

    /// <summary>True if an activity may narrow the outcomes.</summary>
    public bool Narrowable { get; }

    /// <summary>What the step is called in a designer; null if it has no name but its type.</summary>
    public ActivityTitle? Names { get; }

    /// <summary>The kind of this step class.</summary>
    /// <exception cref="ArgumentException">The class is no step, or declares an input that every activity has.</exception>
    public static StepKind Of(Type type)
    {
        var declared = type.GetCustomAttribute<StepAttribute>();
        if (declared is null || !type.IsAssignableTo(typeof(IStep)))
        {
            throw new ArgumentException($"{type} must implement IStep and carry [Step(\"Workflows.Name\", ...)].", nameof(type));
        }

        var kind = new StepKind(type, declared);
        var taken = kind.Inputs.Concat(kind.Outputs).Where(ActivityParts.IsCommon).Order(StringComparer.Ordinal).ToArray();
        return taken.Length == 0
            ? kind
            : throw new ArgumentException($"{type} cannot use names that every activity has: {string.Join(", ", taken)}.", nameof(type));
    }
}

/// <summary>The step classes that definitions may use, by activity type.</summary>
public sealed class StepCatalogue
{
    private readonly FrozenDictionary<string, StepKind> kinds;

    /// <summary>A catalogue of these kinds.</summary>
    /// <exception cref="ArgumentException">Two classes have the same activity type.</exception>
    public StepCatalogue(IEnumerable<StepKind> kinds)
    {
        var byName = new Dictionary<string, StepKind>(StringComparer.Ordinal);
        foreach (var kind in kinds)
        {
            if (!byName.TryAdd(kind.TypeName, kind) && byName[kind.TypeName].Type != kind.Type)
            {
                throw new ArgumentException($"{kind.Type} and {byName[kind.TypeName].Type} are both '{kind.TypeName}'.", nameof(kinds));
            }
        }

        this.kinds = byName.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The activity types in alphabetical order.</summary>
    public IEnumerable<string> TypeNames => kinds.Keys.Order(StringComparer.Ordinal);

    /// <summary>A catalogue of these step classes.</summary>
    /// <exception cref="ArgumentException">A class is no step, or two have the same activity type.</exception>
    public static StepCatalogue Of(params IEnumerable<Type> types) => new(types.Select(StepKind.Of));

    /// <summary>The kind of this activity type, or null.</summary>
    public StepKind? Find(string typeName) => kinds.GetValueOrDefault(typeName);
}
