using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Workflows.Web;

/// <summary>The one stylesheet, served from the assembly under a path that changes with its content.</summary>
internal static class Stylesheet
{
    private static readonly byte[] Content = Read();

    /// <summary>The path with the content's hash: a browser may keep it for ever.</summary>
    public static string Path { get; } = $"/office.css?v={Convert.ToHexStringLower(SHA256.HashData(Content))[..12]}";

    public static void MapStylesheet(this IEndpointRouteBuilder app) => app.MapGet("/office.css", (HttpContext http) =>
    {
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        http.Response.Headers.Remove("Pragma");
        return Results.Bytes(Content, "text/css; charset=utf-8");
    }).AllowAnonymous().ExcludeFromDescription();

    private static byte[] Read()
    {
        using var css = typeof(Stylesheet).Assembly.GetManifestResourceStream("office.css")
            ?? throw new InvalidOperationException("The stylesheet is missing from the assembly.");
        var content = new byte[css.Length];
        css.ReadExactly(content);
        return content;
    }
}
