namespace Workflows.Testing;

/// <summary>Programs that a machine may or may not have installed.</summary>
public static class InstalledProgram
{
    /// <summary>The full path of the first program found in PATH or in the further folders, or null where none is installed.</summary>
    public static string? Find(IEnumerable<string> names, params IEnumerable<string> furtherFolders)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Concat(furtherFolders).ToList();
        return names
            .SelectMany(name => folders.Where(folder => folder.Length > 0).Select(folder => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
    }
}
