namespace Workflows.Architecture;

public sealed class SourceTests
{
    [Fact]
    public void Source_files_are_short_finished_and_give_reasons()
    {
        var files = Repository.FilesBelow("src").Concat(Repository.FilesBelow("tests")).Where(SourceRules.IsSource).ToList();
        files.Count.ShouldBeGreaterThan(10);

        files.SelectMany(file => SourceRules.Complaints(file, Repository.Read(file))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("// TO", "DO: later")]
    [InlineData("throw new NotImplemented", "Exception();")]
    [InlineData("throw new System.NotImplemented", "Exception();")]
    [InlineData("// FIX", "ME")]
    [InlineData("/* HA", "CK */")]
    [InlineData("    #reg", "ion Helpers")]
    public void An_unfinished_place_is_found(string firstHalf, string secondHalf) =>
        SourceRules.Complaints("src/A.cs", $"class A;\n{firstHalf}{secondHalf}\n")
            .ShouldHaveSingleItem().ShouldStartWith("src/A.cs:2 holds ");

    [Fact]
    public void Ordinary_words_that_contain_a_banned_one_are_fine() =>
        SourceRules.Complaints("src/A.cs", "var todo = new TodoList(); var shacks = HACKATHON;\n").ShouldBeEmpty();

    [Fact]
    public void Four_hundred_lines_are_allowed_and_one_more_is_found()
    {
        var allowed = string.Concat(Enumerable.Repeat("x\n", 400));

        SourceRules.Complaints("src/A.cs", allowed).ShouldBeEmpty();
        SourceRules.Complaints("src/A.cs", allowed + "x\n").ShouldBe(["src/A.cs has 401 lines, more than 400."]);
        SourceRules.Complaints("src/Workflows.Storage/Migrations/A.cs", allowed + "x\n").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("#pragma warning disable CA2100", 1)]
    [InlineData("    #pragma warning disable CA2100, CA2101 //", 1)]
    [InlineData("#pragma warning disable CA2100 // Names are made here.", 0)]
    [InlineData("#pragma warning restore CA2100", 0)]
    public void A_muted_rule_needs_its_reason_beside_it(string line, int complaints) =>
        SourceRules.Complaints("src/A.cs", line).Count.ShouldBe(complaints);
}
