namespace Workflows.Architecture;

/// <summary>
/// Which source project may reference which. What a project reaches through another needs no arrow of its own. A new arrow changes the
/// picture of the design: record why among the decisions, then change it here.
/// </summary>
internal static class Arrows
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Workflows.Policy"] = [],
        ["Workflows.Planning"] = ["Workflows.Policy"],
        ["Workflows.Engine"] = [],
        ["Workflows.Personnel"] = ["Workflows.Policy"],
        ["Workflows.Storage"] = ["Workflows.Personnel", "Workflows.Engine"],
        ["Workflows.Processes"] = ["Workflows.Storage", "Workflows.Planning"],
        ["Workflows.Reminders"] = ["Workflows.Processes"],
        ["Workflows.Web"] = ["Workflows.Reminders"],
        ["Workflows.Worker"] = ["Workflows.Web"],
        ["Workflows.Engine.Elsa"] = ["Workflows.Engine", "Workflows.Storage"],
    };

    /// <summary>One sentence for each arrow that the picture doesn't have.</summary>
    public static IReadOnlyList<string> Complaints(IEnumerable<ProjectFile> sources) => [.. sources.SelectMany(Complaints)];

    private static IEnumerable<string> Complaints(ProjectFile project)
    {
        if (!Allowed.TryGetValue(project.Name, out var targets))
        {
            return [$"{project.Name} is not in the picture of the source projects."];
        }

        return project.Projects.Except(targets).Concat(project.ProjectsOnElsa.Where(target => project.Name != "Workflows.Worker" || target != "Workflows.Engine.Elsa"))
            .Select(target => $"{project.Name} may not reference {target}.")
            .Concat(project.Assemblies.Select(assembly => $"{project.Name} takes {assembly} from a file, where no arrow shows."));
    }
}
