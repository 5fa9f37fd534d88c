using System.Text.Json.Nodes;
using Workflows.Engine.Tests.Parts;

namespace Workflows.Engine.Tests;

public sealed class LoadFaultTests
{
    private static Flow Sound => new Flow("f").Start().Ask("decide").Finish("done").Lines("start -> decide", "decide:Approved -> done");

    [Fact]
    public void A_fault_as_a_line_names_file_activity_path_and_remedy() =>
        new LoadFault("hiring/round.json", "decide", "$.root.activities[1]", "The outcome 'Returned' leads nowhere.", "Connect it.")
            .ToString()
            .ShouldBe("hiring/round.json: activity 'decide' at $.root.activities[1]: The outcome 'Returned' leads nowhere. Connect it.");

    [Fact]
    public void A_sound_file_loads_without_a_fault() => Faults(Sound).ShouldBeEmpty();

    [Fact]
    public void A_file_that_is_no_JSON_says_in_which_line()
    {
        var load = DefinitionCatalogue.Load([new DefinitionFile("f.json", "{\n  \"id\": \n}")], Office.Steps);

        load.Catalogue.ShouldBeNull();
        load.Faults.ShouldHaveSingleItem().ToString().ShouldStartWith("f.json: at $: The file is no JSON");
        load.Faults[0].What.ShouldContain("line 3");
    }

    [Fact]
    public void A_property_that_stands_twice_is_refused() =>
        DefinitionCatalogue.Load([new DefinitionFile("f.json", "{\"id\":\"a\",\"id\":\"b\"}")], Office.Steps).Faults[0].What
            .ShouldContain("no JSON");

    [Fact]
    public void Every_fault_of_every_file_is_reported()
    {
        var one = new Flow("one").Start().Add("x", "Elsa.Http").Finish("done").Lines("start -> x", "x:Done -> nowhere", "x:Done -> done");
        var two = new Flow("two").Finish("a", "b");

        var load = DefinitionCatalogue.Load([one.File(), two.File()], Office.Steps);

        load.Faults.Count(fault => fault.File == "one.json").ShouldBe(2);
        load.Faults.Count(fault => fault.File == "two.json").ShouldBe(1);
        var failure = Should.Throw<DefinitionFaultException>(load.OrThrow);
        failure.Message.Split(Environment.NewLine).Length.ShouldBe(3);
    }

    [Fact]
    public void An_unknown_type_is_refused_with_the_known_ones() =>
        Refused(Sound.Add("x", "Elsa.RunJavaScript"), "x", "$.root.activities[3].type",
            "'Elsa.RunJavaScript' is not known").Remedy.ShouldContain("Workflows.Ask");

    [Theory]
    [InlineData("JavaScript")]
    [InlineData("CSharp")]
    [InlineData("Liquid")]
    public void A_script_is_refused(string type) => Refused(
        With("days", new JsonObject { ["expression"] = Flow.Expression(type, "1 + 1") }), "ask",
            "$.root.activities[1].days.expression.type", "not supported");

    [Fact]
    public void A_doubled_id_is_refused() =>
        Refused(Sound.Finish("done"), "done", "$.root.activities[3]", "Another activity has the same id");

    [Fact]
    public void An_outcome_that_leads_nowhere_is_refused() =>
        Refused(new Flow("f").Start().Ask("decide", "Approved,Returned").Finish("done").Lines("start -> decide", "decide:Approved -> done"),
            "decide", "$.root.activities[1]", "'Returned' leads nowhere");

    [Fact]
    public void A_connection_to_a_missing_activity_is_refused() =>
        Refused(Sound.Lines("decide:Approved -> gone"), "gone", "$.root.connections[2].target.activity", "'gone', which does not exist");

    [Fact]
    public void A_connection_from_a_missing_activity_is_refused() =>
        Refused(Sound.Lines("gone -> done"), "gone", "$.root.connections[2].source.activity", "'gone', which does not exist");

    [Fact]
    public void A_port_that_the_source_lacks_is_refused() =>
        Refused(Sound.Lines("decide:Approve -> done"), "decide", "$.root.connections[2].source.port", "no outcome 'Approve'");

    [Fact]
    public void A_connection_from_an_end_is_refused() =>
        Refused(Sound.Lines("done -> decide"), "done", "$.root.connections[2].source.port", "no outcome 'Done'").Remedy
            .ShouldContain("ends there");

    [Fact]
    public void A_doubled_connection_is_refused() =>
        Refused(Sound.Lines("decide:Approved -> done"), "decide", "$.root.connections[2]", "stands here twice");

