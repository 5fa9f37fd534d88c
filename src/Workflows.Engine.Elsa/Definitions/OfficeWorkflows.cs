using Elsa.Workflows;
using Elsa.Workflows.Management;
using Elsa.Workflows.Management.Filters;
using Elsa.Workflows.Management.Mappers;
using Elsa.Workflows.Management.Materializers;
using Elsa.Workflows.Management.Models;
using Elsa.Workflows.Runtime;

namespace Workflows.Engine.OnElsa;

/// <summary>
/// Gives Elsa the texts of the office's catalogue as they are, files and what was published. Unlike Elsa's own file provider, which logs a broken file and goes on without it,
/// a file that Elsa can't read ends the start. What Elsa's store holds already isn't given again: writing it anew takes Elsa half a second each.
/// </summary>
internal sealed class OfficeWorkflows(
    DefinitionCatalogue definitions, IActivitySerializer serializer, WorkflowDefinitionMapper mapper, IPayloadSerializer payloads,
    IWorkflowDefinitionStore store) : IWorkflowsProvider
{
    /// <inheritdoc/>
    public string Name => "Office";

    /// <inheritdoc/>
    public async ValueTask<IEnumerable<MaterializedWorkflow>> GetWorkflowsAsync(CancellationToken cancellationToken = default)
    {
        var stored = (await store.FindManyAsync(new WorkflowDefinitionFilter(), cancellationToken))
            .Where(one => one.OriginalSource is null).Select(one => (one.DefinitionId, one.Version, one.MaterializerContext)).ToHashSet();
        // By version: the newest comes last and becomes the published one.
        return definitions.All.Where(one => !stored.Contains((one.Id, one.Version, payloads.Serialize(one.Fingerprint)))).Select(Read)
            .OrderBy(one => one.Workflow.Identity.DefinitionId, StringComparer.Ordinal).ThenBy(one => one.Workflow.Identity.Version).ToList();
    }

    private MaterializedWorkflow Read(ProcessDefinition definition)
    {
        // Without the original source: Elsa would publish that in the place of what was edited. The fingerprint tells which text it was.
        var model = serializer.Deserialize<WorkflowDefinitionModel>(definition.Json);
        return new MaterializedWorkflow(mapper.Map(model), Name, JsonWorkflowMaterializer.MaterializerName, definition.Fingerprint);
    }
}
