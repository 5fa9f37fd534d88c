using Workflows.Engine.Tests.Parts;

namespace Workflows.Engine.Tests.Versions;

/// <summary>A case that started on version 1 and shall go on in version 2.</summary>
public sealed class MigrationTests
{
    [Fact]
    public async Task A_case_stored_on_version_1_finishes_on_version_2()
    {
        using var office = await OldCaseAsync(Question(1), Longer(2));

        await office.MigrateAsync(2);
        await office.SignalAsync("decide#1", "Approved");

        office.Waits().ShouldBe(["check#1"], "version 1 would have ended here");
        await office.SignalAsync("check#1", "Approved");
        (office.State().Status, office.State().Ending, office.State().Version).ShouldBe((CaseStatus.Finished, "done", 2));
        office.Trail().ShouldBe(["start#1 Done", "decide#1 Approved", "check#1 Approved", "done#1 end"]);
        office.State().Moves.ShouldHaveSingleItem().ShouldBe(
            new VersionMove(1, 2, office.Clock.GetUtcNow(), Office.Operation(1)));
    }

    [Fact]
    public async Task A_case_that_is_not_migrated_ends_as_it_began()
    {
        using var office = await OldCaseAsync(Question(1), Longer(2));

        await office.SignalAsync("decide#1", "Approved");

        (office.State().Ending, office.State().Version).ShouldBe(("done", 1));
    }

    [Fact]
    public async Task Migrating_again_or_back_or_after_the_end_changes_nothing()
    {
        using var office = await OldCaseAsync(Question(1), Longer(2));
        await office.MigrateAsync(2);
        var moved = office.Row();

        await office.MigrateAsync(2);
        await office.MigrateAsync(1);
        office.Row().ShouldBe(moved);

        using var ended = await OldCaseAsync(Question(1), Longer(2));
        await ended.SignalAsync("decide#1", "Approved");
        var row = ended.Row();
        await ended.MigrateAsync(2);
        ended.Row().ShouldBe(row);
    }

    [Fact]
    public async Task A_version_that_is_not_loaded_is_a_bug()
    {
        using var office = await OldCaseAsync(Question(1), Longer(2));
        await Should.ThrowAsync<ArgumentException>(() => office.MigrateAsync(3));
    }

    [Fact]
    public async Task Nothing_is_asked_again_and_nothing_taken_back()
    {
        using var office = await OldCaseAsync(Question(1), Longer(2));

        await office.MigrateAsync(2);

        office.Script.Calls.ShouldBeEmpty("the case was stored: only a new visit would ask");
        office.Script.Withdrawn.ShouldBeEmpty();
    }

    [Fact]
    public async Task Timers_visits_and_variables_are_kept_and_new_variables_start_with_their_value()
    {
        Flow Waiting(int version) => new Flow("f", version).Start().Variable("who", value: "HR").Delay("wait", "3.00:00:00").Finish("done")
            .Lines("start -> wait", "wait -> done");
        using var office = await OldCaseAsync(Waiting(1), Waiting(2).Variable("reading", value: "Under"));
        var before = office.State();

        await office.MigrateAsync(2);

        var after = office.State();
        after.Waits.ShouldBe(before.Waits);
        after.NextDueAt.ShouldBe(new DateTimeOffset(2026, 9, 4, 1, 0, 0, TimeSpan.Zero));
        after.Visits.ShouldBe(before.Visits);
        after.Variables.ShouldBe(new Dictionary<string, string?> { ["reading"] = "Under", ["who"] = "HR" });
        office.Clock.Advance(TimeSpan.FromDays(3));
        await office.SignalDueAsync();
        office.State().Ending.ShouldBe("done");
    }

