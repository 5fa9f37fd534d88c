using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace Workflows.Web.Access;

/// <summary>
/// A character zero in a text is somebody trying something: PostgreSQL can't keep it, so that it would end as an error of ours. It is refused wherever text
/// comes in: addresses, forms, JSON.
/// </summary>
internal static class NoNulls
{
    /// <summary>Answers 400 where the address holds one.</summary>
    public static Task InAddresses(HttpContext http, RequestDelegate next)
    {
        // In a path the server itself refuses it.
        if (!http.Request.QueryString.Value!.Contains("%00", StringComparison.Ordinal))
            return next(http);
        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    }

    /// <summary>Whether a form holds one, in a name or a value.</summary>
    public static bool HasNull(this IFormCollection form) =>
        form.Any(field => field.Key.Contains('\0', StringComparison.Ordinal) || field.Value.Any(value => value?.Contains('\0', StringComparison.Ordinal) == true));

    /// <summary>Reads texts of JSON.</summary>
    public sealed class Text : JsonConverter<string>
    {
        /// <inheritdoc />
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetString() is var text && text?.Contains('\0', StringComparison.Ordinal) is true ? throw new JsonException("A text holds a character zero.") : text;

        /// <inheritdoc />
        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }
}
