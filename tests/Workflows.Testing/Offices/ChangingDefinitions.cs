using Microsoft.Extensions.DependencyInjection;
using Workflows.Engine;

namespace Workflows.Testing.Offices;

/// <summary>Definition files that change while an office's cases run, as if the office were closed and opened again with other files.</summary>
/// <param name="files">The files of the first day.</param>
public sealed class ChangingDefinitions(IEnumerable<DefinitionFile> files)
{
    private DefinitionCatalogue? current;

    /// <summary>The files of the product's own hiring workflow, all versions.</summary>
    public static IReadOnlyList<DefinitionFile> AllVersions => DefinitionFile.InFolder(Path.Combine(TestOffice.Workflows, "hiring"), "policy.json");

    /// <summary>Only the first version of each definition, as the first cases found them.</summary>
    public static IReadOnlyList<DefinitionFile> FirstVersions =>
        [.. AllVersions.Where(file => file.Name.EndsWith(".v1.json", StringComparison.Ordinal))];

    /// <summary>Puts these definitions into the place of an office's own.</summary>
    public void Register(IServiceCollection services) => services.AddScoped(provider =>
        current ??= DefinitionCatalogue.Load(files, provider.GetRequiredService<StepCatalogue>()).OrThrow());

    /// <summary>From the next unit of work on the office goes by other files.</summary>
    public void ChangeTo(IEnumerable<DefinitionFile> others) => (files, current) = (others, null);
}
