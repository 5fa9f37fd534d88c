using Workflows.Policy;

namespace Workflows.Storage.Backup;

/// <summary>
/// Brings a backup back. Everything is checked before anything is touched; mail then stays closed until somebody acknowledges the restore.
/// </summary>
/// <param name="Folder">The backup.</param>
/// <param name="IsToReplace">Whether what is in the database may go.</param>
/// <param name="Workflows">The workflows folder that the program goes by.</param>
/// <param name="WorkflowsTo">The new folder for the backup's workflow files; null when they must be those of <paramref name="Workflows"/>.</param>
/// <param name="Heads">The folder for the lists of chain heads; null to leave them in the backup.</param>
public sealed record RestoreBackup(string Folder, bool IsToReplace, string Workflows, string? WorkflowsTo, string? Heads)
{
    /// <summary>Restores.</summary>
    /// <param name="storage">The database.</param>
    /// <param name="copy">How it is copied.</param>
    /// <param name="known">The steps that this program's schema consists of.</param>
    /// <param name="now">Now, UTC.</param>
    /// <param name="ct">Ends the work, with nothing done.</param>
    /// <returns>The manifest, or why it can't be restored.</returns>
    /// <exception cref="OutsidePartException">A tool is missing or failed; nothing was changed.</exception>
    public async Task<(BackupManifest? Restored, Bilingual? Fault)> RunAsync(
        StorageOptions storage, DatabaseCopy copy, IReadOnlyCollection<string> known, DateTimeOffset now, CancellationToken ct)
    {
        if (BackupManifest.Read(Folder, out var damage) is not { } manifest)
            return (null, damage);
        if ((Foreign(manifest, storage, known) ?? WorkflowsFault(manifest) ?? await copy.FaultAsync(IsToReplace, ct)) is { } fault)
            return (null, fault);

        var placed = new List<string>();
        try
        {
            PlaceFiles(placed);
            await copy.ReadAsync(Path.Combine(Folder, BackupManifest.Database), manifest.MadeAt, now, ct);
            return (manifest, null);
        }
        catch
        {
            foreach (var path in placed)
            {
                if (Directory.Exists(path))
                    Directory.Delete(path, recursive: true);
                else
                    File.Delete(path);
            }

            throw;
        }
    }

    private static Bilingual? Foreign(BackupManifest manifest, StorageOptions storage, IReadOnlyCollection<string> known)
    {
        if (manifest.Provider != storage.Provider)
            return new Bilingual($"这是 {manifest.Provider} 的备份，不能恢复到 {storage.Provider}", $"this is a backup of {manifest.Provider}; it can't be restored to {storage.Provider}");
        return manifest.Migrations.FirstOrDefault(step => !known.Contains(step)) is { } stranger
            ? new Bilingual($"备份的数据库结构比本程序新（{stranger}）；请使用更新版本的程序", $"the backup's schema is newer than this program ({stranger}); use the newer program") : null;
    }

    // Running cases hang on the definitions by which they were started: other files would change what people agreed to.
    private Bilingual? WorkflowsFault(BackupManifest manifest)
    {
        if (WorkflowsTo is { } to)
        {
            return Directory.Exists(to) && Directory.EnumerateFileSystemEntries(to).Any()
                ? new Bilingual($"{to} 已有内容；--workflows-to 应为新文件夹", $"{to} holds something already; --workflows-to names a new folder") : null;
        }

        const string prefix = $"{BackupManifest.Workflows}/";
        var here = BackupFile.In(Workflows).ToDictionary(file => file.Path, StringComparer.Ordinal);
        var other = manifest.Files.Where(file => file.Path.StartsWith(prefix, StringComparison.Ordinal)).Select(file => file with { Path = file.Path[prefix.Length..] })
            .FirstOrDefault(file => here.GetValueOrDefault(file.Path) != file)?.Path;
        return other is null ? null : new Bilingual(
            $"备份的流程文件与 {Workflows} 不同（{other}）；请用 --workflows-to 指定新文件夹存放，并以 --workflows 运行",
            $"the backup's workflow files differ from {Workflows} ({other}); name a new folder for them with --workflows-to, and run by it with --workflows");
    }

    private void PlaceFiles(List<string> placed)
    {
        if (WorkflowsTo is { } to)
        {
            placed.Add(Path.GetFullPath(to));
            FolderCopy.Write(Path.Combine(Folder, BackupManifest.Workflows), to);
        }

        var lists = Path.Combine(Folder, BackupManifest.Heads);
        if (Heads is null || !Directory.Exists(lists))
            return;
        Directory.CreateDirectory(Heads);
        foreach (var list in Directory.EnumerateFiles(lists))
        {
            var path = Path.Combine(Heads, Path.GetFileName(list));
            if (File.Exists(path))
                continue;
            placed.Add(path);
            File.Copy(list, path);
        }
    }
}
