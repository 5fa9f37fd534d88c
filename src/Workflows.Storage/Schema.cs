using Microsoft.EntityFrameworkCore;
using Workflows.Policy;

namespace Workflows.Storage;

/// <summary>Whether the database has the schema this program was written for.</summary>
public static class Schema
{
    /// <summary>Creates or upgrades the schema.</summary>
    public static Task UpgradeAsync(WorkflowsDb db, CancellationToken ct) => db.Database.MigrateAsync(ct);

    /// <summary>Null when the schema is this program's; else one sentence on what is wrong and what to do.</summary>
    public static async Task<Bilingual?> FaultAsync(WorkflowsDb db, CancellationToken ct)
    {
        var known = db.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        var applied = (await db.Database.GetAppliedMigrationsAsync(ct)).ToList();
        if (applied.Find(name => !known.Contains(name)) is { } stranger)
        {
            return new Bilingual(
                $"数据库结构比本程序新（{stranger}）。请使用更新版本的程序。",
                $"The database's schema is newer than this program ({stranger}). Use the newer program.");
        }

        return applied.Count == known.Count ? null : new Bilingual(
            $"数据库结构还差 {known.Count - applied.Count} 步升级。请先运行 migrate。",
            $"The database's schema lacks {known.Count - applied.Count} upgrade steps. Run migrate first.");
    }
}
