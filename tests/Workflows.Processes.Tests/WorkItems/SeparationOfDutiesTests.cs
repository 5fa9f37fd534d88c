using System.Text.Json;
using System.Text.Json.Nodes;
using Workflows.Engine;
using Workflows.Processes.WorkItems;
using Workflows.Testing.Offices;

namespace Workflows.Processes.Tests.WorkItems;

/// <summary>On every way through every definition no one carries a case through alone; a definition where one could is refused with that way.</summary>
public sealed class SeparationOfDutiesTests : IDisposable
{
    private readonly WorkflowsFolder workflows = new();

    [Fact]
    public void The_office_s_own_definitions_pass()
    {
        workflows.Definitions().Faults.ShouldBeEmpty();
        SeparationOfDuties.Faults(workflows.Definitions().OrThrow()).ShouldBeEmpty();
    }

    [Fact]
    public void The_first_version_fails_where_it_asked_for_no_declaration_but_only_as_the_newest()
    {
        var first = DefinitionCatalogue.Load(
            [.. Read("round.v1.json"), .. Read("application.v1.json")], WorkflowsFolder.Steps).OrThrow();

        var faults = SeparationOfDuties.Faults(first).ToList();

        faults.Select(fault => fault.ActivityId).ShouldBe(["results", "scores", "issue", "vacancy", "medical"], ignoreOrder: true);
        faults.Single(fault => fault.ActivityId == "results").What.ShouldBe(
            "Somebody could decide on himself or a relative here, on the way "
            + "start → countersign → announce → lock → intake → reading → open → results.");
        faults.Single(fault => fault.ActivityId == "medical").What.ShouldEndWith(
            "start → check → confirm → waiver → district → qualified → tellQualified → awaitCall → tellCalledUp → checks → medical.");
    }

    [Fact]
    public void A_decision_on_people_without_the_declaration_stops_the_start_with_the_way_there()
    {
        Edit("round.json", activities => Of(activities, "scores").AsObject().Remove("declaration"));

        var fault = workflows.Definitions().Faults.ShouldHaveSingleItem();

        fault.File.ShouldEndWith("round.json");
        fault.ActivityId.ShouldBe("scores");
        fault.JsonPath.ShouldEndWith(".declaration");
        fault.What.ShouldEndWith("on the way start → countersign → announce → lock → intake → reading → open → results → scores.");
        fault.Remedy.ShouldContain("\"true\"");
    }

    [Fact]
    public void A_declaration_that_is_set_to_false_is_none()
    {
        Edit("application.json", activities => Set(activities, "confirm", "declaration", "false"));
        workflows.Definitions().Faults.ShouldHaveSingleItem().ActivityId.ShouldBe("confirm");
    }

    [Fact]
    public void Before_a_round_opens_its_applications_there_is_nobody_to_be_related_to() =>
        workflows.Definitions().OrThrow().Newest("hiring-round")!.Find("announce")!.Literal("declaration").ShouldBeNull();

    [Fact]
    public void An_approving_end_that_one_role_reaches_alone_is_named_with_the_way()
    {
        // The applicant is taken by HR, without the round.
        var faults = Faults("""
            start Elsa.Start
            check Workflows.CheckEligibility
            confirm HumanResources Qualified,Refused
            qualified Workflows.RecordQualification
            taken Elsa.Finish
            refused Elsa.Finish
            """,
            "start:Done check", "check:Eligible confirm", "check:NeedsDecision confirm", "check:Undecidable confirm", "check:Ineligible confirm",
            "confirm:Qualified qualified", "confirm:Refused refused", "qualified:Done taken");

        var fault = faults.ShouldHaveSingleItem();

        (fault.File, fault.ActivityId).ShouldBe(("alone.json", "taken"));
        fault.What.ShouldBe("A case comes to this approving end with the approval of HumanResources alone on the way "
            + "start → check → confirm → qualified → taken.");
        fault.ToString().ShouldContain("Ask a second role");
    }

    [Fact]
    public void A_second_role_that_only_returns_the_case_has_approved_nothing()
    {
        var faults = Faults("""
            start Elsa.Start
            ask Leadership,HumanResources Approved,Returned
            again HumanResources Resubmitted,Withdrawn
            taken Elsa.Finish
            back Elsa.Finish
            """,
            "start:Done ask", "ask:Approved taken", "ask:Returned again", "again:Resubmitted ask", "again:Withdrawn back");

        faults.ShouldHaveSingleItem().What.ShouldBe(
            "A case comes to this approving end with the approval of HumanResources alone on the way start → ask → taken.");
    }

    [Fact]
    public void All_roles_of_a_countersign_count_and_of_an_Any_only_one()
    {
        string[] lines = ["start:Done ask", "ask:Approved taken", "ask:Returned back"];
        const string steps = "start Elsa.Start\nask Leadership,EducationBureau Approved,Returned\ntaken Elsa.Finish\nback Elsa.Finish";

        Faults(steps, lines).ShouldHaveSingleItem().ActivityId.ShouldBe("taken");
        Faults(steps.Replace("Approved,Returned", "Approved,Returned All"), lines).ShouldBeEmpty();
        Faults(steps.Replace("Approved,Returned", "Approved,Returned Sequential"), lines).ShouldBeEmpty();
    }

