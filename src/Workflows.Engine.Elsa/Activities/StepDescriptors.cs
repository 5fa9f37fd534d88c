using Elsa.Workflows;
using Elsa.Workflows.Models;
using Elsa.Workflows.UIHints;

namespace Workflows.Engine.OnElsa;

/// <summary>Describes every step kind to Elsa, so that each is an activity of its own in the designer: inputs, outputs, outcomes, names.</summary>
internal sealed class StepDescriptors(IEnumerable<StepKind> kinds) : IActivityProvider
{
    private const string Category = "人事 Personnel";

    /// <inheritdoc/>
    public ValueTask<IEnumerable<ActivityDescriptor>> GetDescriptorsAsync(CancellationToken cancellationToken = default) =>
        new(kinds.DistinctBy(kind => kind.TypeName).Select(Describe).ToList());

    private static ActivityDescriptor Describe(StepKind kind)
    {
        var name = kind.TypeName[(kind.TypeName.LastIndexOf('.') + 1)..];
        return new ActivityDescriptor
        {
            TypeName = kind.TypeName,
            ClrType = typeof(StepActivity),
            Namespace = kind.TypeName[..kind.TypeName.LastIndexOf('.')],
            Name = name,
            Version = 1,
            DisplayName = kind.Names is { } names ? $"{names.Zh} {names.En}" : name,
            Category = Category,
            Kind = Elsa.Workflows.ActivityKind.Action,
            IsBrowsable = true,
            Inputs = [.. InputNames(kind).Order(StringComparer.Ordinal).Select(input => Input(kind, input))],
            Outputs = [.. kind.Outputs.Order(StringComparer.Ordinal).Select(Output)],
            Ports = [.. kind.Outcomes.Select(outcome => new Port { Name = outcome, DisplayName = outcome, Type = PortType.Flow, IsBrowsable = true })],
            Constructor = context =>
            {
                var made = context.CreateActivity<StepActivity>();
                made.Activity.Type = kind.TypeName;
                return made;
            },
        };
    }

    private static IEnumerable<string> InputNames(StepKind kind) => kind.Narrowable ? kind.Inputs.Append("outcomes").Distinct() : kind.Inputs;

    private static InputDescriptor Input(StepKind kind, string name) => new()
    {
        Name = name,
        DisplayName = name,
        Description = kind.RequiredInputs.Contains(name) ? "必填 required" : "",
        Type = typeof(string),
        IsWrapped = true,
        IsSynthetic = true,
        UIHint = InputUIHints.SingleLine,
        ValueGetter = activity => activity.SyntheticProperties.TryGetValue(name, out var value) ? value : null,
        ValueSetter = (activity, value) => activity.SyntheticProperties[name] = value!,
    };

    private static OutputDescriptor Output(string name) => new()
    {
        Name = name,
        DisplayName = name,
        Type = typeof(string),
        IsSynthetic = true,
        ValueGetter = activity => activity.SyntheticProperties.TryGetValue(name, out var value) ? value : null,
        ValueSetter = (activity, value) => activity.SyntheticProperties[name] = value!,
    };
}
