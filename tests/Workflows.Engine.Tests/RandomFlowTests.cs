using CsCheck;
using Workflows.Engine.Tests.Parts;

namespace Workflows.Engine.Tests;

public sealed class RandomFlowTests
{
    private static readonly Gen<(int Shape, int Moves)> Seeds = Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[0, 1_000_000]);

    [Fact]
    public async Task Every_case_comes_to_its_end_and_no_branch_is_lost() => await Seeds.SampleAsync(async seeds =>
    {
        var grown = RandomFlow.Grow(seeds.Shape);
        using var office = await Office.WithCaseAsync(grown.Flow);

        await PlayAsync(office, seeds.Moves, (_, _) => Task.CompletedTask);

        var state = office.State();
        state.Ending.ShouldBe("done");
        state.Waits.ShouldBeEmpty();
        state.Arrivals.ShouldBeEmpty();
        state.Trail.Where(entry => entry.Outcome is null && !entry.Withdrawn).Select(entry => entry.ActivityId).ShouldBe(["done"]);
        foreach (var (fork, join, inRace) in grown.Pairs)
        {
            var (forked, joined) = (state.Visits.GetValueOrDefault(fork), state.Visits.GetValueOrDefault(join));
            (joined == forked || (inRace && joined < forked)).ShouldBeTrue($"{fork} {forked}, {join} {joined}");
        }
    }, iter: 300);

    [Fact]
    public async Task A_doubled_signal_changes_nothing_wherever_it_comes() => await Seeds.SampleAsync(async seeds =>
    {
        using var office = await Office.WithCaseAsync(RandomFlow.Grow(seeds.Shape).Flow);

        await PlayAsync(office, seeds.Moves, async (signal, operation) =>
        {
            var row = office.Row();
            await office.SignalAsync(signal.Wait, signal.Outcome, operation);
            await office.SignalAsync(signal.Wait, signal.Outcome, Guid.CreateVersion7());
            office.Row().ShouldBe(row);
        });
    }, iter: 100);

    [Fact]
    public async Task The_same_signals_leave_the_same_state() => await Seeds.SampleAsync(async seeds =>
    {
        var flow = RandomFlow.Grow(seeds.Shape).Flow;
        using var first = await Office.WithCaseAsync(flow);
        using var second = await Office.WithCaseAsync(flow);

        await PlayAsync(first, seeds.Moves, (signal, operation) => second.SignalAsync(signal.Wait, signal.Outcome, operation));

        second.Row().ShouldBe(first.Row());
    }, iter: 100);

    [Fact]
    public async Task A_state_reads_back_as_it_was_written_at_every_point() => await Seeds.SampleAsync(async seeds =>
    {
        using var office = await Office.WithCaseAsync(RandomFlow.Grow(seeds.Shape).Flow);

        await PlayAsync(office, seeds.Moves, (_, _) =>
        {
            CaseStateJson.Write(office.State()).ShouldBe(office.Row());
            office.State().Waits.Select(wait => wait.Id).ShouldBeUnique();
            return Task.CompletedTask;
        });
    }, iter: 100);

    [Fact]
    public async Task Wherever_a_case_stands_it_can_move_to_a_version_that_says_the_same() => await Seeds.SampleAsync(async seeds =>
    {
        using var office = await Office.WithCaseAsync(RandomFlow.Grow(seeds.Shape).Flow);
        var definition = office.Definitions.All[0];

        await PlayAsync(office, seeds.Moves, (_, _) =>
        {
            if (office.State().Status == CaseStatus.Running)
            {
                // A flow of very many branches can't be walked to its end; what is found in the others is that the case can stand where it stands.
                Migration.Obstacles(office.State(), definition, definition).ShouldAllBe(one => one.Fault == MigrationFault.NotWalked);
            }

            return Task.CompletedTask;
        });
    }, iter: 100);

    [Fact]
    public void A_drawing_has_every_box_once_and_no_two_boxes_on_each_other() => Seeds.Sample(seeds =>
    {
        using var office = new Office(RandomFlow.Grow(seeds.Shape).Flow);
        var definition = office.Definitions.All[0];

        var picture = Picture.Of(definition);

        picture.Nodes.Select(node => node.ActivityId).ShouldBe(definition.Activities.Select(activity => activity.Id));
        picture.Edges.Count.ShouldBe(definition.Connections.Count);
        foreach (var (node, index) in picture.Nodes.Select((node, index) => (node, index)))
        {
            picture.Nodes.Skip(index + 1).ShouldAllBe(other => !Overlap(node.Box, other.Box));
        }
    }, iter: 100);

    private static bool Overlap(Box one, Box other) =>
        one.X < other.X + other.Width && other.X < one.X + one.Width && one.Y < other.Y + other.Height && other.Y < one.Y + one.Height;

    /// <summary>Signals open waits at random until the case ends; loops are left after a while.</summary>
    private static async Task PlayAsync(Office office, int seed, Func<(string Wait, string Outcome), Guid, Task> afterwards)
    {
        var random = new Random(seed);
        var definition = office.Definitions.All[0];
        for (var move = 1; office.State().Status == CaseStatus.Running; move++)
        {
            move.ShouldBeLessThan(1_000, "the case never ends");
            var waits = office.State().Waits;
            var wait = waits[random.Next(waits.Count)];
            var outcomes = definition.Find(wait.ActivityId)!.Outcomes;
            var outcome = outcomes.Contains("Returned") && (move > 30 || random.Next(2) == 0) ? "Approved"
                : outcomes[random.Next(outcomes.Count)];
            await office.SignalAsync(wait.Id, outcome, Office.Operation(move));
            await afterwards((wait.Id, outcome), Office.Operation(move));
        }
    }
}
