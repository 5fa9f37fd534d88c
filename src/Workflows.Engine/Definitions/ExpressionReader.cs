using System.Globalization;
using System.Text.Json;

namespace Workflows.Engine;

/// <summary>Reads expressions of the three kinds of the subset; what they name must be declared in the file.</summary>
internal sealed class ExpressionReader(IReadOnlyDictionary<string, Variable> variables, IReadOnlySet<string> inputs)
{
    private static readonly HashSet<string> InputKeys = ["typeName", "expression", "memoryReference"];
    private static readonly HashSet<string> ExpressionKeys = ["type", "value"];

    /// <summary>The expression of an activity's input, or null with a fault.</summary>
    public Expression? Input(JsonPlace input)
    {
        if (!input.IsObject(InputKeys))
        {
            return null;
        }

        if (input.Property("expression") is { } expression)
        {
            return Expression(expression);
        }

        input.Refuse("The input has no expression.", "Add \"expression\": { \"type\": \"Literal\", \"value\": ... }.");
        return null;
    }

    /// <summary>The expression, or null with a fault.</summary>
    public Expression? Expression(JsonPlace place)
    {
        if (!place.IsObject(ExpressionKeys) || place.Text("type", required: true) is not { } type)
        {
            return null;
        }

        switch (type)
        {
            case "Literal":
                return new Expression(ExpressionKind.Literal, place.Property("value") is { } literal ? AsText(literal.Value) : null);
            case "Input":
                return NamedInput(place);
            case "Variable":
                return NamedVariable(place);
            default:
                (place.Property("type") ?? place).Refuse(
                    $"The expression type '{type}' is not supported.",
                    "Use Literal, Input or Variable; a choice that needs thought is a step.");
                return null;
        }
    }

    /// <summary>The same, for a value that decides by true or false.</summary>
    public Expression? Condition(JsonPlace place, Expression? expression)
    {
        var fits = expression switch
        {
            { Kind: ExpressionKind.Literal, Value: var text } => bool.TryParse(text, out _),
            { Kind: ExpressionKind.Variable, Value: var id } => variables[id!].TypeName == "Boolean",
            null => true,
            _ => false,
        };
        if (!fits)
        {
            place.Refuse("The condition is neither true nor false.", "Use a variable of type Boolean, or the literal true or false.");
        }

        return fits ? expression : null;
    }

    /// <summary>The same, for a length of time.</summary>
    public static Expression? Duration(JsonPlace place, Expression? expression)
    {
        if (expression is { Kind: ExpressionKind.Literal, Value: var text }
            && !(TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span) && span >= TimeSpan.Zero))
        {
            place.Refuse($"'{text}' is no length of time.", "Write days.hours:minutes:seconds, for example 3.00:00:00.");
            return null;
        }

        return expression;
    }

    public static string? AsText(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Null => null,
        _ => value.GetRawText(),
    };

    private Expression? NamedInput(JsonPlace place)
    {
        if (place.Property("value") is not { Value.ValueKind: JsonValueKind.Object } value)
        {
            place.Refuse("An Input expression names its input by a bare value, which Elsa reads as null.",
                "Write \"value\": { \"name\": \"CaseId\", \"type\": \"String\" }.");
            return null;
        }

        var name = value.Text("name", required: true);
        value.Text("type", required: true);
        if (name is not null && !inputs.Contains(name))
        {
            value.Refuse($"The definition declares no input '{name}'.", "Declare it in \"inputs\", or correct the name.");
            return null;
        }

        return name is null ? null : new Expression(ExpressionKind.CaseId, null);
    }

    private Expression? NamedVariable(JsonPlace place)
    {
        if (place.Property("value") is not { Value.ValueKind: JsonValueKind.Object } value)
        {
            place.Refuse("A Variable expression must name its variable by id.", "Write \"value\": { \"id\": \"...\", \"name\": \"...\" }.");
            return null;
        }

        return VariableId(value) is { } id ? new Expression(ExpressionKind.Variable, id) : null;
    }

    /// <summary>The id of a declared variable, from an object with an <c>id</c>; null with a fault.</summary>
    public string? VariableId(JsonPlace place)
    {
        var id = place.Text("id", required: true);
        if (id is not null && !variables.ContainsKey(id))
        {
            place.Refuse($"The definition declares no variable with the id '{id}'.", "Declare it in \"variables\", or correct the id.");
            return null;
        }

        return id;
    }
}
