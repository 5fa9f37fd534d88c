using Workflows.Engine.Tests.Parts;

namespace Workflows.Engine.Tests;

public sealed class CatalogueTests
{
    private const string Plain = """{"definitionId":"f","version":1,"root":{"type":"Elsa.Flowchart","activities":[{"id":"a","type":"Elsa.Finish"}]}}""";

    [Fact]
    public void The_fingerprint_ignores_blanks_and_order_of_properties()
    {
        var moved = """
            { "root": { "activities": [ { "type": "Elsa.Finish", "id": "a" } ], "type": "Elsa.Flowchart" },
              "version": 1, "definitionId": "f" }
            """;

        Loaded(moved).Fingerprint.ShouldBe(Loaded(Plain).Fingerprint);
        Loaded(Plain).Fingerprint.ShouldBe("991f5d16bc7a98a1972899f5408b16ea29135d0d6f7eb0c539a29e3246403835");
    }

    [Fact]
    public void The_fingerprint_changes_with_any_value() =>
        Loaded(Plain.Replace("\"a\"", "\"b\"")).Fingerprint.ShouldNotBe(Loaded(Plain).Fingerprint);

    [Fact]
    public void The_newest_version_is_the_highest_and_every_version_is_found()
    {
        var load = DefinitionCatalogue.Load(
            [new("10.json", Plain.Replace("\"version\":1", "\"version\":10")),
                new("9.json", Plain.Replace("\"version\":1", "\"version\":9"))], Office.Steps);

        var catalogue = load.OrThrow();
        catalogue.Newest("f")!.Version.ShouldBe(10);
        catalogue.Find("f", 9)!.File.ShouldBe("9.json");
        catalogue.Find("f", 8).ShouldBeNull();
        catalogue.Newest("g").ShouldBeNull();
    }

    [Fact]
    public void A_folder_gives_its_definitions_by_name_without_the_excepted_files()
    {
        var folder = Directory.CreateTempSubdirectory("hiring");
        try
        {
            foreach (var name in new[] { "round.json", "application.json", "policy.json", "README.md" })
            {
                File.WriteAllText(Path.Combine(folder.FullName, name), Plain);
            }

            DefinitionFile.InFolder(folder.FullName, "policy.json").Select(file => file.Name)
                .ShouldBe([Path.Combine(folder.Name, "application.json"), Path.Combine(folder.Name, "round.json")]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Two_step_classes_of_one_name_and_a_class_that_is_no_step_are_bugs()
    {
        Should.Throw<ArgumentException>(() => StepCatalogue.Of(typeof(Ask), typeof(SecondAsk))).Message.ShouldContain("'Workflows.Ask'");
        Should.Throw<ArgumentException>(() => StepCatalogue.Of(typeof(string)));
        Should.Throw<ArgumentException>(() => StepCatalogue.Of(typeof(Named))).Message.ShouldContain("names that every activity has: name");
    }

    private static ProcessDefinition Loaded(string json) => DefinitionCatalogue.Load([new DefinitionFile("f.json", json)], Office.Steps)
        .OrThrow().All[0];

    [Step("Workflows.Named", Inputs = ["name"])]
    private sealed class Named : IStep
    {
        public ValueTask<StepResult> RunAsync(StepCall call, CancellationToken ct) => ValueTask.FromResult(StepResult.Done());
    }

    [Step("Workflows.Ask")]
    private sealed class SecondAsk : IStep
    {
        public ValueTask<StepResult> RunAsync(StepCall call, CancellationToken ct) => ValueTask.FromResult(StepResult.Done());
    }
}
