using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Processes;
using Workflows.Web.Access;

namespace Workflows.Web.Api;

/// <summary>Puts use cases behind addresses: the body is the use case's command, the answer its answer.</summary>
internal static class UseCaseEndpoints
{
    private static readonly int[] Refusals =
    [
        StatusCodes.Status403Forbidden, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity,
    ];

    /// <summary>Answers posts to an address by a use case, as the account that is logged in.</summary>
    /// <param name="api">The API.</param>
    /// <param name="path">The address.</param>
    /// <param name="run">The use case's method.</param>
    /// <param name="before">What is asked first: a refusal ends it. Null for nothing.</param>
    /// <param name="name">The endpoint's name; null for the use case's, which only one address can have.</param>
    public static IEndpointConventionBuilder MapUseCase<TUseCase, TCommand>(
        this IEndpointRouteBuilder api, string path, Func<TUseCase, Func<TCommand, Guid, CancellationToken, Task<Answer>>> run,
        Func<HttpContext, TCommand, Task<Answer?>>? before = null, string? name = null)
        where TUseCase : notnull where TCommand : class
    {
        // A delegate of the framework's own shape: for any other one it writes and compiles code at each start, a second for all use cases.
        RequestDelegate answer = async http =>
        {
            if (await ReadAsync<TCommand>(http) is not { } command)
                return;
            // A decision isn't given up because the caller went away: what it answered is kept under its operation id.
            var refusal = before is null ? null : await before(http, command);
            var services = http.RequestServices;
            await ApiAnswer.Of(refusal ?? await run(services.GetRequiredService<TUseCase>())(command, services.GetRequiredService<Me>().Id, CancellationToken.None))
                .ExecuteAsync(http);
        };
        return api.MapPost(path, answer)
            .WithName(name ?? typeof(TUseCase).Name)
            .WithMetadata(
            [
                answer.Method, new AcceptsMetadata(["application/json"], typeof(TCommand)),
                .. Refusals.Prepend(StatusCodes.Status200OK).Select(status => new ProducesResponseTypeMetadata(status, typeof(ApiAnswer), ["application/json"])),
            ]);
    }

    /// <summary>
    /// Lets an unsafe request to the API through only with the header that another site's form can't set: the cookie alone proves nothing.
    /// </summary>
    public static Task AskForHeader(HttpContext http, RequestDelegate next)
    {
        if (!http.Request.Path.StartsWithSegments("/api") || HttpMethods.IsGet(http.Request.Method) || http.Request.Headers.ContainsKey("X-Requested-With"))
            return next(http);
        http.NoteForged();
        return Results.Problem("Send the header X-Requested-With.", statusCode: StatusCodes.Status400BadRequest).ExecuteAsync(http);
    }

    // Null when the body is no command; the answer then says so. The body null is JSON, but no command.
    private static async Task<TCommand?> ReadAsync<TCommand>(HttpContext http) where TCommand : class
    {
        var (status, detail) = (StatusCodes.Status400BadRequest, (string?)null);
        try
        {
            if (!http.Request.HasJsonContentType())
                status = StatusCodes.Status415UnsupportedMediaType;
            else if (await http.Request.ReadFromJsonAsync<TCommand>(http.RequestAborted) is { } command)
                return command;
        }
        catch (JsonException fault)
        {
            detail = $"Something is missing, null, or of another kind at {fault.Path ?? "$"}.";
        }
        catch (BadHttpRequestException tooMuch)
        {
            status = tooMuch.StatusCode;
        }

        await Results.Problem(detail, statusCode: status).ExecuteAsync(http);
        return null;
    }
}
