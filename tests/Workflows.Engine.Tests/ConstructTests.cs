using System.Text.Json.Nodes;
using Workflows.Engine.Tests.Parts;

namespace Workflows.Engine.Tests;

public sealed class ConstructTests
{
    [Fact]
    public async Task A_case_waits_at_its_first_question_and_finishes_after_the_answer()
    {
        using var office = await Office.WithCaseAsync(new Flow("f").Start().Ask("decide").Finish("done")
            .Lines("start -> decide", "decide:Approved -> done"));

        office.Waits().ShouldBe(["decide#1"]);
        office.State().Status.ShouldBe(CaseStatus.Running);

        await office.SignalAsync("decide#1", "Approved");

        office.State().Status.ShouldBe(CaseStatus.Finished);
        office.State().Ending.ShouldBe("done");
        office.Trail().ShouldBe(["start#1 Done", "decide#1 Approved", "done#1 end"]);
    }

    [Fact]
    public async Task Without_a_Start_activity_the_one_that_nothing_leads_to_begins()
    {
        using var office = await Office.WithCaseAsync(new Flow("f").Finish("done").Ask("first").Lines("first:Approved -> done"));

        office.Waits().ShouldBe(["first#1"]);
    }

    [Theory]
    [InlineData("true", "a")]
    [InlineData("false", "b")]
    [InlineData("", "b")]
    public async Task A_decision_goes_by_its_variable_and_no_value_is_false(string value, string ending)
    {
        using var office = await Office.WithCaseAsync(new Flow("f").Variable("ready", "Boolean", value).Start().Decide("choose", "ready")
            .Finish("a", "b")
            .Lines("start -> choose", "choose:True -> a", "choose:False -> b"));

        office.State().Ending.ShouldBe(ending);
    }

    [Theory]
    [InlineData("true", "true", "first")]
    [InlineData("false", "true", "second")]
    [InlineData("false", "false", "neither")]
    public async Task A_switch_takes_the_first_case_that_holds_and_else_Default(string one, string two, string ending)
    {
        using var office = await Office.WithCaseAsync(new Flow("f").Variable("x", "Boolean", one).Variable("y", "Boolean", two).Start()
            .Switch("sort", ("X", "x"), ("Y", "y")).Finish("first", "second", "neither")
            .Lines("start -> sort", "sort:X -> first", "sort:Y -> second", "sort:Default -> neither"));

        office.State().Ending.ShouldBe(ending);
    }

    [Fact]
    public async Task A_variable_that_was_set_is_what_later_steps_see()
    {
        using var office = await Office.WithCaseAsync(new Flow("f").Variable("who", value: "nobody").Start().Set("set", "who", "校长")
            .Answer("tell", more: ("text", Flow.FromVariable("who"))).Finish("done").Lines("start -> set", "set -> tell", "tell -> done"));

        office.Script.Calls.ShouldHaveSingleItem().Text("text").ShouldBe("校长");
    }

    [Fact]
    public async Task An_output_is_kept_in_the_variable_that_it_is_bound_to()
    {
        var flow = new Flow("f").Variable("kept").Start()
            .Answer("look", more: ("found", new JsonObject { ["memoryReference"] = new JsonObject { ["id"] = "kept" } }))
            .Finish("done").Lines("start -> look", "look -> done");
        using var office = new Office(flow);
        office.Script.Outputs["found"] = "7";
        office.Script.Outputs["other"] = "dropped";

        await office.StartAsync("f");

        office.State().Variables.ShouldBe(new Dictionary<string, string?> { ["kept"] = "7" });
    }

    [Fact]
    public async Task A_step_sees_its_case_its_visit_and_the_outcomes_that_the_definition_leaves_it()
    {
        using var office = await Office.WithCaseAsync(new Flow("f", version: 3).Start()
            .Ask("decide", "Approved,Rejected", ("roles", Flow.Literal("校长, 书记")), ("days", Flow.Literal(7)))
            .Finish("done").Lines("start -> decide", "decide:Approved -> done", "decide:Rejected -> done"));

        var call = office.Script.Calls.ShouldHaveSingleItem();
        (call.CaseId, call.DefinitionId, call.Version, call.ActivityId, call.Visit, call.WaitId)
            .ShouldBe((Office.Case, "f", 3, "decide", 1, "decide#1"));
        call.Outcomes.ShouldBe(["Approved", "Rejected"]);
        call.List("roles").ShouldBe(["校长", "书记"]);
        call.Integer("days").ShouldBe(7);
        call.IntegerOrNull("absent").ShouldBeNull();
        Should.Throw<InvalidOperationException>(() => call.Integer("roles")).Message.ShouldContain("'roles' of activity 'decide'");
        Should.Throw<InvalidOperationException>(() => call.Text("absent")).Message.ShouldContain("'absent'");
    }

