using Workflows.Engine.Tests.Behaviour;

namespace Workflows.Engine.Tests.OnElsa;

/// <summary>Elsa, on SQLite: found only in a build with <c>-p:Engine=Elsa</c>.</summary>
public sealed class OnElsa : EngineBehaviour
{
    private protected override async Task<IEngineOffice> OpenAsync(IReadOnlyList<DefinitionFile> files) => await ElsaOffice.OpenAsync(files);
}
