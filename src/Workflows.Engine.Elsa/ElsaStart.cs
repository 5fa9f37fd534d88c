using Elsa.Common.Models;
using Elsa.Workflows.Management;
using Elsa.Workflows.Runtime;
using Microsoft.Extensions.DependencyInjection;

namespace Workflows.Engine.OnElsa;

/// <summary>Prepares Elsa: its tables, its registries, the office's definitions.</summary>
public sealed class ElsaStart(IServiceScopeFactory scopes, DefinitionCatalogue definitions, ElsaReadiness readiness)
{
    /// <summary>Makes Elsa ready; again does no harm.</summary>
    /// <exception cref="InvalidOperationException">Elsa hasn't read a definition as the office has.</exception>
    public async Task RunAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        await ElsaTables.UpgradeAsync(scope.ServiceProvider, ct);
        // Elsa's own way fills registry and store twice, for definitions that serve as activities of others: the office has none.
        await scope.ServiceProvider.GetRequiredService<IActivityRegistryPopulator>().PopulateRegistryAsync(ct);
        await scope.ServiceProvider.GetRequiredService<IWorkflowDefinitionStorePopulator>().PopulateStoreAsync(ct);
        await CheckAsync(scope.ServiceProvider.GetRequiredService<IWorkflowDefinitionService>(), ct);
        readiness.Set();
    }

    private async Task CheckAsync(IWorkflowDefinitionService elsa, CancellationToken ct)
    {
        foreach (var definition in definitions.All)
        {
            var graph = await elsa.FindWorkflowGraphAsync(definition.Id, VersionOptions.SpecificVersion(definition.Version), ct);
            if (SameFlow.Difference(definition, graph) is { } difference)
            {
                throw new InvalidOperationException($"{definition.File}: '{definition.Id}' {definition.Version} isn't the same in Elsa. {difference}.");
            }
        }
    }
}
