using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Workflows.Web.Api;

/// <summary>The JSON API: the same use cases as the pages, one file for each area.</summary>
internal static class OfficeApi
{
    public static IServiceCollection AddOfficeApi(this IServiceCollection services) => services.AddOpenApi();

    public static void MapOfficeApi(this IEndpointRouteBuilder app) => app.MapOpenApi().AllowAnonymous();
}
