using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Workflows.Processes;
using Workflows.Web.Access;

namespace Workflows.Web.Api;

/// <summary>Puts use cases behind addresses: the body is the use case's command, the answer its answer.</summary>
internal static class UseCaseEndpoints
{
    /// <summary>Answers posts to an address by a use case, as the account that is logged in.</summary>
    /// <param name="api">The API.</param>
    /// <param name="path">The address.</param>
    /// <param name="run">The use case's method.</param>
    public static RouteHandlerBuilder MapUseCase<TUseCase, TCommand>(
        this IEndpointRouteBuilder api, string path, Func<TUseCase, Func<TCommand, Guid, CancellationToken, Task<Answer>>> run)
        where TUseCase : notnull =>
        api.MapPost(path, async (TCommand command, TUseCase useCase, Me me) =>
                // The body null is JSON, but no command. A decision isn't given up because the caller went away: what it answered is kept
                // under its operation id.
                command is null
                    ? Results.Problem(statusCode: StatusCodes.Status400BadRequest)
                    : ApiAnswer.Of(await run(useCase)(command, me.Id, CancellationToken.None)))
            .WithName(typeof(TUseCase).Name)
            .Produces<ApiAnswer>()
            .Produces<ApiAnswer>(StatusCodes.Status403Forbidden)
            .Produces<ApiAnswer>(StatusCodes.Status404NotFound)
            .Produces<ApiAnswer>(StatusCodes.Status409Conflict)
            .Produces<ApiAnswer>(StatusCodes.Status422UnprocessableEntity);

    /// <summary>
    /// Lets an unsafe request through only with the header that another site's form can't set: the cookie alone proves nothing.
    /// </summary>
    public static async ValueTask<object?> AskForHeader(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        return HttpMethods.IsGet(request.Method) || request.Headers.ContainsKey("X-Requested-With")
            ? await next(context)
            : Results.Problem("Send the header X-Requested-With.", statusCode: StatusCodes.Status400BadRequest);
    }
}
