using Workflows.Engine.Tests.Parts;

namespace Workflows.Engine.Tests.Versions;

public sealed class DefinitionDifferenceTests
{
    [Fact]
    public void A_version_that_says_the_same_shows_no_difference() =>
        Between(Plain(1), Plain(2)).IsNone.ShouldBeTrue();

    [Fact]
    public void Moving_a_box_in_the_designer_is_no_difference()
    {
        var moved = Plain(2);
        moved.Activities[1]!["metadata"] = System.Text.Json.Nodes.JsonNode.Parse("""{"designer":{"position":{"x":10,"y":20}}}""");

        Between(Plain(1), moved).IsNone.ShouldBeTrue();
    }

    [Fact]
    public void A_step_put_between_two_others_is_an_added_step_with_its_connections()
    {
        var longer = new Flow("f", 2).Start().Ask("decide", "Approved,Returned").Ask("check").Finish("done", "back")
            .Lines("start -> decide", "decide:Approved -> check", "decide:Returned -> back", "check:Approved -> done");

        var difference = Between(Plain(1), longer);

        difference.Added.ShouldHaveSingleItem().Id.ShouldBe("check");
        difference.Removed.ShouldBeEmpty();
        difference.Changed.ShouldBeEmpty();
        difference.ConnectionsAdded.ShouldBe([new("decide", "Approved", "check"), new("check", "Approved", "done")]);
        difference.ConnectionsRemoved.ShouldBe([new("decide", "Approved", "done")]);
    }

    [Fact]
    public void The_other_way_round_what_was_added_is_removed()
    {
        var longer = new Flow("f", 2).Start().Ask("decide", "Approved,Returned").Ask("check").Finish("done", "back")
            .Lines("start -> decide", "decide:Approved -> check", "decide:Returned -> back", "check:Approved -> done");

        var there = Between(Plain(1), longer);
        var back = Between(longer, Plain(1));

        back.Removed.ShouldBe(there.Added);
        back.ConnectionsRemoved.ShouldBe(there.ConnectionsAdded);
        back.ConnectionsAdded.ShouldBe(there.ConnectionsRemoved);
    }

    [Fact]
    public void A_changed_step_names_each_input_with_its_value_before_and_after()
    {
        var changed = new Flow("f", 2).Start()
            .Ask("decide", "Approved,Rejected", ("roles", Flow.Literal("Leadership")), ("days", Flow.FromVariable("term")))
            .Finish("done", "back").Variable("term", value: "5")
            .Lines("start -> decide", "decide:Approved -> done", "decide:Rejected -> back");

        var change = Between(Plain(1), changed).Changed.ShouldHaveSingleItem();

        change.Activity.Id.ShouldBe("decide");
        change.Properties.ShouldBe(
            [new("outcomes", "Approved,Returned", "Approved,Rejected"), new("days", null, "{term}"), new("roles", null, "Leadership")],
            ignoreOrder: true);
    }

    [Fact]
    public void Joins_variables_and_what_a_step_keeps_are_compared_too()
    {
        Flow Branches(int version, string mode, string start) => new Flow("f", version).Start().Variable("who", value: start)
            .Fork("fork", "A", "B").Ask("a").Ask("b").Join("join", mode).Set("set", "who", start).Finish("done")
            .Lines("start -> fork", "fork:A -> a", "fork:B -> b", "a:Approved -> join", "b:Approved -> join", "join -> set", "set -> done");

        var difference = Between(Branches(1, "WaitAll", "HR"), Branches(2, "WaitAny", "bureau"));

        difference.Variables.ShouldBe([new("who", "HR (String)", "bureau (String)")]);
        difference.Changed.Select(change => (change.Activity.Id, change.Properties[0])).ShouldBe(
            [("join", new("mode", "WaitAll", "WaitAny")), ("set", new("value", "HR", "bureau"))]);
    }

    private static Flow Plain(int version) => new Flow("f", version).Start().Ask("decide", "Approved,Returned").Finish("done", "back")
        .Lines("start -> decide", "decide:Approved -> done", "decide:Returned -> back");

    private static DefinitionDifference Between(Flow one, Flow other)
    {
        var all = DefinitionCatalogue.Load([one.File("one.json"), other.File("other.json")], Office.Steps).OrThrow().All;
        return DefinitionDifference.Between(all[0], all[1]);
    }
}
