namespace Workflows.Architecture;

/// <summary>What the root and the office's own folder may hold.</summary>
internal static class LayoutRules
{
    private static readonly string[] TopLevel =
    [
        ".ci", ".editorconfig", ".gitattributes", ".gitignore", "deploy", "Directory.Build.props", "Directory.Packages.props",
        "global.json", "README.md", "src", "tests", "workflows", "Workflows.sln",
    ];

    private static readonly string[] OfficeFiles = [".json", ".liquid", ".md", ".png", ".svg"];

    /// <summary>Loose files and folders at the root.</summary>
    public static IReadOnlyList<string> Loose(IEnumerable<string> topLevelNames) => [.. topLevelNames.Except(TopLevel)];

    /// <summary>Files below <c>workflows/</c> that somebody who doesn't write code could not read.</summary>
    public static IReadOnlyList<string> CodeAmong(IEnumerable<string> workflowFiles) =>
        [.. workflowFiles.Where(file => !OfficeFiles.Contains(Path.GetExtension(file)))];
}
