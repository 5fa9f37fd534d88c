using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Policy;
using Workflows.Web.Access;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace Workflows.Web.Api;

/// <summary>The JSON API: the same use cases as the pages, one file for each area.</summary>
internal static class OfficeApi
{
    private const long LargestCommand = 1024 * 1024;

    public static IServiceCollection AddOfficeApi(this IServiceCollection services) => services
        .Configure<JsonOptions>(json =>
        {
            json.SerializerOptions.PropertyNamingPolicy = PolicyJson.Options.PropertyNamingPolicy;
            json.SerializerOptions.Encoder = PolicyJson.Options.Encoder;
            // A command that lacks something, or says null where something must be, is a bad request and never an error of ours.
            json.SerializerOptions.RespectRequiredConstructorParameters = true;
            json.SerializerOptions.RespectNullableAnnotations = true;
            json.SerializerOptions.TypeInfoResolver =
                (json.SerializerOptions.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver()).WithAddedModifier(LetNothingStandForNull);
            json.SerializerOptions.Converters.Add(new NoNulls.Text());
            foreach (var converter in PolicyJson.Options.Converters)
                json.SerializerOptions.Converters.Add(converter);
        })
        .AddOpenApi();

    // What may be null may be left out.
    private static void LetNothingStandForNull(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property.AssociatedParameter is { IsNullable: true } || Nullable.GetUnderlyingType(property.PropertyType) is not null)
                property.IsRequired = false;
        }
    }

    public static void MapOfficeApi(this IEndpointRouteBuilder app)
    {
        app.MapOpenApi().AllowAnonymous();
        app.MapHealthApi();
        // What brings a table or a file says for itself how much it may be.
        var api = app.MapGroup("/api").RequireAuthorization().WithMetadata(new RequestSizeLimitAttribute(LargestCommand));
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
