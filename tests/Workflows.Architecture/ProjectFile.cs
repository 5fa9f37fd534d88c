using System.Xml.Linq;

namespace Workflows.Architecture;

/// <summary>A project file: its name without the ending, the names of the projects and packages it asks for, and its XML.</summary>
internal sealed record ProjectFile(string Path, string Name, XElement Xml)
{
    /// <summary>Names of referenced projects.</summary>
    public IReadOnlyList<string> Projects => [.. Included("ProjectReference").Select(NameOf)];

    /// <summary>Names of referenced packages.</summary>
    public IReadOnlyList<string> Packages => [.. Included("PackageReference")];

    /// <summary>Assemblies taken from a file, past projects and packages alike.</summary>
    public IReadOnlyList<string> Assemblies => [.. Included("Reference")];

    public static ProjectFile Parse(string path, string text) => new(path, NameOf(path), XElement.Parse(text));

    private IEnumerable<string> Included(string element) =>
        Xml.Descendants(element)
            .SelectMany(item => ((string?)item.Attribute("Include") ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries));

    private static string NameOf(string path) => System.IO.Path.GetFileNameWithoutExtension(path.Replace('\\', '/'));
}
