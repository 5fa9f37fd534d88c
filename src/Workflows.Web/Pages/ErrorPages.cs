using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;

namespace Workflows.Web.Pages;

/// <summary>What is shown when there is no page: 400, 403, 404, 500, for people in both languages, for programs as JSON.</summary>
internal static class ErrorPages
{
    public static void UseErrorPages(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(failure => failure.Run(http => WriteAsync(http, StatusCodes.Status500InternalServerError)));
        app.UseStatusCodePages(async status => await WriteAsync(status.HttpContext, status.HttpContext.Response.StatusCode));
    }

    /// <summary>An error page as an endpoint's result.</summary>
    public static IResult Result(int status) =>
        new RazorComponentResult<ErrorDocument>(new Dictionary<string, object?> { [nameof(ErrorDocument.Status)] = status })
            { StatusCode = status };

    private static async Task WriteAsync(HttpContext http, int status)
    {
        if (http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
        {
            await Results.Problem(statusCode: status).ExecuteAsync(http);
            return;
        }

        // A page that found nothing has been through the renderer already, which adds its header and starts its services only once.
        http.Response.Headers.Remove("blazor-enhanced-nav");
        var services = http.RequestServices;
        await using var scope = services.CreateAsyncScope();
        http.RequestServices = scope.ServiceProvider;
        await Result(status).ExecuteAsync(http);
        http.RequestServices = services;
    }
}
