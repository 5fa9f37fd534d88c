using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Workflows.Policy;

namespace Workflows.Web.Api;

/// <summary>What monitors, supervisors and load balancers ask of a node; every node answers, also one without pages.</summary>
internal static class HealthApi
{
    public static void MapHealthApi(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health", HealthAsync).AllowAnonymous().WithName("GetHealth").Produces<Health>()
            .Produces<Health>(StatusCodes.Status503ServiceUnavailable)
            // Whoever asks, and whatever their cookie says: how the office is must be told without reading an account.
            .ShortCircuit();
        // For whoever starts programs and shares out requests: it runs; it can answer.
        app.MapGet("/health/live", () => Results.NoContent()).AllowAnonymous().ExcludeFromDescription().ShortCircuit();
        app.MapGet("/health/ready", async (HttpContext http, OfficeDoor door, CancellationToken ct) => door.WhyClosed is null && (await Health.AskAsync(http.RequestServices, ct)).IsWell
            ? Results.NoContent() : Results.StatusCode(StatusCodes.Status503ServiceUnavailable)).AllowAnonymous().ExcludeFromDescription().ShortCircuit();
    }

    private static async Task<IResult> HealthAsync(HttpContext http, OfficeDoor door, CancellationToken ct)
    {
        var health = door.WhyClosed is { } why
            ? Health.Without(why)
            : await Health.AskAsync(http.RequestServices, ct);
        return Results.Json(health, PolicyJson.Options,
            statusCode: health.IsWell ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}
