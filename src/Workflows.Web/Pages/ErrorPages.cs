using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Storage;
using Workflows.Web.Text;

namespace Workflows.Web.Pages;

/// <summary>What is shown when there is no page: 400, 403, 404, 429, 500, 503, for people in both languages, for programs as JSON.</summary>
internal static class ErrorPages
{
    private const string SecondsUntilRetry = "10";
    private const string TooOften = "请求太频繁，什么都没有改动，请过一会儿再试。 / Too many requests: nothing was changed, try again in a while.";

    public static void UseErrorPages(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = http => WriteAsync(http, StatusOf(http.Features.Get<IExceptionHandlerFeature>()?.Error)),
            // While the database is away every request fails: the log hears of it from the jobs, once.
            SuppressDiagnosticsCallback = failure => DatabaseReach.IsLost(failure.Exception),
        });
        app.UseStatusCodePages(async status => await WriteAsync(status.HttpContext, status.HttpContext.Response.StatusCode));
    }

    /// <summary>An error page as an endpoint's result.</summary>
    public static IResult Result(int status) =>
        new RazorComponentResult<ErrorDocument>(new Dictionary<string, object?> { [nameof(ErrorDocument.Status)] = status })
            { StatusCode = status };

    /// <summary>Writes an error page, or for a program its JSON.</summary>
    public static async Task WriteAsync(HttpContext http, int status)
    {
        if (status is StatusCodes.Status503ServiceUnavailable)
            http.Response.Headers.RetryAfter = SecondsUntilRetry;
        if (http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
        {
            await Results.Problem(status is StatusCodes.Status429TooManyRequests ? TooOften : null, statusCode: status).ExecuteAsync(http);
            return;
        }

        // A page that found nothing has been through the renderer already, which adds its header and starts its services only once.
        http.Response.Headers.Remove("blazor-enhanced-nav");
        var services = http.RequestServices;
        CultureInfo.CurrentUICulture = OfficeLanguages.KnownOf(http);
        await using var scope = services.CreateAsyncScope();
        http.RequestServices = scope.ServiceProvider;
        await Result(status).ExecuteAsync(http);
        http.RequestServices = services;
    }

    private static int StatusOf(Exception? failure) =>
        DatabaseReach.IsLost(failure) ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError;
}
