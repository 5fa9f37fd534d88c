namespace Workflows.Architecture;

public sealed class SolutionTests
{
    private static readonly IReadOnlyList<string> Listed = SolutionRules.ProjectsIn(Repository.Read("Workflows.sln"));
    private static readonly IReadOnlyList<string> Sources = [.. Repository.SourceProjects.Select(project => project.Name)];

    [Fact]
    public void Every_source_project_has_a_test_project_in_the_solution() => SolutionRules.Untested(Sources, Listed).ShouldBeEmpty();

    [Fact]
    public void A_source_project_without_tests_is_found() =>
        SolutionRules.Untested(["Workflows.Policy", "Workflows.Planning"], ["Workflows.Planning", "Workflows.Policy.Tests"])
            .ShouldBe(["Workflows.Planning"]);

    [Fact]
    public void The_solution_lists_every_project_but_the_one_built_apart()
    {
        Listed.Count.ShouldBeGreaterThan(Sources.Count);
        SolutionRules.Misplaced(Sources.Concat(Repository.TestProjects.Select(project => project.Name)), Listed).ShouldBeEmpty();
    }

    [Fact]
    public void A_project_forgotten_in_the_solution_is_found() =>
        SolutionRules.Misplaced(["Workflows.Policy", "Workflows.Planning"], ["Workflows.Policy"]).ShouldBe(["Workflows.Planning"]);

    [Fact]
    public void The_project_built_apart_is_found_when_the_solution_lists_it() =>
        SolutionRules.Misplaced(["Workflows.Engine.Elsa"], ["Workflows.Engine.Elsa"]).ShouldBe(["Workflows.Engine.Elsa"]);

    [Fact]
    public void A_solutions_folders_are_no_projects() =>
        SolutionRules.ProjectsIn("""
            Project("{2150E333}") = "src", "src", "{827E}"
            Project("{FAE04EC0}") = "Workflows.Engine", "src\Workflows.Engine\Workflows.Engine.csproj", "{1B4E}"
            """).ShouldBe(["Workflows.Engine"]);
}
