using Workflows.Engine.Tests.Behaviour;
using Workflows.Testing;

namespace Workflows.Engine.Tests.OnElsa;

/// <summary>Elsa on PostgreSQL, where its stores, its schema and its locks are others: found only in a build with <c>-p:Engine=Elsa</c>.</summary>
public sealed class OnElsaWithPostgres(PostgresCluster cluster) : EngineBehaviour
{
    private protected override async Task<IEngineOffice> OpenAsync(IReadOnlyList<DefinitionFile> files) =>
        await ElsaOffice.OpenAsync(files, cluster: cluster);
}
