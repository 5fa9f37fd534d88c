using System.Text.Json;
using System.Text.Json.Nodes;
using Workflows.Engine.Tests.Parts;

namespace Workflows.Engine.Tests;

/// <summary>
/// Stored histories, played again on every change: what running cases have lived through must go the same way tomorrow. A history
/// is never corrected to make a test pass: what it tells is in somebody's database.
/// </summary>
public sealed class ReplayTests
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static TheoryData<string> Histories =>
    [
        .. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Histories"), "*.json").Order(StringComparer.Ordinal)
            .Select(path => Path.GetFileNameWithoutExtension(path)),
    ];

    /// <summary>Those that begin at the start, and not with a state that the embedded engine once stored.</summary>
    public static TheoryData<string> FromTheStart => [.. Histories.Select(row => row.Data).Where(name => Read(name).Stored is null)];

    [Theory]
    [MemberData(nameof(Histories))]
    public async Task A_stored_history_goes_the_way_it_went(string name)
    {
        var history = Read(name);
        using var office = new Office([history.File]);
        foreach (var (activity, answers) in history.Answers)
        {
            office.Script.Answers(activity, answers);
        }

        if (history.Stored is null)
        {
            await office.StartAsync(office.Definitions.All[0].Id);
        }
        else
        {
            office.Store(history.Stored.ToJsonString());
        }

        foreach (var move in history.Moves)
        {
            await MakeAsync(office, move);
        }

        office.Trail().ShouldBe(history.Trail);
        office.Waits().ShouldBe(history.Waits);
        (office.State().Status, office.State().Ending).ShouldBe((Enum.Parse<CaseStatus>(history.Status), history.Ending));
    }

    [Fact]
    public void There_are_histories_of_loops_branches_returns_delays_and_stored_states() => Histories.Count.ShouldBeGreaterThanOrEqualTo(5);

    private static async Task MakeAsync(Office office, Move move)
    {
        if (move.Pass is { } time)
        {
            office.Clock.Advance(time);
            await office.SignalDueAsync();
        }
        else if (move.Cancel is { } reason)
        {
            await office.CancelAsync(reason);
        }
        else
        {
            await office.SignalAsync(move.Signal!, move.Outcome!, move.Operation is { } number ? Office.Operation(number) : null);
        }
    }

    internal static History Read(string name) => JsonSerializer.Deserialize<History>(Text("Histories", $"{name}.json"), Options)!;

    private static string Text(string folder, string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, folder, name));

    internal sealed record Move(string? Signal, string? Outcome, int? Operation, TimeSpan? Pass, string? Cancel);

    internal sealed record History(
        string Definition,
        Dictionary<string, string[]> Answers,
        JsonObject? Stored,
        Move[] Moves,
        string[] Trail,
        string Status,
        string? Ending,
        string[] Waits)
    {
        public DefinitionFile File => new(Definition, Text("Definitions", Definition));

        public string DefinitionId => JsonNode.Parse(File.Json)!["definitionId"]!.GetValue<string>();
    }
}
