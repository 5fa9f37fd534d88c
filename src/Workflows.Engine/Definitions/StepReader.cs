using static Workflows.Engine.ActivityParts;

namespace Workflows.Engine;

/// <summary>Reads an activity that is a step, and holds it to what the step class declares.</summary>
internal sealed class StepReader(ExpressionReader expressions)
{
    public Activity Read(JsonPlace at, string id, StepKind kind)
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
}
