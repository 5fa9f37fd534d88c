using Elsa;
using Elsa.Extensions;
using Elsa.Features.Services;
using FastEndpoints;
using Microsoft.AspNetCore.Authorization;
using Workflows.Web.Access;

namespace Workflows.Worker.Hosting;

/// <summary>
/// Elsa's management API under <c>/elsa/api</c>, behind the office's login: to read definitions, instances and their journals, to save a draft of a
/// definition and to publish it. What a case does is decided in the office.
/// </summary>
internal static class ManagementApi
{
    private static readonly string[] Acts = ["/execute", "/resume", "/trigger"];
    private static readonly string[] Publishes = ["workflow-definitions", "workflow-definitions/{definitionId}/publish"];

    public static IModule UseManagementApi(this IModule elsa)
    {
        // The office asks who it is, before every endpoint of Elsa's: there are no accounts and no keys of Elsa's own.
        EndpointSecurityOptions.DisableSecurity();
        return elsa.UseWorkflowsApi();
    }

    public static WebApplication MapManagementApi(this WebApplication app)
    {
        app.Use(ByRightAsync);
        app.UseWorkflowsApi();
        return app;
    }

    // Null: nobody may. Elsa runs, resumes and triggers on GET too; the list of instances is asked for by POST. Only JSON writes: no other page's form can send it.
    private static string? Right(HttpRequest request, EndpointDefinition endpoint)
    {
        var routes = (endpoint.Routes ?? []).Select(route => route.Trim('/')).ToList();
        if (routes.Exists(route => Array.Exists(Acts, act => route.EndsWith(act, StringComparison.OrdinalIgnoreCase))))
            return null;
        if (HttpMethods.IsGet(request.Method) || (HttpMethods.IsPost(request.Method) && routes.Contains("workflow-instances")))
            return Rights.ReadProcesses;
        return HttpMethods.IsPost(request.Method) && request.HasJsonContentType() && routes.Exists(Publishes.Contains) ? Rights.PublishProcesses : null;
    }

    // By the endpoint and not by the address: whatever Elsa adds to its API is behind the same door.
    private static async Task ByRightAsync(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<EndpointDefinition>() is not { } endpoint)
        {
            await next(context);
            return;
        }

        var authorization = context.RequestServices.GetRequiredService<IAuthorizationService>();
        context.Response.StatusCode = context.User.Identity is not { IsAuthenticated: true } ? StatusCodes.Status401Unauthorized
            : Right(context.Request, endpoint) is not { } right ? StatusCodes.Status405MethodNotAllowed
            : (await authorization.AuthorizeAsync(context.User, right)).Succeeded ? StatusCodes.Status200OK
            : StatusCodes.Status403Forbidden;
        if (context.Response.StatusCode == StatusCodes.Status200OK)
        {
            await next(context);
        }
    }
}
