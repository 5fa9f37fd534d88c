using Microsoft.EntityFrameworkCore;
using Workflows.Policy;

namespace Workflows.Storage;

/// <summary>
/// Whether this program can work on the database's schema. Migrations only add, so that a program goes on working on a schema that a newer one has
/// brought further. One that takes something away says in its name how new a program must be to do without it: <c>DropOldDays_After_RunningForYears</c>
/// is fit for every program that knows <c>RunningForYears</c>.
/// </summary>
public static class Schema
{
    /// <summary>What stands in a migration's name before the oldest migration that a program must know to work on the schema afterwards.</summary>
    public const string After = "_After_";

    /// <summary>Creates or upgrades the schema.</summary>
    public static Task UpgradeAsync(WorkflowsDb db, CancellationToken ct) => db.Database.MigrateAsync(ct);

    /// <summary>Null when this program can work on the schema; else one sentence on what is wrong and what to do.</summary>
    public static async Task<Bilingual?> FaultAsync(WorkflowsDb db, CancellationToken ct)
    {
        var known = db.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        var applied = (await db.Database.GetAppliedMigrationsAsync(ct)).ToList();
        if (applied.Find(name => !known.Contains(name) && !Carries(name, known)) is { } stranger)
        {
            return new Bilingual(
                $"数据库结构比本程序新（{stranger}）。请使用更新版本的程序。",
                $"The database's schema is newer than this program ({stranger}). Use the newer program.");
        }

        var missing = known.Except(applied).Count();
        return missing == 0 ? null : new Bilingual(
            $"数据库结构还差 {missing} 步升级。请先运行 migrate。",
            $"The database's schema lacks {missing} upgrade steps. Run migrate first.");
    }

    // Whether a schema with that migration, which is newer than all that are known, still carries a program that knows these.
    private static bool Carries(string migration, IReadOnlySet<string> known)
    {
        var at = migration.LastIndexOf(After, StringComparison.Ordinal);
        return at < 0 || known.Any(one => one.EndsWith($"_{migration[(at + After.Length)..]}", StringComparison.Ordinal));
    }
}
