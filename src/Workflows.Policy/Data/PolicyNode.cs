using System.Globalization;
using System.Text.Json;

namespace Workflows.Policy.Data;

/// <summary>A value in a policy file that knows where it stands, so that each fault can name file and JSON path.</summary>
public readonly struct PolicyNode
{
    private static readonly Bilingual NoObject = new("不是对象", "not an object");

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
            return root.element.ValueKind == JsonValueKind.Object ? root : throw root.Fault(NoObject, new("请在文件内容外面加上 { ... }", "put { ... } around the file"));
        }
        catch (JsonException fault)
        {
            var place = $"line {fault.LineNumber + 1}, column {fault.BytePositionInLine + 1}";
            throw new PolicyFileException(
                file, place, new("不是正确的 JSON", "not valid JSON"), new("请更正标点和引号", "correct the syntax: " + fault.Message), fault);
        }
    }

    /// <summary>The property, which must be there.</summary>
    public PolicyNode this[string name]
        => Find(name) ?? throw new PolicyFileException(
            file, $"{Path}.{name}", new("缺少", "missing"), new($"请加上 \"{name}\"", $"add the property \"{name}\""));

    /// <summary>The property, or null if it isn't there.</summary>
    public PolicyNode? Find(string name)
    {
        if (element.ValueKind != JsonValueKind.Object) throw Fault(NoObject, new("请写成 { ... }", "write { ... }"));
        return element.TryGetProperty(name, out var value) ? new PolicyNode(file, $"{Path}.{name}", value) : null;
    }

    /// <summary>Refuses properties that nobody reads: most are typing errors.</summary>
    public PolicyNode Only(params string[] known)
    {
        if (element.ValueKind != JsonValueKind.Object) throw Fault(NoObject, new("请写成 { ... }", "write { ... }"));
        foreach (var property in element.EnumerateObject())
        {
            if (known.Contains(property.Name)) continue;
            var place = $"{Path}.{property.Name}";
            throw new PolicyFileException(file, place, new("不认识这一项", "unknown property"),
                new($"这里可以写 {string.Join("、", known)}", $"known here: {string.Join(", ", known)}"));
        }
        return this;
    }

    /// <summary>The items of an array.</summary>
    public List<PolicyNode> Items()
    {
        if (element.ValueKind != JsonValueKind.Array) throw Fault(new("不是列表", "not an array"), new("请写成 [ ... ]", "write [ ... ]"));
        var items = new List<PolicyNode>();
        foreach (var item in element.EnumerateArray()) items.Add(new PolicyNode(file, $"{Path}[{items.Count}]", item));
        return items;
    }

    /// <summary>A text that isn't blank.</summary>
    public string Text()
    {
        var text = element.ValueKind == JsonValueKind.String ? element.GetString()! : "";
        return text.Trim().Length > 0 ? text : throw Fault(new("不是文字", "not a text"), new("请在引号内写文字", "write a text in quotes"));
    }

    /// <summary>The texts of an array.</summary>
    public string[] Texts() => [.. Items().Select(item => item.Text())];

    /// <summary>A whole number from 1 on.</summary>
    public int Count()
        => element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out var number) && number > 0
            ? number
            : throw Fault(new("不是大于零的整数", "not a whole number above zero"), new("请写一个数，例如 60", "write a number such as 60"));

    /// <summary>A day, written like <c>2026-09-01</c>.</summary>
    public DateOnly Day()
        => DateOnly.TryParseExact(Text(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw Fault(new("不是日期", "not a date"), new("请写成 2026-09-01", "write it as \"2026-09-01\""));

    /// <summary>True or false.</summary>
    public bool Flag()
        => element.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? element.GetBoolean()
            : throw Fault(new("不是 true 或 false", "neither true nor false"), new("请写 true 或 false", "write true or false"));

    /// <summary>One of the named values.</summary>
    public T OneOf<T>(IReadOnlyDictionary<string, T> names)
        => element.ValueKind == JsonValueKind.String && names.TryGetValue(element.GetString()!, out var value)
            ? value
            : throw Fault(new($"不认识 {element.GetRawText()}", $"not a known value: {element.GetRawText()}"),
                new($"请从 {string.Join("、", names.Keys)} 中选一个", $"use one of {string.Join(", ", names.Keys)}"));

    /// <summary>One of an enum's names.</summary>
    public T OneOf<T>() where T : struct, Enum => OneOf(Enum.GetValues<T>().ToDictionary(value => value.ToString()));

    /// <summary>A fault at this place.</summary>
    public PolicyFileException Fault(Bilingual problem, Bilingual remedy) => new(file, Path, problem, remedy);
}
