using Workflows.Engine;
using Workflows.Engine.OnElsa;
using Workflows.Processes;
using Workflows.Storage;

namespace Workflows.Worker.Hosting;

/// <summary>The engine of this build: Elsa. Its namesake in the folder beside is compiled by default.</summary>
public static class OfficeEngine
{
    /// <summary>Adds Elsa and its management API to the program that runs the office.</summary>
    public static IServiceCollection AddOfficeEngine(this IServiceCollection services, StorageOptions storage, string workflowsFolder) => services
        .AddElsaEngine(storage, Load(workflowsFolder), elsa => elsa.UseManagementApi())
        .AddOfficePublishing();

    /// <summary>Adds what carries out the recorded wishes in the background.</summary>
    public static IServiceCollection AddOfficeDelivery(this IServiceCollection services) => services.AddElsaDelivery();

    /// <summary>Adds the inbox alone to a single command: the office carries out later what it wishes.</summary>
    public static IServiceCollection AddOfficePort(this IServiceCollection services, string workflowsFolder) =>
        services.AddElsaWishes(Load(workflowsFolder));

    /// <summary>What Elsa must have done before the office opens: its tables are there, and every definition is loaded.</summary>
    public static Task StartOfficeEngineAsync(this IServiceProvider services, CancellationToken ct) =>
        services.GetRequiredService<ElsaStart>().RunAsync(ct);

    /// <summary>Creates or upgrades Elsa's own tables.</summary>
    public static Task UpgradeAsync(StorageOptions storage, CancellationToken ct) => ElsaTables.UpgradeAsync(storage, ct);

    /// <summary>Adds Elsa's management API behind the office's login.</summary>
    public static WebApplication MapOfficeEngine(this WebApplication app) => app.MapManagementApi();

    private static Func<StepCatalogue, DefinitionCatalogue> Load(string workflowsFolder) =>
        steps => OfficeFiles.Definitions(workflowsFolder, steps).OrThrow();
}
