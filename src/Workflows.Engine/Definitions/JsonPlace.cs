using System.Text.Json;

namespace Workflows.Engine;

/// <summary>A value in a definition file that knows where it stands, so that every fault can say so.</summary>
internal sealed record JsonPlace(JsonElement Value, string Path, string File, string? ActivityId, List<LoadFault> Faults)
{
    public void Refuse(string what, string remedy) => Faults.Add(new LoadFault(File, ActivityId, Path, what, remedy));

    /// <summary>The property, or null if it is absent or JSON null.</summary>
    public JsonPlace? Property(string name) =>
        Value.ValueKind == JsonValueKind.Object && Value.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? this with { Value = value, Path = $"{Path}.{name}" }
            : null;

    /// <summary>The text property, or null with a fault if it is there and no text, or required and absent or empty.</summary>
    public string? Text(string name, bool required = false)
    {
        var place = Property(name);
        if (place is { Value.ValueKind: JsonValueKind.String } && (place.Value.GetString()!.Length > 0 || !required))
        {
            return place.Value.GetString();
        }

        if (place is not null)
        {
            place.Refuse($"'{name}' is {Shown(place.Value)}, not a text.", $"Write a text for '{name}'.");
        }
        else if (required)
        {
            Refuse($"'{name}' is missing.", $"Add \"{name}\" with a text.");
        }

        return null;
    }

    /// <summary>The elements of an array property; none, with a fault, if it is something else.</summary>
    public IEnumerable<JsonPlace> Items(string name)
    {
        if (Property(name) is not { } place)
        {
            return [];
        }

        if (place.Value.ValueKind != JsonValueKind.Array)
        {
            place.Refuse($"'{name}' is {Shown(place.Value)}, not a list.", "Write a JSON array.");
            return [];
        }

        return place.Value.EnumerateArray().Select((item, index) => place with { Value = item, Path = $"{place.Path}[{index}]" });
    }

    /// <summary>Reports each property that is not in <paramref name="known"/>; also a value that is no object.</summary>
    public bool IsObject(IReadOnlySet<string> known)
    {
        if (Value.ValueKind != JsonValueKind.Object)
        {
            Refuse($"{Shown(Value)} stands where an object is needed.", "Write a JSON object.");
            return false;
        }

        foreach (var property in Value.EnumerateObject().Where(property => !known.Contains(property.Name)))
        {
            (this with { Path = $"{Path}.{property.Name}" }).Refuse(
                $"The property '{property.Name}' is not known here.",
                $"Remove it, or use one of: {string.Join(", ", known.Order(StringComparer.Ordinal))}.");
        }

        return true;
    }

    public static string Shown(JsonElement value)
    {
        var text = value.GetRawText();
        return text.Length > 60 ? text[..60] + "..." : text;
    }
}