    [Theory]
    [InlineData("removed", MigrationFault.StepMissing, "")]
    [InlineData("retyped", MigrationFault.StepChanged, "Elsa.Delay")]
    [InlineData("narrowed", MigrationFault.OutcomeGone, "Returned")]
    public async Task What_is_asked_already_must_still_be_possible(string how, MigrationFault fault, string detail)
    {
        var newer = how switch
        {
            "removed" => new Flow("f", 2).Start().Ask("check").Finish("done").Lines("start -> check", "check:Approved -> done"),
            "retyped" => new Flow("f", 2).Start().Delay("decide", "1.00:00:00").Finish("done").Lines("start -> decide", "decide -> done"),
            _ => new Flow("f", 2).Start().Ask("decide").Finish("done").Lines("start -> decide", "decide:Approved -> done"),
        };
        using var office = await OldCaseAsync(Question(1), newer);

        var obstacle = Obstacles(office).ShouldHaveSingleItem();

        (obstacle.Fault, obstacle.ActivityId, obstacle.Detail).ShouldBe((fault, "decide", detail));
        var row = office.Row();
        (await Should.ThrowAsync<InvalidOperationException>(() => office.MigrateAsync(2))).Message.ShouldContain("decide");
        office.Row().ShouldBe(row);
    }

    [Fact]
    public async Task A_variable_that_has_a_value_keeps_its_type()
    {
        using var office = await OldCaseAsync(Question(1).Variable("objection", "Boolean", "false"), Question(2).Variable("objection", value: "none"));

        var obstacle = Obstacles(office).ShouldHaveSingleItem();

        (obstacle.Fault, obstacle.ActivityId).ShouldBe((MigrationFault.VariableChanged, "objection"));
    }

    [Fact]
    public async Task A_branch_that_rests_at_a_join_is_found_again_by_where_it_came_from()
    {
        // Version 2 writes the connections in another order and with one more in front: the indexes of version 1 point elsewhere.
        var newer = new Flow("f", 2).Start().Answer("first").Fork("fork", "A", "B").Ask("a").Ask("b").Join("join").Finish("done")
            .Lines("join -> done", "b:Approved -> join", "start -> first", "first -> fork", "fork:B -> b", "fork:A -> a", "a:Approved -> join");
        using var office = await OldCaseAsync(Parallel(1), newer, ("a#1", "Approved"));
        office.State().Arrivals["join"].ShouldBe([3]);

        Obstacles(office).ShouldBeEmpty();
        await office.MigrateAsync(2);

        office.State().Arrivals["join"].ShouldBe([6]);
        await office.SignalAsync("b#1", "Approved");
        office.State().Ending.ShouldBe("done");
    }

    [Fact]
    public async Task A_branch_whose_connection_is_gone_or_whose_join_waits_otherwise_cannot_be_mapped()
    {
        var other = new Flow("f", 2).Start().Fork("fork", "A", "B").Ask("a").Ask("more").Ask("b").Join("join").Finish("done")
            .Lines("start -> fork", "fork:A -> a", "fork:B -> b", "a:Approved -> more", "more:Approved -> join", "b:Approved -> join", "join -> done");
        using var gone = await OldCaseAsync(Parallel(1), other, ("a#1", "Approved"));
        var obstacle = Obstacles(gone).ShouldHaveSingleItem();
        (obstacle.Fault, obstacle.ActivityId, obstacle.Others.Single().Id, obstacle.Detail)
            .ShouldBe((MigrationFault.BranchMissing, "join", "a", "Approved"));

        using var any = await OldCaseAsync(Parallel(1), Parallel(2, "WaitAny"), ("a#1", "Approved"));
        Obstacles(any).ShouldHaveSingleItem().Fault.ShouldBe(MigrationFault.JoinChanged);
    }

    [Fact]
    public async Task A_join_never_waits_for_a_branch_that_the_case_did_not_start()
    {
        var three = new Flow("f", 2).Start().Fork("fork", "A", "B", "C").Ask("a").Ask("b").Ask("c").Join("join").Finish("done")
            .Lines("start -> fork", "fork:A -> a", "fork:B -> b", "fork:C -> c",
                "a:Approved -> join", "b:Approved -> join", "c:Approved -> join", "join -> done");
        using var office = await OldCaseAsync(Parallel(1), three, ("a#1", "Approved"));

        var obstacle = Obstacles(office).ShouldHaveSingleItem();

        (obstacle.Fault, obstacle.ActivityId, obstacle.Others.Single().Id).ShouldBe((MigrationFault.NotTogether, "b", "join"));
    }

