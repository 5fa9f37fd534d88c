using Elsa;
using Elsa.Extensions;
using Elsa.Features.Services;
using FastEndpoints;
using Microsoft.AspNetCore.Authorization;
using Workflows.Web.Access;

namespace Workflows.Worker.Hosting;

/// <summary>
/// Elsa's management API under <c>/elsa/api</c>, behind the office's login and only to read: definitions, instances and their journals. What a case
/// does is decided in the office, and a definition is published by its file.
/// </summary>
internal static class ManagementApi
{
    private static readonly string[] Acts = ["/execute", "/resume", "/trigger"];

    public static IModule UseManagementApi(this IModule elsa)
    {
        // The office asks who it is, before every endpoint of Elsa's: there are no accounts and no keys of Elsa's own.
        EndpointSecurityOptions.DisableSecurity();
        return elsa.UseWorkflowsApi();
    }

    public static WebApplication MapManagementApi(this WebApplication app)
    {
        app.Use(OnlyReadersAsync);
        app.UseWorkflowsApi();
        return app;
    }

    // Elsa runs, resumes and triggers on GET too; the list of instances is asked for by POST.
    private static bool OnlyReads(HttpContext context, EndpointDefinition endpoint)
    {
        var routes = endpoint.Routes ?? [];
        var acts = routes.Any(route => Array.Exists(Acts, act => route.EndsWith(act, StringComparison.OrdinalIgnoreCase)));
        return !acts && (HttpMethods.IsGet(context.Request.Method)
            || (HttpMethods.IsPost(context.Request.Method) && routes.Any(route => route.Trim('/') == "workflow-instances")));
    }

    // By the endpoint and not by the address: whatever Elsa adds to its API is behind the same door.
    private static async Task OnlyReadersAsync(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<EndpointDefinition>() is not { } endpoint)
        {
            await next(context);
            return;
        }

        var authorization = context.RequestServices.GetRequiredService<IAuthorizationService>();
        context.Response.StatusCode = context.User.Identity is not { IsAuthenticated: true } ? StatusCodes.Status401Unauthorized
            : !OnlyReads(context, endpoint) ? StatusCodes.Status405MethodNotAllowed
            : (await authorization.AuthorizeAsync(context.User, Rights.ReadProcesses)).Succeeded ? StatusCodes.Status200OK
            : StatusCodes.Status403Forbidden;
        if (context.Response.StatusCode == StatusCodes.Status200OK)
        {
            await next(context);
        }
    }
}
