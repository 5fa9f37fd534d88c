using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Workflows.Engine;

/// <summary>Case states as compact JSON; Chinese stays unescaped, and equal states give equal text.</summary>
public static class CaseStateJson
{
    private static readonly CaseStateContext Context = new(new JsonSerializerOptions
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>The state as one line of JSON.</summary>
    public static string Write(CaseState state) => JsonSerializer.Serialize(state, Context.CaseState);

    /// <summary>The state that <see cref="Write"/> wrote.</summary>
    /// <exception cref="JsonException">The text is no case state.</exception>
    public static CaseState Read(string json) =>
        JsonSerializer.Deserialize(json, Context.CaseState) ?? throw new JsonException("A case state is a JSON object, not null.");
}

[JsonSerializable(typeof(CaseState))]
internal sealed partial class CaseStateContext : JsonSerializerContext;
