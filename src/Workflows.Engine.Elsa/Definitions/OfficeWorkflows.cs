using Elsa.Workflows;
using Elsa.Workflows.Management.Mappers;
using Elsa.Workflows.Management.Materializers;
using Elsa.Workflows.Management.Models;
using Elsa.Workflows.Runtime;

namespace Workflows.Engine.OnElsa;

/// <summary>The definition files as Elsa is to load them; the same as the catalogue was made of.</summary>
/// <param name="All">All files, those of older versions included.</param>
public sealed record OfficeDefinitionFiles(IReadOnlyList<DefinitionFile> All);

/// <summary>
/// Gives Elsa the office's definition files as they are. Unlike Elsa's own file provider, which logs a broken file and goes on without it,
/// a file that Elsa can't read ends the start.
/// </summary>
internal sealed class OfficeWorkflows(OfficeDefinitionFiles files, IActivitySerializer serializer, WorkflowDefinitionMapper mapper) : IWorkflowsProvider
{
    /// <inheritdoc/>
    public string Name => "Office";

    /// <inheritdoc/>
    public ValueTask<IEnumerable<MaterializedWorkflow>> GetWorkflowsAsync(CancellationToken cancellationToken = default) =>
        // By version: the newest comes last and becomes the published one.
        new(files.All.Select(Read).OrderBy(one => one.Workflow.Identity.DefinitionId, StringComparer.Ordinal)
            .ThenBy(one => one.Workflow.Identity.Version).ToList());

    private MaterializedWorkflow Read(DefinitionFile file)
    {
        var model = serializer.Deserialize<WorkflowDefinitionModel>(file.Json);
        return new MaterializedWorkflow(
            mapper.Map(model), Name, JsonWorkflowMaterializer.MaterializerName, MaterializerContext: null, OriginalSource: file.Json);
    }
}
