using System.Security.Cryptography;
using System.Text.Json;
using Workflows.Policy;

namespace Workflows.Storage.Backup;

/// <summary>What a backup holds; the file <c>manifest.json</c>, written last.</summary>
/// <param name="Format">The form of backups, 1.</param>
/// <param name="MadeAt">When it was made, UTC.</param>
/// <param name="Provider">The database it is of.</param>
/// <param name="Migrations">The steps that the schema had taken, in their order.</param>
/// <param name="Files">Every other file, by its path with <c>/</c>, in order.</param>
public sealed record BackupManifest(int Format, DateTimeOffset MadeAt, StorageProvider Provider, IReadOnlyList<string> Migrations, IReadOnlyList<BackupFile> Files)
{
    /// <summary>The form that this program writes and reads.</summary>
    public const int ThisFormat = 1;

    /// <summary>The file's name.</summary>
    public const string FileName = "manifest.json";

    /// <summary>The database's content.</summary>
    public const string Database = "database";

    /// <summary>The folder of policy and definitions.</summary>
    public const string Workflows = "workflows";

    /// <summary>The folder of the lists of chain heads.</summary>
    public const string Heads = "heads";

    /// <summary>Writes the manifest into a folder, over all files in it.</summary>
    public static BackupManifest Write(string folder, DateTimeOffset madeAt, StorageProvider provider, IReadOnlyList<string> migrations)
    {
        var manifest = new BackupManifest(ThisFormat, madeAt, provider, migrations, [.. BackupFile.In(folder)]);
        using var file = new FileStream(Path.Combine(folder, FileName), FileMode.CreateNew);
        JsonSerializer.Serialize(file, manifest, PolicyJson.Indented);
        file.Flush(flushToDisk: true);
        return manifest;
    }

    /// <summary>Reads a backup's manifest and holds every file against it.</summary>
    /// <param name="folder">The backup.</param>
    /// <param name="fault">What is wrong with it; null when nothing is.</param>
    public static BackupManifest? Read(string folder, out Bilingual? fault)
    {
        fault = new Bilingual($"{folder} 不是备份（没有可读的 {FileName}）", $"{folder} is no backup: it holds no readable {FileName}");
        try
        {
            using var file = File.OpenRead(Path.Combine(folder, FileName));
            if (JsonSerializer.Deserialize<BackupManifest>(file, PolicyJson.Options) is not { Files: not null, Migrations: not null } manifest)
                return null;
            fault = manifest.Format == ThisFormat ? Damage(folder, manifest)
                : new Bilingual($"备份格式 {manifest.Format} 不是本程序能读的", $"this program can't read backups of form {manifest.Format}");
            return fault is null ? manifest : null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    private static Bilingual? Damage(string folder, BackupManifest manifest)
    {
        var there = BackupFile.In(folder).ToDictionary(file => file.Path, StringComparer.Ordinal);
        foreach (var file in manifest.Files)
        {
            if (!there.Remove(file.Path, out var found))
                return new Bilingual($"备份缺少文件 {file.Path}", $"the backup's file {file.Path} is missing");
            if (found != file)
                return new Bilingual($"备份文件 {file.Path} 已损坏", $"the backup's file {file.Path} is damaged");
        }

        return there.Keys.Order(StringComparer.Ordinal).FirstOrDefault() is { } stranger
            ? new Bilingual($"备份里多出文件 {stranger}", $"the file {stranger} doesn't belong to the backup") : null;
    }
}

/// <summary>One file of a backup.</summary>
/// <param name="Path">Its path within the backup, with <c>/</c>.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Its SHA-256, hexadecimal.</param>
public sealed record BackupFile(string Path, long Bytes, string Sha256)
{
    /// <summary>All files of a folder but the manifest, in order.</summary>
    public static IEnumerable<BackupFile> In(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Select(path => (Full: path, Name: System.IO.Path.GetRelativePath(folder, path).Replace(System.IO.Path.DirectorySeparatorChar, '/')))
        .Where(file => file.Name != BackupManifest.FileName)
        .OrderBy(file => file.Name, StringComparer.Ordinal)
        .Select(file => Of(file.Full, file.Name));

    private static BackupFile Of(string path, string name)
    {
        using var content = File.OpenRead(path);
        return new BackupFile(name, content.Length, Convert.ToHexStringLower(SHA256.HashData(content)));
    }
}
