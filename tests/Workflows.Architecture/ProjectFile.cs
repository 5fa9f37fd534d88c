using System.Xml.Linq;

namespace Workflows.Architecture;

/// <summary>A project file: its name without the ending, the names of the projects and packages it asks for, and its XML.</summary>
internal sealed record ProjectFile(string Path, string Name, XElement Xml)
{
    private const string Elsa = "'$(Engine)' == 'Elsa'";

    /// <summary>Names of referenced projects, without those that a build on Elsa alone references.</summary>
    public IReadOnlyList<string> Projects => [.. Included("ProjectReference", item => !IsOnElsa(item)).Select(NameOf)];

    /// <summary>Names of projects that are referenced in a build on Elsa alone.</summary>
    public IReadOnlyList<string> ProjectsOnElsa => [.. Included("ProjectReference", IsOnElsa).Select(NameOf)];

    /// <summary>Names of referenced packages.</summary>
    public IReadOnlyList<string> Packages => [.. Included("PackageReference")];

    /// <summary>Assemblies taken from a file, past projects and packages alike.</summary>
    public IReadOnlyList<string> Assemblies => [.. Included("Reference")];

    public static ProjectFile Parse(string path, string text) => new(path, NameOf(path), XElement.Parse(text));

    private static bool IsOnElsa(XElement item) => (string?)item.Attribute("Condition") == Elsa || (string?)item.Parent?.Attribute("Condition") == Elsa;

    private IEnumerable<string> Included(string element, Func<XElement, bool>? which = null) =>
        Xml.Descendants(element).Where(item => which?.Invoke(item) is not false)
            .SelectMany(item => ((string?)item.Attribute("Include") ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries));

    private static string NameOf(string path) => System.IO.Path.GetFileNameWithoutExtension(path.Replace('\\', '/'));
}
