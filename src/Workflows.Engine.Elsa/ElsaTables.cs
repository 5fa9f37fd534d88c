using Elsa.Persistence.EFCore.Modules.Management;
using Elsa.Persistence.EFCore.Modules.Runtime;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Storage;

namespace Workflows.Engine.OnElsa;

/// <summary>Elsa's own tables, beside the office's in the same database.</summary>
public static class ElsaTables
{
    /// <summary>Creates or upgrades them by Elsa's own migrations.</summary>
    public static async Task UpgradeAsync(StorageOptions storage, CancellationToken ct)
    {
        await using var services = new ServiceCollection().AddLogging().AddStorage(storage)
            .AddElsaEngine(storage, steps => DefinitionCatalogue.Load([], steps).OrThrow()).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        await UpgradeAsync(scope.ServiceProvider, ct);
    }

    internal static async Task UpgradeAsync(IServiceProvider services, CancellationToken ct)
    {
        await UpgradeAsync<ManagementElsaDbContext>(services, ct);
        await UpgradeAsync<RuntimeElsaDbContext>(services, ct);
    }

    // The program's own role may not change tables: it only looks, and asks for more where something is to be done.
    private static async Task UpgradeAsync<T>(IServiceProvider services, CancellationToken ct) where T : DbContext
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<T>>().CreateDbContextAsync(ct);
        if ((await db.Database.GetPendingMigrationsAsync(ct)).Any())
        {
            await db.Database.MigrateAsync(ct);
        }
    }
}