    [Fact]
    public void Taking_a_decision_back_approves_nothing()
    {
        var faults = Faults("""
            start Elsa.Start
            first HumanResources Qualified,Refused
            second Leadership Approved,TakenBack
            taken Elsa.Finish
            refused Elsa.Finish
            """,
            "start:Done first", "first:Qualified second", "first:Refused refused", "second:Approved taken", "second:TakenBack taken");

        faults.ShouldHaveSingleItem().What.ShouldEndWith("with the approval of HumanResources alone on the way start → first → second → taken.");
    }

    [Fact]
    public void An_end_without_any_decision_is_approved_by_nobody() =>
        Faults("start Elsa.Start\ntaken Elsa.Finish", "start:Done taken").ShouldHaveSingleItem()
            .What.ShouldBe("A case comes to this approving end with nobody's approval on the way start → taken.");

    [Fact]
    public void HR_never_approves_by_minutes_what_HR_opened()
    {
        Edit("application.json", activities => Set(activities, "waive", "roles", "HumanResources"));

        var fault = workflows.Definitions().Faults.ShouldHaveSingleItem();

        (fault.ActivityId, fault.JsonPath.Split('.')[^1]).ShouldBe(("waive", "roles"));
        fault.What.ShouldBe("HumanResources, which opens the case, approves it alone here, on the way start → check → confirm → openWaiver → waive.");
    }

    [Fact]
    public void Nor_where_HR_is_one_of_several_of_which_one_is_enough()
    {
        Edit("round.json", activities => Set(activities, "filing", "roles", "EducationBureau,HumanResources"));
        workflows.Definitions().Faults.ShouldHaveSingleItem().ActivityId.ShouldBe("filing");
    }

    [Fact]
    public void HR_issues_and_announces_only_what_another_role_has_approved()
    {
        var faults = Faults("""
            start Elsa.Start
            announce HumanResources Announced,Withdrawn documentNumber
            ask Leadership Approved,Rejected
            taken Elsa.Finish
            back Elsa.Finish
            """,
            "start:Done announce", "announce:Announced ask", "announce:Withdrawn back", "ask:Approved taken", "ask:Rejected back");

        var fault = faults.ShouldHaveSingleItem();

        fault.ActivityId.ShouldBe("announce");
        fault.What.ShouldEndWith("on the way start → announce.");
    }

    [Fact]
    public void A_wait_on_the_round_counts_only_where_a_round_is()
    {
        var faults = SeparationOfDuties.Faults(DefinitionCatalogue.Load(Read("application.json"), WorkflowsFolder.Steps).OrThrow());
        faults.Select(fault => fault.ActivityId).ShouldBe(["transferred", "contracted"], ignoreOrder: true);
    }

    public void Dispose() => workflows.Dispose();

    private static DefinitionFile[] Read(string name) =>
        [new(name, File.ReadAllText(Path.Combine(TestOffice.Workflows, "hiring", name)))];

    private void Edit(string name, Action<JsonArray> edit)
    {
        var path = Path.Combine(workflows.Folder, "hiring", name);
        var definition = JsonNode.Parse(File.ReadAllText(path))!;
        edit(definition["root"]!["activities"]!.AsArray());
        File.WriteAllText(path, definition.ToJsonString());
    }

    private static JsonNode Of(JsonArray activities, string id) => activities.Single(activity => activity!["id"]!.GetValue<string>() == id)!;

    private static void Set(JsonArray activities, string id, string input, string value) =>
        Of(activities, id)[input]!["expression"]!["value"] = value;

    /// <summary>
    /// What is wrong with a definition in a few words: activities as "id type", decisions as "id roles outcomes [rule or requirement]", lines as
    /// "source:outcome target". Every decision asks for the declaration.
    /// </summary>
    private static List<LoadFault> Faults(string steps, params string[] lines)
    {
        var activities = steps.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')).Select(Written);
        var connections = lines.Select(line => line.Split(':', ' ')).Select(ends => new
        {
            source = new { activity = ends[0], port = ends[1] }, target = new { activity = ends[2], port = "In" },
        });
        var json = JsonSerializer.Serialize(new
        {
            id = "alone-v1", definitionId = "alone", name = "alone", version = 1, inputs = Array.Empty<string>(), variables = Array.Empty<string>(),
            root = new { id = "flow", type = "Elsa.Flowchart", version = 1, activities, connections },
        });
        return [.. SeparationOfDuties.Faults(DefinitionCatalogue.Load([new DefinitionFile("alone.json", json)], WorkflowsFolder.Steps).OrThrow())];
    }

    private static Dictionary<string, object> Written(string[] words)
    {
        var activity = new Dictionary<string, object> { ["id"] = words[0], ["version"] = 1 };
        if (words.Length == 2)
        {
            activity["type"] = words[1];
            return activity;
        }

        activity["type"] = "Workflows.RequestDecision";
        (string, string)[] inputs = [("roles", words[1]), ("outcomes", words[2]), ("declaration", "true"),
            .. words.Skip(3).Select(word => (word is "All" or "Sequential" ? "rule" : "requires", word))];
        foreach (var (name, value) in inputs)
            activity[name] = new { typeName = "String", expression = new { type = "Literal", value } };
        return activity;
    }
}
