using System.Text.RegularExpressions;

namespace Workflows.Architecture;

/// <summary>What <c>Workflows.sln</c> has to hold.</summary>
internal static partial class SolutionRules
{
    // The Elsa packages are not served by every feed, so the project that needs them is built apart.
    private const string BuiltApart = "Workflows.Engine.Elsa";

    /// <summary>Names of the projects that the solution's text lists.</summary>
    public static IReadOnlyList<string> ProjectsIn(string solution) =>
        [.. ListedProject().Matches(solution).Select(match => match.Groups["name"].Value)];

    /// <summary>Source projects without a test project in the solution.</summary>
    public static IReadOnlyList<string> Untested(IEnumerable<string> sources, IReadOnlyList<string> listed) =>
        [.. sources.Where(source => source != BuiltApart && !listed.Contains($"{source}.Tests"))];

    /// <summary>Projects on disk that the solution lacks, and the one that it must lack but lists.</summary>
    public static IReadOnlyList<string> Misplaced(IEnumerable<string> onDisk, IReadOnlyList<string> listed) =>
        [.. onDisk.Where(project => listed.Contains(project) == (project == BuiltApart))];

    [GeneratedRegex("""= "(?<name>[^"]+)", "[^"]+\.csproj",""")]
    private static partial Regex ListedProject();
}
