namespace Workflows.Architecture;

/// <summary>The repository that these tests were built from, read from disk without what builds and runs leave there.</summary>
internal static class Repository
{
    private static readonly string[] Ignored = [.. IgnoredNames()];

    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<ProjectFile> SourceProjects => ProjectsBelow("src");

    public static IReadOnlyList<ProjectFile> TestProjects => ProjectsBelow("tests");

    /// <summary>Paths relative to the root, with forward slashes, of all files below a folder; none when there is no such folder.</summary>
    public static IReadOnlyList<string> FilesBelow(string folder)
    {
        var full = Path.Combine(Root, folder);
        return Directory.Exists(full) ? [.. Walk(full).Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/')).Order()] : [];
    }

    /// <summary>The names of the files and folders at the root that belong to the repository.</summary>
    public static IReadOnlyList<string> TopLevelNames() =>
        [.. Directory.EnumerateFileSystemEntries(Root).Select(entry => Path.GetFileName(entry)).Where(name => !IsIgnored(name)).Order()];

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    private static IReadOnlyList<ProjectFile> ProjectsBelow(string folder) =>
    [
        .. FilesBelow(folder)
            .Where(file => file.EndsWith(".csproj", StringComparison.Ordinal))
            .Select(file => ProjectFile.Parse(file, Read(file))),
    ];

    private static IEnumerable<string> Walk(string folder) =>
        Directory.EnumerateFiles(folder).Concat(
            Directory.EnumerateDirectories(folder).Where(inner => !IsIgnored(Path.GetFileName(inner))).SelectMany(Walk));

    private static bool IsIgnored(string name) =>
        Ignored.Any(pattern => pattern[0] == '*' ? name.EndsWith(pattern[1..], StringComparison.Ordinal) : name == pattern);

    private static IEnumerable<string> IgnoredNames() =>
        File.ReadLines(Path.Combine(FindRoot(), ".gitignore"))
            .Select(line => line.Trim().Trim('/'))
            .Where(line => line.Length > 0)
            .Append(".git");

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Workflows.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("No folder above the tests holds Workflows.sln.");
        }

        return folder.FullName;
    }
}
