using System.Globalization;
using System.Text.Json;

namespace Workflows.Policy.Data;

/// <summary>A value in a policy file that knows where it stands, so that each fault can name file and JSON path.</summary>
internal readonly struct PolicyNode
{
    private readonly string file;
    private readonly JsonElement element;

    private PolicyNode(string file, string path, JsonElement element) => (this.file, Path, this.element) = (file, path, element);

    /// <summary>The JSON path of this value.</summary>
    public string Path { get; }

    /// <summary>Parses a whole file; its root must be an object.</summary>
    public static PolicyNode Parse(string file, string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false });
            var root = new PolicyNode(file, "$", document.RootElement.Clone());
            return root.element.ValueKind == JsonValueKind.Object ? root : throw root.Fault("not an object", "put { ... } around the file");
        }
        catch (JsonException fault)
        {
            var place = $"line {fault.LineNumber + 1}, column {fault.BytePositionInLine + 1}";
            throw new PolicyFileException(file, place, "not valid JSON", "correct the syntax: " + fault.Message, fault);
        }
    }

    /// <summary>The property, which must be there.</summary>
    public PolicyNode this[string name]
        => Find(name) ?? throw new PolicyFileException(file, $"{Path}.{name}", "missing", $"add the property \"{name}\"");

    /// <summary>The property, or null if it isn't there.</summary>
    public PolicyNode? Find(string name)
    {
        if (element.ValueKind != JsonValueKind.Object) throw Fault("not an object", "write { ... }");
        return element.TryGetProperty(name, out var value) ? new PolicyNode(file, $"{Path}.{name}", value) : null;
    }

    /// <summary>Refuses properties that nobody reads: most are typing errors.</summary>
    public PolicyNode Only(params string[] known)
    {
        if (element.ValueKind != JsonValueKind.Object) throw Fault("not an object", "write { ... }");
        foreach (var property in element.EnumerateObject())
        {
            if (known.Contains(property.Name)) continue;
            var place = $"{Path}.{property.Name}";
            throw new PolicyFileException(file, place, "unknown property", $"known here: {string.Join(", ", known)}");
        }
        return this;
    }

    /// <summary>The items of an array.</summary>
    public List<PolicyNode> Items()
    {
        if (element.ValueKind != JsonValueKind.Array) throw Fault("not an array", "write [ ... ]");
        var items = new List<PolicyNode>();
        foreach (var item in element.EnumerateArray()) items.Add(new PolicyNode(file, $"{Path}[{items.Count}]", item));
        return items;
    }

    /// <summary>A text that isn't blank.</summary>
    public string Text()
    {
        var text = element.ValueKind == JsonValueKind.String ? element.GetString()! : "";
        return text.Trim().Length > 0 ? text : throw Fault("not a text", "write a text in quotes");
    }

    /// <summary>The texts of an array.</summary>
    public string[] Texts() => [.. Items().Select(item => item.Text())];

    /// <summary>A whole number from 1 on.</summary>
    public int Count()
        => element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out var number) && number > 0
            ? number
            : throw Fault("not a whole number above zero", "write a number such as 60");

    /// <summary>True or false.</summary>
    public bool Flag()
        => element.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? element.GetBoolean()
            : throw Fault("neither true nor false", "write true or false");

    /// <summary>A day.</summary>
    public DateOnly Day()
        => DateOnly.TryParseExact(Text(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw Fault("not a date", "write it as \"2026-09-01\"");

    /// <summary>One of the named values.</summary>
    public T OneOf<T>(IReadOnlyDictionary<string, T> names)
        => element.ValueKind == JsonValueKind.String && names.TryGetValue(element.GetString()!, out var value)
            ? value
            : throw Fault($"not a known value: {element.GetRawText()}", $"use one of {string.Join(", ", names.Keys)}");

    /// <summary>One of an enum's names.</summary>
    public T OneOf<T>() where T : struct, Enum => OneOf(Enum.GetValues<T>().ToDictionary(value => value.ToString()));

    /// <summary>A fault at this place.</summary>
    public PolicyFileException Fault(string problem, string remedy) => new(file, Path, problem, remedy);
}