    [Fact]
    public async Task Returning_to_an_earlier_step_visits_it_again_under_a_new_wait()
    {
        using var office = await Office.WithCaseAsync(new Flow("f").Start().Ask("draft").Ask("decide", "Approved,Returned").Finish("done")
            .Lines("start -> draft", "draft:Approved -> decide", "decide:Returned -> draft", "decide:Approved -> done"));

        await office.SignalAsync("draft#1", "Approved");
        await office.SignalAsync("decide#1", "Returned");

        office.Waits().ShouldBe(["draft#2"]);
    }

    [Fact]
    public async Task An_end_reached_by_one_branch_ends_the_case_and_withdraws_what_the_others_ask()
    {
        using var office = await Office.WithCaseAsync(Review("WaitAll"));

        await office.SignalAsync("medical#1", "Rejected");

        office.State().Ending.ShouldBe("refused");
        office.Waits().ShouldBeEmpty();
        office.Script.Withdrawn.ShouldBe(["background#1"]);
        office.Trail().ShouldContain("background#1 withdrawn");
    }

    [Theory]
    [InlineData("WaitAll")]
    [InlineData("WaitAllActive")]
    public async Task A_join_goes_on_once_when_every_branch_has_come(string mode)
    {
        using var office = await Office.WithCaseAsync(Review(mode));

        office.Waits().ShouldBe(["background#1", "medical#1"]);
        await office.SignalAsync("medical#1", "Approved");
        office.Waits().ShouldBe(["background#1"]);
        await office.SignalAsync("background#1", "Approved");

        office.State().Visits["join"].ShouldBe(1);
        office.State().Ending.ShouldBe("done");
    }

    [Fact]
    public async Task A_join_for_any_goes_on_with_the_first_branch_and_withdraws_the_others()
    {
        using var office = await Office.WithCaseAsync(Review("WaitAny"));

        await office.SignalAsync("medical#1", "Approved");

        office.State().Ending.ShouldBe("done");
        office.Script.Withdrawn.ShouldBe(["background#1"]);
    }

    [Fact]
    public async Task A_join_for_the_active_branches_does_not_wait_for_a_way_not_taken()
    {
        using var office = await Office.WithCaseAsync(new Flow("f").Start().Fork("fork", "A", "B").Ask("check", "Approved,Rejected")
            .Ask("a").Ask("b")
            .Join("join", "WaitAllActive").Finish("done")
            .Lines("start -> fork", "fork:A -> check", "fork:B -> b", "check:Approved -> join", "check:Rejected -> a", "a:Approved -> join",
                "b:Approved -> join", "join -> done"));

        await office.SignalAsync("b#1", "Approved");
        await office.SignalAsync("check#1", "Rejected");
        office.State().Status.ShouldBe(CaseStatus.Running, "a can still come");
        await office.SignalAsync("a#1", "Approved");

        office.State().Ending.ShouldBe("done");
    }

    [Fact]
    public async Task One_outcome_with_two_connections_is_a_fork_as_well()
    {
        using var office = await Office.WithCaseAsync(new Flow("f").Start().Ask("a").Ask("b").Join("join").Finish("done")
            .Lines("start -> a", "start -> b", "a:Approved -> join", "b:Approved -> join", "join -> done"));

        office.Waits().ShouldBe(["a#1", "b#1"]);
    }

    [Fact]
    public async Task A_loop_may_lead_back_to_a_join_and_enters_it_without_its_branches()
    {
        using var office = await Office.WithCaseAsync(new Flow("f").Start().Ask("a").Ask("b").Join("join").Ask("decide", "Approved,Returned")
            .Finish("done").Lines("start -> a", "start -> b", "a:Approved -> join", "b:Approved -> join", "join -> decide",
                "decide:Returned -> join", "decide:Approved -> done"));
        await office.SignalAsync("a#1", "Approved");
        await office.SignalAsync("b#1", "Approved");

        await office.SignalAsync("decide#1", "Returned");

        office.Waits().ShouldBe(["decide#2"]);
    }

    internal static Flow Review(string mode) => new Flow("f").Start().Fork("fork", "A", "B").Ask("background", "Approved,Rejected")
        .Ask("medical", "Approved,Rejected").Join("join", mode).Finish("done", "refused")
        .Lines("start -> fork", "fork:A -> background", "fork:B -> medical", "background:Approved -> join", "medical:Approved -> join",
            "background:Rejected -> refused", "medical:Rejected -> refused", "join -> done");
}
