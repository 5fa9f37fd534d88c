namespace Workflows.Engine;

/// <summary>Where an input takes its value from: a literal, the case id (the one workflow input), or a variable.</summary>
internal readonly record struct Expression(ExpressionKind Kind, string? Value)
{
    /// <summary>The value as text: numbers and truth values as JSON writes them, lists as JSON.</summary>
    public string? Evaluate(CaseState state) => Kind switch
    {
        ExpressionKind.Literal => Value,
        ExpressionKind.CaseId => state.CaseId.ToString(),
        _ => state.Variables.GetValueOrDefault(Value!),
    };
}

internal enum ExpressionKind
{
    Literal,
    CaseId,
    Variable,
}
