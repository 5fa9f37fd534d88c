using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workflows.Policy;

namespace Workflows.Storage;

/// <summary>
/// Keeps a value as one JSON document in one column: for things that are written and read whole. Such a value is replaced, never changed in
/// place: a change inside it isn't seen.
/// </summary>
internal static class JsonColumn
{
    private const string Mark = "Workflows:Json";

    /// <summary>Keeps the property as a JSON document.</summary>
    public static PropertyBuilder<T> AsJson<T>(this PropertyBuilder<T> property)
    {
        property.HasConversion(
            value => JsonSerializer.Serialize(value, PolicyJson.Options),
            text => JsonSerializer.Deserialize<T>(text, PolicyJson.Options)!,
            new ValueComparer<T>(
                (one, other) => ReferenceEquals(one, other) || Text(one) == Text(other),
                value => Text(value).GetHashCode(StringComparison.Ordinal),
                value => value));
        property.Metadata.SetAnnotation(Mark, true);
        return property;
    }

    /// <summary>Whether the property is kept as a JSON document.</summary>
    public static bool Is(IReadOnlyProperty property) => property.FindAnnotation(Mark) is not null;

    private static string Text<T>(T value) => JsonSerializer.Serialize(value, PolicyJson.Options);
}
