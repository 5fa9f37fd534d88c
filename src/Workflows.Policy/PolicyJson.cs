using System.Text.Json;
using System.Text.Json.Serialization;

namespace Workflows.Policy;

/// <summary>How verdicts and other policy data are written as JSON, by command line, API and storage alike.</summary>
public static class PolicyJson
{
    /// <summary>Camel-case names, enums by name, Chinese unescaped, one line.</summary>
    public static JsonSerializerOptions Options { get; } = Create(indented: false);

    /// <summary>The same, indented for people.</summary>
    public static JsonSerializerOptions Indented { get; } = Create(indented: true);

    private static JsonSerializerOptions Create(bool indented)
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.General)
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            Encoder = new PlainTextEncoder(),
            WriteIndented = indented,
            NewLine = "\n",
            Converters = { new JsonStringEnumConverter() },
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
