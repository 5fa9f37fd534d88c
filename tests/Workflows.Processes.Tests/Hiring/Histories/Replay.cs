using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using Workflows.Engine;
using Workflows.Testing;

namespace Workflows.Processes.Tests.Hiring.Histories;

/// <summary>
/// Plays a history again: the product's own definition and engine, steps that answer as they once did, people who decide as they once did.
/// </summary>
internal sealed class Replay : IServiceProvider, IStep, ICaseStates
{
    private static readonly TimeSpan Wait = TimeSpan.FromDays(1);
    private static readonly Guid Case = new(1, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);

    private readonly History history;
    private readonly Dictionary<string, History.Event> events;
    private readonly FakeTimeProvider clock = TestClock.InShanghai("2026-08-03 08:00");
    private string? row;

    private Replay(History history) => (this.history, events) = (history, history.Events().ToDictionary(one => one.Wait));

    /// <summary>The history as it would be written today.</summary>
    /// <param name="history">What was stored.</param>
    /// <param name="workflows">The workflows folder whose definitions are followed.</param>
    public static async Task<History> PlayAsync(History history, string workflows)
    {
        var replay = new Replay(history);
        await replay.PlayAsync(replay.Definition(workflows));
        return History.Of(CaseStateJson.Read(replay.row!), history.About);
    }

    public object? GetService(Type serviceType) => this;

    public ValueTask<StepResult> RunAsync(StepCall call, CancellationToken ct) => ValueTask.FromResult(events.GetValueOrDefault(call.WaitId) switch
    {
        { How: "->" } done => StepResult.Done(done.Outcome),
        { How: ".." } => StepResult.Wait(clock.GetUtcNow() + Wait),
        not null => StepResult.Wait(),
        null when history.Waits.Contains(call.WaitId) => StepResult.Wait(),
        null => throw new InvalidOperationException($"The definition leads to {call.WaitId}, where the case never was."),
    });

    public ValueTask<CaseState?> FindAsync(Guid caseId, CancellationToken ct) => ValueTask.FromResult(row is null ? null : CaseStateJson.Read(row));

    public void Put(CaseState state) => row = CaseStateJson.Write(state);

    private async Task PlayAsync(DefinitionCatalogue definitions)
    {
        await Engine().StartAsync(Case, history.Definition, CancellationToken.None);
        foreach (var one in history.Events())
        {
            if (one.How == "<-")
                await Engine().SignalAsync(Case, one.Wait, one.Outcome, Guid.CreateVersion7(), CancellationToken.None);
            else if (one.How == "..")
            {
                clock.Advance(Wait);
                await Engine().SignalDueAsync(Case, CancellationToken.None);
            }
        }

        if (history.Status is CaseStatus.Cancelled)
            await Engine().CancelAsync(Case, "撤回", Guid.CreateVersion7(), CancellationToken.None);

        // A unit of work for each move: what one left in memory must not help the next.
        EmbeddedEngine Engine() => new(this, definitions, this, clock);
    }

    // The version that the case is pinned to, alone: a start takes the newest.
    private DefinitionCatalogue Definition(string workflows)
    {
        var files = Directory.GetDirectories(workflows).SelectMany(folder => DefinitionFile.InFolder(folder, "policy.json")).Where(file => JsonNode.Parse(file.Json) is { } root
            && (string?)root["definitionId"] == history.Definition && (int?)root["version"] == history.Version).ToList();
        files.ShouldHaveSingleItem($"cases that follow {history.Definition} {history.Version} may be running, and its file must stay");
        return DefinitionCatalogue.Load(files, WorkflowsFolder.Steps).OrThrow();
    }
}
