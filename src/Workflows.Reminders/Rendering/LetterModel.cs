using System.Text.Json;

namespace Workflows.Reminders.Rendering;

/// <summary>Opens a letter's stored model for a template: objects become dictionaries, so no type is known to the templates.</summary>
internal static class LetterModel
{
    /// <summary>The model's members by name.</summary>
    /// <exception cref="JsonException">The text isn't a JSON object.</exception>
    public static Dictionary<string, object?> Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.ValueKind is JsonValueKind.Object
            ? Members(document.RootElement)
            : throw new JsonException("A letter's model must be an object.");
    }

    private static Dictionary<string, object?> Members(JsonElement element) =>
        element.EnumerateObject().ToDictionary(member => member.Name, member => Value(member.Value), StringComparer.Ordinal);

    private static object? Value(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => Members(element),
        JsonValueKind.Array => element.EnumerateArray().Select(Value).ToList(),
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.GetDecimal(),
        JsonValueKind.True => true,
        // The strict reader of the templates takes nil for a slip of the pen: what is missing is false, at any depth.
        _ => false,
    };
}
