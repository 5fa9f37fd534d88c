using System.Text.Json;
using System.Xml.Linq;

namespace Workflows.Architecture;

/// <summary>Under which licences packages may come into the product, and into its tests.</summary>
internal static class LicenceRules
{
    private static readonly string[] Allowed = ["MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "PostgreSQL", "MS-PL OR Apache-2.0"];

    // Weaker on those who pass a changed copy on: nothing of the tests is passed on.
    private static readonly string[] AllowedInTests = [.. Allowed, "MPL-2.0"];

    /// <summary>Name and version of every package in a lock file, direct and brought along.</summary>
    public static IEnumerable<(string Name, string Version)> Packages(string lockFile) =>
        from framework in JsonDocument.Parse(lockFile).RootElement.GetProperty("dependencies").EnumerateObject()
        from package in framework.Value.EnumerateObject()
        where package.Value.TryGetProperty("resolved", out _)
        select (package.Name, package.Value.GetProperty("resolved").GetString()!);

    /// <summary>The licence that a package states of itself, as an expression; null where it states none so.</summary>
    public static string? Of(string nuspec) => XDocument.Parse(nuspec).Descendants()
        .FirstOrDefault(element => element.Name.LocalName == "license" && (string?)element.Attribute("type") == "expression")?.Value.Trim();

    /// <summary>Whether a package of that licence may come in.</summary>
    public static bool MayCome(string? licence, bool isForTests) => (isForTests ? AllowedInTests : Allowed).Contains(licence);
}
