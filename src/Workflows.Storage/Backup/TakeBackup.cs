using Microsoft.EntityFrameworkCore;
using Workflows.Policy;

namespace Workflows.Storage.Backup;

/// <summary>
/// Writes everything that another machine needs into a new folder: the database with its keys, the workflow files in use, the lists of chain heads.
/// Not the settings and the signing key: those are secrets, and a backup isn't encrypted. Under its name the folder is there as a whole or not at all.
/// </summary>
public static class TakeBackup
{
    /// <summary>Takes the backup.</summary>
    /// <param name="db">The database, with the schema of this program.</param>
    /// <param name="copy">How it is copied.</param>
    /// <param name="target">The new folder.</param>
    /// <param name="workflows">The workflows folder.</param>
    /// <param name="heads">The folder of the lists of chain heads; null where none are written.</param>
    /// <param name="now">Now, UTC.</param>
    /// <param name="ct">Ends the work, with nothing done.</param>
    /// <returns>The manifest, or why it can't be taken.</returns>
    /// <exception cref="OutsidePartException">A tool is missing or failed.</exception>
    public static async Task<(BackupManifest? Made, Bilingual? Fault)> RunAsync(
        WorkflowsDb db, DatabaseCopy copy, string target, string workflows, string? heads, DateTimeOffset now, CancellationToken ct)
    {
        var folder = Path.GetFullPath(target);
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
            return (null, new Bilingual($"{target} 已有内容；备份写入新文件夹", $"{target} holds something already; a backup goes into a new folder"));

        var unfinished = $"{folder}.part";
        try
        {
            if (Directory.Exists(unfinished))
                Directory.Delete(unfinished, recursive: true);
            Private(unfinished);
            var migrations = (await db.Database.GetAppliedMigrationsAsync(ct)).ToList();
            await copy.WriteAsync(Path.Combine(unfinished, BackupManifest.Database), ct);
            FolderCopy.Write(workflows, Path.Combine(unfinished, BackupManifest.Workflows));
            if (Directory.Exists(heads))
                FolderCopy.Write(heads, Path.Combine(unfinished, BackupManifest.Heads));
            var manifest = BackupManifest.Write(unfinished, now, db.Dialect is PostgresDialect ? StorageProvider.Postgres : StorageProvider.Sqlite, migrations);
            if (Directory.Exists(folder))
                Directory.Delete(folder);
            Directory.Move(unfinished, folder);
            return (manifest, null);
        }
        catch
        {
            if (Directory.Exists(unfinished))
                Directory.Delete(unfinished, recursive: true);
            throw;
        }
    }

    // Everybody's personal data are in it.
    private static void Private(string folder)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
