using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Workflows.Web;

/// <summary>A file that pages load: served from the assembly, under a path that changes with its content, so that a browser may keep it for ever.</summary>
internal sealed class PageFile
{
    private readonly string address;
    private readonly string contentType;
    private readonly byte[] content;

    private PageFile(string address, string contentType, string resource)
    {
        (this.address, this.contentType, content) = (address, contentType, Read(resource));
        Path = $"{address}?v={Convert.ToHexStringLower(SHA256.HashData(content))[..12]}";
    }

    /// <summary>How the pages look.</summary>
    public static PageFile Stylesheet { get; } = new("/office.css", "text/css; charset=utf-8", "office.css");

    /// <summary>The framework's script: a link changes the page in place; see decision 0012.</summary>
    public static PageFile Navigation { get; } = new("/_framework/blazor.web.js", "text/javascript; charset=utf-8", "blazor.web.js");

    /// <summary>The office's own script: what happens when a link that changes the page in place gets no answer.</summary>
    public static PageFile Script { get; } = new("/office.js", "text/javascript; charset=utf-8", "office.js");

    /// <summary>The path with the content's hash.</summary>
    public string Path { get; }

    public static void MapPageFiles(IEndpointRouteBuilder app)
    {
        foreach (var file in new[] { Stylesheet, Navigation, Script })
            app.MapGet(file.address, file.Answer).AllowAnonymous().ExcludeFromDescription().ShortCircuit();
    }

    private IResult Answer(HttpContext http)
    {
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        http.Response.Headers.Remove("Pragma");
        return Results.Bytes(content, contentType);
    }

    private static byte[] Read(string resource)
    {
        using var stream = typeof(PageFile).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"{resource} is missing from the assembly.");
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}
