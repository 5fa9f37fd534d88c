using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Workflows.Engine;
using Workflows.Policy;
using Workflows.Processes.Cases;
using Workflows.Processes.Definitions;
using Workflows.Storage;
using Workflows.Web.Access;
using Workflows.Web.Definitions;

namespace Workflows.Web.Api;

/// <summary>The versions of the processes over the API, and moving running cases to a newer one.</summary>
internal static class DefinitionApi
{
    public static void MapDefinitionApi(this IEndpointRouteBuilder api)
    {
        api.MapUseCase<MigrateCases, MigrateCases.Command>("/definitions/migrate", u => u.RunAsync);
        api.MapUseCase<PublishDefinition, PublishDefinition.Command>("/definitions/publish", u => u.RunAsync);
        api.MapGet("/definitions", AllAsync).WithName("GetDefinitions").RequireAuthorization(Rights.ReadProcesses).Produces<ProcessVersions[]>();
        api.MapGet("/definitions/{id}/{from:int}/{to:int}", PreviewAsync).WithName("PreviewMigration").Produces<MigrationPreview>();
    }

    private static async Task<IResult> AllAsync(WorkflowsDb db, DefinitionCatalogue definitions, CancellationToken ct) =>
        Results.Json(await ProcessVersions.AllAsync(db, definitions, ct), PolicyJson.Options);

    private static async Task<IResult> PreviewAsync(string id, int from, int to, PreviewMigration useCase, Me me, CancellationToken ct)
    {
        var preview = await useCase.RunAsync(new PreviewMigration.Query(id, from, to), me.Id, ct);
        return preview.Refusal is { } refusal ? ApiAnswer.Of(refusal) : Results.Json(preview, PolicyJson.Options);
    }
}
