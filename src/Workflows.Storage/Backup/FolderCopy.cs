namespace Workflows.Storage.Backup;

/// <summary>Copies folders of files.</summary>
public static class FolderCopy
{
    /// <summary>Copies all files of a folder, with those below it.</summary>
    public static void Write(string source, string target)
    {
        Directory.CreateDirectory(target);
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(target, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }
    }
}
