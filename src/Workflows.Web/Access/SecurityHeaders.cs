using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Workflows.Web.Access;

/// <summary>The headers that keep other sites, injected scripts, unencrypted connections and shared caches out.</summary>
internal static class SecurityHeaders
{
    // The framework's script asks the page's base element where the office begins, so a base of our own must be allowed.
    private const string Content =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; "
        + "object-src 'none'; form-action 'self'; base-uri 'self'; frame-ancestors 'none'";

    private const string OneYear = "max-age=31536000; includeSubDomains";

    /// <summary>
    /// Adds them, and takes every request for one over TLS where the office's public address says so: whatever stands before the program ended it.
    /// </summary>
    public static void UseSecurityHeaders(this IApplicationBuilder app, OfficeWebOptions options) => app.Use((http, next) =>
    {
        if (options.IsSecure)
            http.Request.Scheme = Uri.UriSchemeHttps;
        // Pages hold personal data: nothing of them stays in a cache. The stylesheet says otherwise for itself.
        http.Response.Headers.CacheControl = "no-cache, no-store";
        http.Response.Headers.Pragma = "no-cache";
        // At the last moment, as an error clears what was set before it.
        http.Response.OnStarting(() => Set(http));
        return next(http);
    });

    private static Task Set(HttpContext http)
    {
        var headers = http.Response.Headers;
        if (headers.ContentSecurityPolicy.Count == 0)
            headers.ContentSecurityPolicy = Content;
        if (headers.CacheControl.Count == 0)
            headers.CacheControl = "no-cache, no-store";
        if (http.Request.IsHttps)
            headers.StrictTransportSecurity = OneYear;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        return Task.CompletedTask;
    }
}
