using System.Text.Json;
using System.Text.Json.Serialization;

namespace Workflows.Policy.Hiring;

/// <summary>Writes facts as plain properties, null included, and tells the shapes apart by their names when reading.</summary>
public sealed class FindingFactsConverter : JsonConverter<FindingFacts>
{
    /// <inheritdoc />
    public override FindingFacts Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var facts = document.RootElement;
        if (facts.TryGetProperty("education", out _)) return facts.Deserialize<EducationFacts>(options)!;
        if (facts.TryGetProperty("ageYearsMin", out _)) return facts.Deserialize<AgeFacts>(options)!;
        if (facts.TryGetProperty("level", out _)) return facts.Deserialize<TitleFacts>(options)!;
        if (facts.TryGetProperty("months", out _)) return facts.Deserialize<TeachingFacts>(options)!;
        if (facts.TryGetProperty("district", out _)) return facts.Deserialize<DistrictFacts>(options)!;
        throw new JsonException("facts hold none of education, ageYearsMin, level, months, district");
    }

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, FindingFacts value, JsonSerializerOptions options)
        => JsonSerializer.Serialize(writer, value, value.GetType(), options);
}
