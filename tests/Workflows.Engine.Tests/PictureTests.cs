using System.Text.Json.Nodes;
using Workflows.Engine.Tests.Parts;

namespace Workflows.Engine.Tests;

public sealed class PictureTests
{
    private static Flow Loop => new Flow("f").Start().Ask("draft").Ask("decide", "Approved,Returned").Finish("done")
        .Lines("start -> draft", "draft:Approved -> decide", "decide:Returned -> draft", "decide:Approved -> done");

    [Fact]
    public void Without_positions_each_box_stands_below_what_leads_to_it_and_a_loop_runs_at_the_side()
    {
        using var office = new Office(Loop);

        var picture = Picture.Of(office.Definitions.Newest("f")!);

        picture.Nodes.Select(node => node.Box)
            .ShouldBe([new(24, 24, 160, 56), new(24, 128, 160, 56), new(24, 232, 160, 56), new(24, 336, 160, 56)]);
        (picture.Width, picture.Height).ShouldBe((222, 416));
        picture.Edges[0].Points.ShouldBe([new(104, 80), new(104, 128)]);
        picture.Edges[2].IsBackward.ShouldBeTrue();
        picture.Edges[2].Points.ShouldBe([new(184, 274), new(198, 274), new(198, 142), new(184, 142)]);
    }

    [Fact]
    public void The_designer_s_positions_are_kept_and_moved_to_the_corner()
    {
        var document = Loop.Document();
        var (x, y) = (-340, 100);
        foreach (var activity in document["root"]!["activities"]!.AsArray())
        {
            activity!["metadata"] = new JsonObject
            {
                ["displayText"] = "申报",
                ["designer"] = new JsonObject
                {
                    ["position"] = new JsonObject { ["x"] = x, ["y"] = y },
                    ["size"] = new JsonObject { ["width"] = 100, ["height"] = 50 },
                },
            };
            x += 200;
        }

        document["root"]!["activities"]![0]!["customProperties"] = new JsonObject { ["displayTextEn"] = "Application" };
        using var office = new Office([new DefinitionFile("f.json", document.ToJsonString())]);

        var picture = Picture.Of(office.Definitions.Newest("f")!);

        picture.Nodes.Select(node => node.Box)
            .ShouldBe([new(24, 24, 100, 50), new(224, 24, 100, 50), new(424, 24, 100, 50), new(624, 24, 100, 50)]);
        picture.Edges[0].Points.ShouldBe([new(124, 49), new(224, 49)]);
        picture.Nodes[0].Title.ShouldBe(new ActivityTitle("申报", "Application"));
    }

    [Fact]
    public async Task A_drawing_shows_where_the_case_was_and_where_it_is()
    {
        using var office = await Office.WithCaseAsync(Loop);
        await office.SignalAsync("draft#1", "Approved");
        await office.SignalAsync("decide#1", "Returned");

        var picture = Picture.Of(office.Definitions.Newest("f")!, office.State());

        picture.Nodes.Select(node => (node.ActivityId, node.Progress, node.Visits)).ShouldBe([
            ("start", NodeProgress.Done, 1), ("draft", NodeProgress.Current, 2), ("decide", NodeProgress.Done, 1),
            ("done", NodeProgress.NotReached, 0)]);
        picture.Nodes[2].LastOutcome.ShouldBe("Returned");
        picture.Edges.Select(edge => edge.Taken).ShouldBe([true, true, true, false]);
    }

    [Fact]
    public async Task What_was_called_away_counts_as_not_reached_and_a_resting_join_as_current()
    {
        using var office = await Office.WithCaseAsync(ConstructTests.Review("WaitAll"));
        await office.SignalAsync("medical#1", "Approved");
        var definition = office.Definitions.Newest("f")!;
        Picture.Of(definition, office.State()).Nodes.Single(node => node.ActivityId == "join").Progress.ShouldBe(NodeProgress.Current);

        await office.SignalAsync("background#1", "Rejected");

        var ended = Picture.Of(definition, office.State());
        ended.Nodes.Single(node => node.ActivityId == "join").Progress.ShouldBe(NodeProgress.NotReached);
        ended.Nodes.Single(node => node.ActivityId == "refused").Progress.ShouldBe(NodeProgress.Done);
    }

    [Fact]
    public async Task A_case_is_not_drawn_into_another_version()
    {
        using var office = await Office.WithCaseAsync(Loop);
        using var newer = new Office(new Flow("f", version: 2).Start().Finish("done").Lines("start -> done"));

        Should.Throw<ArgumentException>(() => Picture.Of(newer.Definitions.Newest("f")!, office.State()));
    }
}
