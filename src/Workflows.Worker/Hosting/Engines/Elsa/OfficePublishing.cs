using Elsa.Workflows.Activities;
using Elsa.Workflows.Management;
using Elsa.Workflows.Management.Models;
using Elsa.Workflows.Management.Services;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Workflows.Processes.Definitions;
using Workflows.Web.Access;

namespace Workflows.Worker.Hosting;

/// <summary>
/// Stands where Elsa asks whether a definition may be published: the office reads and checks it, and keeps it, before Elsa marks it. If Elsa fails
/// after that, the next start gives it to Elsa as it does with files.
/// </summary>
internal sealed class OfficePublishing(WorkflowValidator elsa, IWorkflowSerializer serializer, PublishDefinition publish, Me me) : IWorkflowValidator
{
    /// <inheritdoc/>
    public async Task<IEnumerable<WorkflowValidationError>> ValidateAsync(Workflow workflow, CancellationToken cancellationToken = default)
    {
        if ((await elsa.ValidateAsync(workflow, cancellationToken)).ToList() is { Count: > 0 } errors)
            return errors;
        workflow.Publication = new(IsLatest: true, IsPublished: true);
        var command = new PublishDefinition.Command(
            Guid.CreateVersion7(), workflow.Identity.DefinitionId, workflow.Identity.Version, serializer.Serialize(workflow));
        var answer = await publish.RunAsync(command, me.Id, cancellationToken);
        return answer.IsDone ? [] : answer.Reasons.Select(reason => new WorkflowValidationError($"{reason.Zh} / {reason.En}"));
    }
}

internal static class OfficePublishingRegistration
{
    /// <summary>Puts the office before Elsa's publishing.</summary>
    public static IServiceCollection AddOfficePublishing(this IServiceCollection services) => services
        .AddScoped<WorkflowValidator>()
        .Replace(ServiceDescriptor.Scoped<IWorkflowValidator, OfficePublishing>());
}