    [Fact]
    public async Task A_step_that_becomes_one_of_several_branches_does_not_leave_the_others_out()
    {
        var sequence = new Flow("f").Start().Ask("a").Ask("b").Finish("done").Lines("start -> a", "a:Approved -> b", "b:Approved -> done");
        using var office = await OldCaseAsync(sequence, Parallel(2), ("a#1", "Approved"));

        Obstacles(office).ShouldHaveSingleItem().Fault.ShouldBe(MigrationFault.NotTogether);
    }

    [Fact]
    public async Task Two_steps_open_at_once_may_not_come_to_stand_one_after_the_other()
    {
        var sequence = new Flow("f", 2).Start().Ask("a").Ask("b").Finish("done").Lines("start -> a", "a:Approved -> b", "b:Approved -> done");
        using var office = await OldCaseAsync(Parallel(1), sequence);

        var obstacle = Obstacles(office).ShouldHaveSingleItem();

        (obstacle.Fault, obstacle.ActivityId, obstacle.Others.Single().Id).ShouldBe((MigrationFault.NotTogether, "a", "b"));
    }

    [Theory]
    [InlineData("WaitAll")]
    [InlineData("WaitAllActive")]
    [InlineData("WaitAny")]
    public async Task Every_position_of_a_version_can_move_to_the_next_that_says_the_same(string mode)
    {
        foreach (var signals in (IEnumerable<(string, string)[]>)[[], [("a#1", "Approved")], [("b#1", "Approved")]])
        {
            using var office = await OldCaseAsync(Parallel(1, mode), Parallel(2, mode), signals);
            if (office.State().Status == CaseStatus.Running)
            {
                Obstacles(office).ShouldBeEmpty();
            }
        }
    }

    [Fact]
    public async Task Two_definitions_are_not_versions_of_one_another()
    {
        using var office = await OldCaseAsync(Question(1), Question(2));
        var (one, two) = (office.Definitions.Find("f", 1)!, office.Definitions.Find("f", 2)!);
        Should.Throw<ArgumentException>(() => Migration.Obstacles(office.State(), two, one));
    }

    private static Flow Question(int version) => new Flow("f", version).Start().Ask("decide", "Approved,Returned").Finish("done", "back")
        .Lines("start -> decide", "decide:Approved -> done", "decide:Returned -> back");

    private static Flow Longer(int version) => new Flow("f", version).Start().Ask("decide", "Approved,Returned").Ask("check")
        .Finish("done", "back").Lines("start -> decide", "decide:Approved -> check", "decide:Returned -> back", "check:Approved -> done");

    private static Flow Parallel(int version, string mode = "WaitAll") => new Flow("f", version).Start().Fork("fork", "A", "B").Ask("a").Ask("b")
        .Join("join", mode).Finish("done")
        .Lines("start -> fork", "fork:A -> a", "fork:B -> b", "a:Approved -> join", "b:Approved -> join", "join -> done");

    /// <summary>A case that an office with version 1 alone stored, in an office that has both.</summary>
    private static async Task<Office> OldCaseAsync(Flow older, Flow newer, params (string Wait, string Outcome)[] signals)
    {
        using var before = await Office.WithCaseAsync(older);
        foreach (var (wait, outcome) in signals)
        {
            await before.SignalAsync(wait, outcome);
        }

        var office = new Office([newer.File("f.json"), older.File("f.v1.json")]);
        office.Store(before.Row());
        return office;
    }

    private static IReadOnlyList<MigrationObstacle> Obstacles(Office office) =>
        Migration.Obstacles(office.State(), office.Definitions.Find("f", 1)!, office.Definitions.Find("f", 2)!);
}
