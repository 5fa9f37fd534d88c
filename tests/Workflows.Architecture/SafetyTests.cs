namespace Workflows.Architecture;

public sealed class SafetyTests
{
    private static readonly string Document = Repository.Read("deploy/security.md");

    [Fact]
    public void Every_item_of_the_standard_is_answered_once()
    {
        var items = SafetyRules.Items(Document);
        items.Count.ShouldBe(SafetyRules.ItemsOfChapters.Sum());
        items.ShouldBeUnique();
        for (var chapter = 1; chapter <= SafetyRules.ItemsOfChapters.Length; chapter++)
            items.Count(item => item.StartsWith($"V{chapter}.", StringComparison.Ordinal)).ShouldBe(SafetyRules.ItemsOfChapters[chapter - 1], $"chapter {chapter}");
    }

    [Fact]
    public void Every_test_and_file_that_is_named_is_there()
    {
        var tests = Repository.FilesBelow("tests").Where(file => file.EndsWith(".cs", StringComparison.Ordinal)).Select(Repository.Read).ToList();
        SafetyRules.MissingTests(Document, tests).ShouldBeEmpty();
        SafetyRules.MissingFiles(Document, Repository.FilesBelow("src")).ShouldBeEmpty();
    }

    [Fact]
    public void A_name_that_is_not_there_and_a_doubled_item_are_found()
    {
        const string table = "| V1.1.1, V1.2.1 | x | met | `LoginTests.Nobody_enters`, `Rights.cs` |\n| V1.2.1 | y | missing | V9.9.9 |";
        SafetyRules.Items(table).ShouldBe(["V1.1.1", "V1.2.1", "V1.2.1"]);
        SafetyRules.MissingTests(table, ["class LoginTests { void Somebody_enters() }"]).ShouldBe(["LoginTests.Nobody_enters"]);
        SafetyRules.MissingTests(table, ["class LoginTests { void Nobody_enters() }"]).ShouldBeEmpty();
        SafetyRules.MissingFiles(table, ["src/A/Left.cs"]).ShouldBe(["Rights.cs"]);
    }
}
