using System.Xml.Linq;

namespace Workflows.Architecture;

/// <summary>What package versions and project files have to keep to.</summary>
internal static class PackageRules
{
    /// <summary>
    /// Packages with a central version that no project asks for and no lock file names. A package that only other packages bring along
    /// is in the lock files: its central version is a pin.
    /// </summary>
    public static IReadOnlyList<string> Unused(
        string centralVersions, IReadOnlyCollection<string> referenced, IReadOnlyCollection<string> lockFiles) =>
    [
        .. XElement.Parse(centralVersions).Descendants("PackageVersion")
            .Select(version => (string?)version.Attribute("Include") ?? "")
            .Where(name => !referenced.Contains(name) && !lockFiles.Any(text => Names(text, name))),
    ];

    /// <summary>Whether a project file or a file it imports mutes warnings without a comment just before, saying why.</summary>
    public static bool MutesWithoutReason(string project) =>
        XElement.Parse(project).Descendants("NoWarn")
            .Any(muted => PrecedingComment(muted) is null && PrecedingComment(muted.Parent) is null);

    private static bool Names(string lockFile, string package) => lockFile.Contains($"\"{package}\": {{", StringComparison.Ordinal);

    private static XComment? PrecedingComment(XElement? element) =>
        element?.NodesBeforeSelf().LastOrDefault(node => node is not XText) is XComment { Value.Length: > 3 } comment ? comment : null;
}
