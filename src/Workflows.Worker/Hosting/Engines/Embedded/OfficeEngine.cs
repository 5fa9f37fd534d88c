using Workflows.Engine;
using Workflows.Processes;
using Workflows.Storage;

namespace Workflows.Worker.Hosting;

/// <summary>The engine of this build: the embedded one. Its namesake in the folder beside is compiled with <c>-p:Engine=Elsa</c>.</summary>
public static class OfficeEngine
{
    /// <summary>Adds the engine to the program that runs the office.</summary>
    public static IServiceCollection AddOfficeEngine(this IServiceCollection services, StorageOptions storage, string workflowsFolder) =>
        services.AddOfficePort(workflowsFolder);

    /// <summary>Adds what the engine does in the background: nothing, as it does its part within each decision.</summary>
    public static IServiceCollection AddOfficeDelivery(this IServiceCollection services) => services;

    /// <summary>Adds the engine to a single command.</summary>
    public static IServiceCollection AddOfficePort(this IServiceCollection services, string workflowsFolder) =>
        services.AddEmbeddedEngine(steps => OfficeFiles.Definitions(workflowsFolder, steps).OrThrow());

    /// <summary>What the engine must have done before the office opens: nothing.</summary>
    public static Task StartOfficeEngineAsync(this IServiceProvider services, CancellationToken ct) => Task.CompletedTask;

    /// <summary>Creates or upgrades the engine's own tables: it has none.</summary>
    public static Task UpgradeAsync(StorageOptions storage, CancellationToken ct) => Task.CompletedTask;

    /// <summary>Adds the engine's own pages: it has none.</summary>
    public static WebApplication MapOfficeEngine(this WebApplication app) => app;
}
