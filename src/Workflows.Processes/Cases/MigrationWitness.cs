using Workflows.Engine;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Cases;

/// <summary>Puts it on record when a case went on before its migration could be carried out, and so stays on its version.</summary>
public sealed class MigrationWitness(Desk desk) : IMigrationWitness
{
    /// <inheritdoc />
    public async ValueTask StayedAsync(Guid caseId, int toVersion, IReadOnlyList<MigrationObstacle> obstacles, CancellationToken ct)
    {
        var @case = await desk.CaseAsync(caseId, ct);
        desk.Record(@case, new AuditLine("CaseNotMigrated", null)
        {
            Subject = @case.DefinitionId, OldValue = $"{@case.DefinitionVersion}", NewValue = $"{toVersion}",
            Reason = string.Concat(obstacles.Select(obstacle => MigrationWording.Of(obstacle).Zh)),
        });
    }
}
