namespace Workflows.Architecture;

public sealed class ArrowTests
{
    [Fact]
    public void Source_projects_reference_each_other_only_along_the_arrows()
    {
        Repository.SourceProjects.Count.ShouldBeGreaterThanOrEqualTo(8);
        Repository.SourceProjects.Sum(project => project.Projects.Count).ShouldBeGreaterThanOrEqualTo(7);

        Arrows.Complaints(Repository.SourceProjects).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Workflows.Policy", "../Workflows.Personnel/Workflows.Personnel.csproj")]
    [InlineData("Workflows.Engine", "../Workflows.Personnel/Workflows.Personnel.csproj")]
    [InlineData("Workflows.Engine", @"..\Workflows.Policy\Workflows.Policy.csproj")]
    [InlineData("Workflows.Personnel", "../Workflows.Engine/Workflows.Engine.csproj")]
    [InlineData("Workflows.Personnel", "../Workflows.Storage/Workflows.Storage.csproj")]
    [InlineData("Workflows.Planning", "../Workflows.Storage/Workflows.Storage.csproj")]
    [InlineData("Workflows.Storage", "../Workflows.Processes/Workflows.Processes.csproj")]
    [InlineData("Workflows.Storage", "../Workflows.Policy/Workflows.Policy.csproj")]
    [InlineData("Workflows.Processes", "../Workflows.Reminders/Workflows.Reminders.csproj")]
    [InlineData("Workflows.Reminders", "../Workflows.Web/Workflows.Web.csproj")]
    [InlineData("Workflows.Web", "../Workflows.Worker/Workflows.Worker.csproj")]
    [InlineData("Workflows.Worker", "../Workflows.Engine.Elsa/Workflows.Engine.Elsa.csproj")]
    [InlineData("Workflows.Worker", "../../tests/Workflows.Testing/Workflows.Testing.csproj")]
    public void A_forbidden_arrow_is_found(string from, string to)
    {
        var target = Path.GetFileNameWithoutExtension(to.Replace('\\', '/'));

        Arrows.Complaints([Invented(from, $"""<ProjectReference Include="{to}" />""")]).ShouldBe([$"{from} may not reference {target}."]);
    }

    [Theory]
    [InlineData("Workflows.Planning", "Workflows.Policy")]
    [InlineData("Workflows.Processes", "Workflows.Planning")]
    [InlineData("Workflows.Engine.Elsa", "Workflows.Storage")]
    public void An_arrow_of_the_picture_is_allowed_before_its_project_exists(string from, string to) =>
        Arrows.Complaints([Invented(from, $"""<ProjectReference Include="../{to}/{to}.csproj" />""")]).ShouldBeEmpty();

    [Theory]
    [InlineData("Workflows.Worker", "Workflows.Engine.Elsa", true)]
    [InlineData("Workflows.Web", "Workflows.Engine.Elsa", false)]
    [InlineData("Workflows.Worker", "Workflows.Storage", false)]
    public void Only_the_host_reaches_Elsa_and_only_in_a_build_on_it(string from, string to, bool isAllowed) =>
        Arrows.Complaints([Invented(from, $"""<ProjectReference Include="../{to}/{to}.csproj" Condition="'$(Engine)' == 'Elsa'" />""")])
            .ShouldBe(isAllowed ? [] : [$"{from} may not reference {to}."]);

    [Fact]
    public void An_arrow_hidden_among_others_in_one_item_is_found() =>
        Arrows.Complaints([Invented("Workflows.Web", "<ProjectReference Include='Workflows.Reminders.csproj;Workflows.Storage.csproj' />")])
            .ShouldBe(["Workflows.Web may not reference Workflows.Storage."]);

    [Fact]
    public void An_unknown_project_is_found() =>
        Arrows.Complaints([Invented("Workflows.Common", "")]).ShouldBe(["Workflows.Common is not in the picture of the source projects."]);

    [Fact]
    public void An_assembly_taken_from_a_file_is_found() =>
        Arrows.Complaints([Invented("Workflows.Policy", """<Reference Include="Workflows.Storage" HintPath="x.dll" />""")])
            .ShouldHaveSingleItem().ShouldContain("from a file");

    private static ProjectFile Invented(string name, string items) =>
        ProjectFile.Parse($"src/{name}/{name}.csproj", $"<Project><ItemGroup>{items}</ItemGroup></Project>");
}
