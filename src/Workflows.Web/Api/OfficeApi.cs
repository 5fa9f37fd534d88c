using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Policy;

namespace Workflows.Web.Api;

/// <summary>The JSON API: the same use cases as the pages, one file for each area.</summary>
internal static class OfficeApi
{
    public static IServiceCollection AddOfficeApi(this IServiceCollection services) => services
        .Configure<JsonOptions>(json =>
        {
            json.SerializerOptions.PropertyNamingPolicy = PolicyJson.Options.PropertyNamingPolicy;
            json.SerializerOptions.Encoder = PolicyJson.Options.Encoder;
            foreach (var converter in PolicyJson.Options.Converters)
                json.SerializerOptions.Converters.Add(converter);
        })
        .AddOpenApi();

    public static void MapOfficeApi(this IEndpointRouteBuilder app)
    {
        app.MapOpenApi().AllowAnonymous();
        app.MapHealthApi();
        var api = app.MapGroup("/api").RequireAuthorization();
        api.MapWorkItemApi();
        api.MapHiringApi();
        api.MapDefinitionApi();
        api.MapCalendarApi();
        api.MapCasePapersApi();
        api.MapStaffApi();
        api.MapRosterApi();
        api.MapPersonCaseApi();
        api.MapDayApi();
        api.MapMailApi();
        api.MapSecondmentApi();
        api.MapRotationApi();
        api.MapCollegeApi();
        api.MapStandardApi();
    }
}
