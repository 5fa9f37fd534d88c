namespace Workflows.Architecture;

public sealed class LayoutTests
{
    [Fact]
    public void The_root_holds_only_what_the_design_names()
    {
        Repository.TopLevelNames().ShouldContain("Workflows.sln");
        LayoutRules.Loose(Repository.TopLevelNames()).ShouldBeEmpty();
    }

    [Fact]
    public void A_loose_file_at_the_root_is_found() =>
        LayoutRules.Loose(["src", "notes.txt", "README.md", "scripts"]).ShouldBe(["notes.txt", "scripts"]);

    [Fact]
    public void The_offices_folder_holds_no_code() => LayoutRules.CodeAmong(Repository.FilesBelow("workflows")).ShouldBeEmpty();

    [Fact]
    public void Code_in_the_offices_folder_is_found() =>
        LayoutRules.CodeAmong(["workflows/exit/round.json", "workflows/exit/due.liquid", "workflows/exit/Rank.cs", "workflows/exit/run"])
            .ShouldBe(["workflows/exit/Rank.cs", "workflows/exit/run"]);
}