    [Fact]
    public void A_flowchart_without_a_start_is_refused() =>
        Refused(new Flow("f").Ask("a").Ask("b").Lines("a:Approved -> b", "b:Approved -> a"), null, "$.root.activities",
            "There is no start");

    [Fact]
    public void Two_starts_are_refused() =>
        Refused(Sound.Start("again").Lines("again -> done"), "again", "$.root.activities", "several starts: start, again");

    [Fact]
    public void A_start_property_that_Elsa_would_ignore_is_refused()
    {
        var document = Sound.Document();
        document["root"]!["start"] = "decide";

        Refused(document, "decide", "$.root.start", "Elsa ignores it");
    }

    [Theory]
    [InlineData("inputs", "storageDriverType")]
    [InlineData("variables", "storageDriverTypeName")]
    public void A_value_without_a_storage_driver_is_refused(string list, string property)
    {
        var document = Sound.Variable("v").Document();
        document[list]![0]!.AsObject().Remove(property);

        Refused(document, null, $"$.{list}[0]", $"'{property}' is missing");
    }

    [Fact]
    public void An_input_that_nobody_gives_is_refused()
    {
        var document = Sound.Document();
        document["inputs"]![0]!["name"] = "Amount";

        Refused(document, null, "$.inputs[0]", "'Amount' is never given");
    }

    [Fact]
    public void An_activity_that_no_way_leads_to_is_refused() =>
        Refused(Sound.Ask("lost").Lines("lost:Approved -> done"), "lost", "$.root.activities[3]", "No way leads here");

    [Fact]
    public void A_loop_without_a_wait_is_refused() =>
        Refused(new Flow("f").Start().Answer("a").Answer("b", "Yes,No").Finish("done")
            .Lines("start -> a", "a -> b", "b:Yes -> done", "b:No -> a"),
            "a", "$.root.activities[1]", "The loop a -> b -> a never waits");

    [Fact]
    public void A_loop_with_two_entries_is_refused() =>
        Refused(new Flow("f").Start().Ask("choose", "Approved,Returned").Ask("a").Ask("b", "Approved,Returned").Finish("done")
            .Lines("start -> choose", "choose:Approved -> a", "choose:Returned -> b", "a:Approved -> b", "b:Approved -> done",
                "b:Returned -> a"),
            "a", "$.root.activities[2]", "more than one place");

    [Theory]
    [InlineData("colour", "$.colour")]
    [InlineData("root.colour", "$.root.colour")]
    public void An_unknown_property_is_refused(string property, string path)
    {
        var document = Sound.Document();
        var parent = property.Contains('.') ? document["root"]! : document;
        parent["colour"] = "red";

        Refused(document, null, path, "'colour' is not known here");
    }

    [Fact]
    public void A_mistyped_input_of_a_step_is_refused_with_the_right_ones() =>
        Refused(With("rolles", Flow.Literal("校长")), "ask", "$.root.activities[1].rolles", "'rolles' is not known").Remedy
            .ShouldContain("roles");

    [Fact]
    public void A_missing_input_of_a_step_is_refused() =>
        Refused(new Flow("f").Start().Add("strict", "Workflows.Strict").Finish("done").Lines("start -> strict", "strict -> done"),
            "strict", "$.root.activities[1]", "needs the input 'days'");

    [Fact]
    public void A_narrowing_to_an_outcome_that_the_step_lacks_is_refused() =>
        Refused(new Flow("f").Start().Ask("decide", "Approved,Maybe").Finish("done").Lines("start -> decide", "decide:Approved -> done"),
            "decide", "$.root.activities[1].outcomes", "'Approved,Maybe' does not choose among the outcomes").Remedy
            .ShouldContain("Returned");

    [Fact]
    public void An_input_expression_with_a_bare_name_is_refused() => Refused(
        With("roles", new JsonObject { ["expression"] = Flow.Expression("Input", "CaseId") }), "ask",
            "$.root.activities[1].roles.expression", "bare value");

    [Fact]
    public void An_undeclared_variable_is_refused() =>
        Refused(With("roles", Flow.FromVariable("gone")), "ask", "$.root.activities[1].roles.expression.value",
            "no variable with the id 'gone'");

    [Fact]
    public void A_condition_that_is_neither_true_nor_false_is_refused() =>
        Refused(new Flow("f").Variable("text").Start().Decide("choose", "text").Finish("a")
            .Lines("start -> choose", "choose:True -> a", "choose:False -> a"),
            "choose", "$.root.activities[1].condition", "neither true nor false");

