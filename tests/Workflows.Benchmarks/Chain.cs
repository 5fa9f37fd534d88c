using System.Text.Json;
using Workflows.Engine;
using Workflows.Personnel.Cases;

namespace Workflows.Benchmarks;

/// <summary>A process of plain decisions in a row: each approval completes an item and opens the next, as most decisions of an office do.</summary>
internal static class Chain
{
    public const string DefinitionId = "benchmark-chain";

    /// <summary>How many decisions a case has.</summary>
    public const int Length = 10;

    public static DefinitionFile File { get; } = new("benchmark/chain.json", JsonSerializer.Serialize(new
    {
        id = $"{DefinitionId}-v1",
        definitionId = DefinitionId,
        name = "依次审批 Decisions in a row",
        version = 1,
        isLatest = true,
        isPublished = true,
        inputs = Array.Empty<object>(),
        variables = Array.Empty<object>(),
        root = new
        {
            id = "flow",
            type = "Elsa.Flowchart",
            version = 1,
            start = "start",
            activities = Activities(),
            connections = Connections(),
        },
    }));

    private static object[] Activities() =>
    [
        new { id = "start", type = "Elsa.Start", version = 1 },
        .. Enumerable.Range(1, Length).Select(number => new
        {
            id = $"decide{number}",
            type = "Workflows.RequestDecision",
            version = 1,
            roles = Literal(nameof(OfficeRole.PersonnelBureau)),
            outcomes = Literal(Outcomes.Approved),
        }),
        new { id = "end", type = "Elsa.Finish", version = 1 },
    ];

    private static object[] Connections() =>
    [
        Connection("start", "Done", "decide1"),
        .. Enumerable.Range(1, Length).Select(number =>
            Connection($"decide{number}", Outcomes.Approved, number < Length ? $"decide{number + 1}" : "end")),
    ];

    private static object Literal(string value) => new { typeName = "String", expression = new { type = "Literal", value } };

    private static object Connection(string from, string port, string to) =>
        new { source = new { activity = from, port }, target = new { activity = to, port = "In" } };
}
