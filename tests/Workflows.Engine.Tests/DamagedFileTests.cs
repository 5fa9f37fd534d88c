using System.Text.Json.Nodes;
using CsCheck;
using Workflows.Engine.Tests.Parts;

namespace Workflows.Engine.Tests;

public sealed class DamagedFileTests
{
    private static readonly string Sound = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Definitions", "call-up.json"));

    private static readonly string[] Replacements =
        ["null", "true", "0", "-1", "1e999", "\"\"", "\"x\"", "\"draft\"", "[]", "{}", "[[]]", "[null]", "{\"id\":1}", "{\"expression\":{}}"];

    [Fact]
    public void A_file_damaged_anywhere_gives_a_catalogue_or_faults_and_never_breaks_the_reader() =>
        Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[0, Replacements.Length]).Sample((place, replacement) =>
        {
            var document = JsonNode.Parse(Sound)!;
            Damage(document, place, replacement);

            var load = DefinitionCatalogue.Load([new DefinitionFile("call-up.json", document.ToJsonString())], Office.Steps);

            (load.Catalogue is null).ShouldBe(load.Faults.Count > 0);
            if (load.Catalogue is { } catalogue)
            {
                Picture.Of(catalogue.All[0]).Nodes.ShouldNotBeEmpty();
            }
        }, iter: 1_000);

    /// <summary>Replaces or removes one value, or removes one element of a list.</summary>
    private static void Damage(JsonNode document, int place, int replacement)
    {
        var values = Values(document).ToArray();
        var (parent, key) = values[place % values.Length];
        var value = replacement == Replacements.Length ? null : Replacements[replacement];
        switch (parent)
        {
            case JsonObject group when value is null:
                group.Remove((string)key);
                break;
            case JsonObject group:
                group[(string)key] = JsonNode.Parse(value);
                break;
            case JsonArray list when value is null:
                list.RemoveAt((int)key);
                break;
            case JsonArray list:
                list[(int)key] = JsonNode.Parse(value);
                break;
        }
    }

    private static IEnumerable<(JsonNode Parent, object Key)> Values(JsonNode? node) => node switch
    {
        JsonObject group => group.SelectMany(pair => Values(pair.Value).Prepend((group, (object)pair.Key))),
        JsonArray list => list.SelectMany((item, index) => Values(item).Prepend((list, (object)index))),
        _ => [],
    };
}