    [Fact]
    public void A_delay_that_is_no_length_of_time_is_refused() =>
        Refused(new Flow("f").Start().Delay("pause", "three days").Finish("a").Lines("start -> pause", "pause -> a"),
            "pause", "$.root.activities[1].timeSpan", "no length of time");

    [Fact]
    public void An_unknown_join_mode_is_refused() =>
        Refused(ConstructTests.Review("WaitMost"), "join", "$.root.activities[4].mode", "'WaitMost' is no join mode");

    [Fact]
    public void A_file_without_a_version_is_refused()
    {
        var document = Sound.Document();
        document["version"] = 0;

        Refused(document, null, "$.version", "no version");
    }

    [Fact]
    public void The_same_version_in_two_files_is_refused() =>
        DefinitionCatalogue.Load([Sound.File("a.json"), Sound.File("b.json")], Office.Steps).Faults
        .ShouldHaveSingleItem().ToString().ShouldBe("b.json: at $.version: a.json already holds version 1 of 'f'. Raise the version.");

    [Fact]
    public void Another_root_than_a_flowchart_is_refused()
    {
        var document = Sound.Document();
        document["root"]!["type"] = "Elsa.Sequence";

        Refused(document, null, "$.root.type", "The root is a 'Elsa.Sequence'");
    }

    [Fact]
    public void Branches_that_meet_without_a_join_are_refused() =>
        Refused(new Flow("f").Start().Fork("fork", "A", "B").Ask("a").Ask("b").Ask("c").Finish("done")
            .Lines("start -> fork", "fork:A -> a", "fork:B -> b", "a:Approved -> c", "b:Approved -> c", "c:Approved -> done"),
            "c", "$.root.activities[4]", "meet here without a join");

    [Fact]
    public void A_branch_that_goes_past_its_join_is_refused() =>
        Refused(new Flow("f").Start().Fork("fork", "A", "B").Ask("a", "Approved,Rejected").Ask("b").Join("join").Ask("c").Finish("done")
            .Lines("start -> fork", "fork:A -> a", "fork:B -> b", "a:Approved -> join", "a:Rejected -> c", "b:Approved -> join",
                "join -> c",
                "c:Approved -> done"),
            "c", "$.root.activities[5]", "past the join 'join'");

    [Fact]
    public void A_branch_that_goes_back_before_its_fork_is_refused() =>
        Refused(new Flow("f").Start().Ask("draft").Fork("fork", "A", "B").Ask("a", "Approved,Returned").Ask("b").Join("join").Finish("done")
            .Lines("start -> draft", "draft:Approved -> fork", "fork:A -> a", "fork:B -> b", "a:Approved -> join", "a:Returned -> draft",
                "b:Approved -> join", "join -> done"),
            "a", "$.root.connections[5]", "goes back to 'draft' while the other branches go on");

    [Fact]
    public void A_join_for_all_behind_a_choice_is_refused_with_the_mode_that_is_meant() =>
        Refused(new Flow("f").Start().Ask("choose", "Approved,Returned").Ask("a").Ask("b").Join("join").Finish("done")
            .Lines("start -> choose", "choose:Approved -> a", "choose:Returned -> b", "a:Approved -> join", "b:Approved -> join",
                "join -> done"),
            "join", "$.root.activities[4]", "'choose' chooses between them").Remedy.ShouldContain("WaitAllActive");

    private static Flow With(string property, JsonNode value) =>
        new Flow("f").Start().Ask("ask", "Approved", (property, value)).Finish("done").Lines("start -> ask", "ask:Approved -> done");

    private static IReadOnlyList<LoadFault> Faults(Flow flow) => DefinitionCatalogue.Load([flow.File()], Office.Steps).Faults;

    private static LoadFault Refused(Flow flow, string? activity, string path, string what) =>
        Refused(flow.Document(), activity, path, what);

    private static LoadFault Refused(JsonObject document, string? activity, string path, string what)
    {
        var load = DefinitionCatalogue.Load([new DefinitionFile("f.json", document.ToJsonString())], Office.Steps);
        load.Catalogue.ShouldBeNull();
        var fault = load.Faults.FirstOrDefault(one => one.What.Contains(what, StringComparison.Ordinal));
        fault.ShouldNotBeNull($"Faults: {string.Join(Environment.NewLine, load.Faults)}");
        (fault.File, fault.ActivityId, fault.JsonPath).ShouldBe(("f.json", activity, path));
        fault.Remedy.ShouldNotBeNullOrWhiteSpace();
        return fault;
    }
}
