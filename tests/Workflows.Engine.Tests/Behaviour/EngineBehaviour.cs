using Workflows.Engine.Tests.Parts;

namespace Workflows.Engine.Tests.Behaviour;

/// <summary>
/// What every engine does, whichever runs the office: one suite, run on each. A step's effects may come at once or later; where a case
/// stands afterwards, and the way it went, are the same.
/// </summary>
public abstract class EngineBehaviour
{
    internal static readonly Guid Other = Guid.Parse("01920000-0000-7000-8000-000000000002");
    private int operations;

    private static Flow Loop => new Flow("loop").Start().Ask("draft").Ask("decide", "Approved,Returned").Finish("done")
        .Lines("start -> draft", "draft:Approved -> decide", "decide:Returned -> draft", "decide:Approved -> done");

    private static Flow Caller => new Flow("caller").Start().Answer("poke").Ask("rest").Finish("done")
        .Lines("start -> poke", "poke -> rest", "rest:Approved -> done");

    private protected abstract Task<IEngineOffice> OpenAsync(IReadOnlyList<DefinitionFile> files);

    [Fact]
    public async Task A_case_waits_and_goes_the_way_of_the_answers()
    {
        await using var office = await WithCaseAsync(Loop);

        await ShouldWaitAsync(office, "draft#1");
        await SignalAsync(office, "draft#1", "Approved");
        await SignalAsync(office, "decide#1", "Returned");
        await ShouldWaitAsync(office, "draft#2");
        await SignalAsync(office, "draft#2", "Approved");
        await SignalAsync(office, "decide#2", "Approved");

        await ShouldEndAsync(office, "done");
        await ShouldHaveGoneAsync(office, "start#1 Done", "draft#1 Approved", "decide#1 Returned", "draft#2 Approved", "decide#2 Approved", "done#1 end");
    }

    [Fact]
    public async Task Doubled_and_late_signals_change_nothing()
    {
        await using var office = await WithCaseAsync(Loop);
        await office.SignalAsync("draft#1", "Approved", Office.Operation(1));
        await office.SignalAsync("draft#1", "Approved", Office.Operation(1));
        await office.SignalAsync("draft#1", "Approved", Office.Operation(2));
        await office.SignalAsync("decide#1", "Approved", Office.Operation(1));

        await ShouldWaitAsync(office, "decide#1");

        await office.SignalAsync("decide#1", "Returned", Office.Operation(3));
        await office.SignalAsync("draft#2", "Approved", Office.Operation(4));
        await office.SignalAsync("decide#1", "Approved", Office.Operation(5));

        await ShouldWaitAsync(office, "decide#2");
    }

    [Theory]
    [InlineData("true", "a")]
    [InlineData("false", "b")]
    public async Task A_decision_goes_by_its_variable(string value, string ending)
    {
        await using var office = await WithCaseAsync(new Flow("f").Variable("ready", "Boolean", value).Start().Decide("choose", "ready")
            .Finish("a", "b").Lines("start -> choose", "choose:True -> a", "choose:False -> b"));

        await ShouldEndAsync(office, ending);
    }

    [Fact]
    public async Task A_variable_that_was_set_before_a_wait_is_known_after_it()
    {
        await using var office = await WithCaseAsync(new Flow("f").Variable("who", value: "nobody").Start().Set("set", "who", "校长").Ask("rest")
            .Answer("tell", more: ("text", Flow.FromVariable("who"))).Finish("done")
            .Lines("start -> set", "set -> rest", "rest:Approved -> tell", "tell -> done"));

        await SignalAsync(office, "rest#1", "Approved");

        office.Script.Calls[^1].Text("text").ShouldBe("校长");
        (await office.StateAsync()).Variables["who"].ShouldBe("校长");
    }

    [Fact]
    public async Task A_step_sees_its_case_its_visit_its_inputs_and_its_outcomes()
    {
        await using var office = await WithCaseAsync(new Flow("f", version: 3).Start()
            .Ask("decide", "Approved,Rejected", ("roles", Flow.Literal("校长, 书记")), ("days", Flow.Literal(7)))
            .Finish("done").Lines("start -> decide", "decide:Approved -> done", "decide:Rejected -> done"));

        var call = office.Script.Calls.ShouldHaveSingleItem();
        (call.CaseId, call.DefinitionId, call.Version, call.ActivityId, call.Visit).ShouldBe((Office.Case, "f", 3, "decide", 1));
        call.Outcomes.ShouldBe(["Approved", "Rejected"]);
        call.List("roles").ShouldBe(["校长", "书记"]);
        call.Integer("days").ShouldBe(7);
    }

    [Theory]
    [InlineData("WaitAll")]
    [InlineData("WaitAllActive")]
    public async Task A_join_goes_on_once_when_every_branch_has_come(string mode)
    {
        await using var office = await WithCaseAsync(ConstructTests.Review(mode));

        await ShouldWaitAsync(office, "background#1", "medical#1");
        await SignalAsync(office, "medical#1", "Approved");
        await ShouldWaitAsync(office, "background#1");
        await SignalAsync(office, "background#1", "Approved");

        await ShouldEndAsync(office, "done");
        (await office.StateAsync()).Visits["join"].ShouldBe(1);
    }

    [Fact]
    public async Task A_join_for_any_goes_on_with_the_first_branch_and_withdraws_the_others()
    {
        await using var office = await WithCaseAsync(ConstructTests.Review("WaitAny"));

        await SignalAsync(office, "medical#1", "Approved");

        await ShouldEndAsync(office, "done");
        office.Script.Withdrawn.ShouldBe(["background#1"]);
    }

    [Fact]
    public async Task An_end_reached_by_one_branch_withdraws_what_the_others_ask()
    {
        await using var office = await WithCaseAsync(ConstructTests.Review("WaitAll"));

        await SignalAsync(office, "medical#1", "Rejected");

        await ShouldEndAsync(office, "refused");
        office.Script.Withdrawn.ShouldBe(["background#1"]);
    }

    [Fact]
    public async Task A_join_for_the_active_branches_does_not_wait_for_a_way_not_taken()
    {
        await using var office = await WithCaseAsync(new Flow("f").Start().Fork("fork", "A", "B").Ask("check", "Approved,Rejected").Ask("a").Ask("b")
            .Join("join", "WaitAllActive").Finish("done")
            .Lines("start -> fork", "fork:A -> check", "fork:B -> b", "check:Approved -> join", "check:Rejected -> a", "a:Approved -> join",
                "b:Approved -> join", "join -> done"));

        await SignalAsync(office, "b#1", "Approved");
        await SignalAsync(office, "check#1", "Rejected");
        await ShouldWaitAsync(office, "a#1");
        await SignalAsync(office, "a#1", "Approved");

        await ShouldEndAsync(office, "done");
    }

    [Fact]
    public async Task A_delay_is_over_when_its_time_has_come_and_not_before()
    {
        await using var office = await WithCaseAsync(new Flow("f").Start().Delay("pause", "3.00:00:00").Finish("done")
            .Lines("start -> pause", "pause -> done"));
        (await office.StateAsync()).NextDueAt.ShouldBe(office.Clock.GetUtcNow().AddDays(3));

        office.Clock.Advance(TimeSpan.FromDays(3) - TimeSpan.FromSeconds(1));
        await office.SweepAsync();
        await ShouldWaitAsync(office, "pause#1");
        office.Clock.Advance(TimeSpan.FromSeconds(1));
        await office.SweepAsync();
        await office.SweepAsync();

        await ShouldHaveGoneAsync(office, "start#1 Done", "pause#1 Done", "done#1 end");
    }

    [Fact]
    public async Task A_step_whose_time_has_come_takes_back_its_question_and_goes_on_by_Due()
    {
        await using var office = await OpenAsync([Deadline.File()]);
        office.Script.DueAt = office.Clock.GetUtcNow().AddDays(3);
        await office.StartAsync("f");

        office.Clock.Advance(TimeSpan.FromDays(3));
        await office.SweepAsync();

        await ShouldEndAsync(office, "late");
        office.Script.Withdrawn.ShouldBe(["decide#1"]);
    }

    [Fact]
    public async Task A_sweep_that_comes_too_late_finds_the_decision_made()
    {
        await using var office = await OpenAsync([Deadline.File()]);
        office.Script.DueAt = office.Clock.GetUtcNow().AddDays(3);
        await office.StartAsync("f");
        await SignalAsync(office, "decide#1", "Approved");

        office.Clock.Advance(TimeSpan.FromDays(30));
        await office.SweepAsync();

        await ShouldEndAsync(office, "approved");
        office.Script.Withdrawn.ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_two_waits_due_in_one_sweep_the_earlier_goes_first_and_may_end_the_case()
    {
        await using var office = await WithCaseAsync(new Flow("f").Start().Fork("fork", "A", "B").Delay("long", "2.00:00:00")
            .Delay("short", "1.00:00:00").Finish("slow", "quick")
            .Lines("start -> fork", "fork:A -> long", "fork:B -> short", "long -> slow", "short -> quick"));

        office.Clock.Advance(TimeSpan.FromDays(5));
        await office.SweepAsync();

        await ShouldEndAsync(office, "quick");
    }

    [Fact]
    public async Task Cancelling_keeps_the_reason_and_withdraws_every_wait_and_nothing_happens_after_it()
    {
        await using var office = await WithCaseAsync(ConstructTests.Review("WaitAll"));

        await office.CancelAsync("岗位取消", Office.Operation(1));
        await office.SignalAsync("medical#1", "Approved", Office.Operation(2));
        await office.CancelAsync("again", Office.Operation(3));

        var state = await office.StateAsync();
        (state.Status, state.Cancellation!.Reason, state.Ending).ShouldBe((CaseStatus.Cancelled, "岗位取消", null));
        office.Script.Withdrawn.ShouldBe(["background#1", "medical#1"]);
    }

    [Fact]
    public async Task Starting_a_case_twice_starts_it_once()
    {
        await using var office = await WithCaseAsync(Loop);

        await office.StartAsync("loop");

        await ShouldWaitAsync(office, "draft#1");
        office.Script.Calls.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_new_case_takes_the_newest_version_and_a_running_one_moves_to_it_when_told()
    {
        var older = new Flow("f").Start().Ask("ask", "Approved").Finish("done").Lines("start -> ask", "ask:Approved -> done");
        var newer = new Flow("f", version: 2).Start().Ask("ask", "Approved").Ask("again", "Approved").Finish("done")
            .Lines("start -> ask", "ask:Approved -> again", "again:Approved -> done");
        await using var office = await OpenAsync([newer.File("f.2.json"), older.File("f.1.json")]);
        await office.StartAsync("f");
        (await office.StateAsync()).Version.ShouldBe(2);

        await SignalAsync(office, "ask#1", "Approved");

        await ShouldWaitAsync(office, "again#1");
    }

    [Fact]
    public async Task A_step_may_start_another_case_and_signal_it_and_its_own()
    {
        await using var office = await OpenAsync([Loop.File(), Caller.File()]);
        office.Script.Wishes = async (engine, call, ct) =>
        {
            await engine.StartAsync(Other, "loop", ct);
            await engine.SignalAsync(Other, "draft#1", "Approved", Office.Operation(901), ct);
            await engine.SignalAsync(call.CaseId, "rest#1", "Approved", Office.Operation(902), ct);
        };

        await office.StartAsync("caller");

        await ShouldEndAsync(office, "done");
        (await office.StateAsync(Other)).Waits.ShouldHaveSingleItem().Id.ShouldBe("decide#1");
    }

    /// <summary>The step that is asked n-th breaks off after its work and before its commit, for every n there is.</summary>
    [Fact]
    public async Task A_crash_between_any_two_steps_loses_nothing_and_doubles_nothing()
    {
        var flow = new Flow("f").Start().Answer("first").Ask("a").Answer("second").Fork("fork", "A", "B").Answer("left").Answer("right").Ask("b")
            .Join("join").Answer("third").Finish("done")
            .Lines("start -> first", "first -> a", "a:Approved -> second", "second -> fork", "fork:A -> left", "fork:B -> right", "left -> join",
                "right -> b", "b:Approved -> join", "join -> third", "third -> done");
        string[] way = [];
        for (var crash = 0; crash <= 7; crash++)
        {
            await using var office = await OpenAsync([flow.File()]);
            var left = crash;
            office.Script.Crash = () => --left == 0;

            await ThroughAsync(office, () => office.StartAsync("f"));
            await ThroughAsync(office, () => office.SignalAsync("a#1", "Approved", Office.Operation(1)));
            await ThroughAsync(office, () => office.SignalAsync("b#1", "Approved", Office.Operation(2)));

            await ShouldEndAsync(office, "done");
            var trail = (await office.StateAsync()).Trail.ConvertAll(Office.Shown).ToArray();
            way = crash == 0 ? trail : way;
            trail.ShouldBe(way, $"crash {crash}");
            left.ShouldBeLessThanOrEqualTo(0, "the crash never came");
        }
    }

    [Theory]
    [MemberData(nameof(ReplayTests.FromTheStart), MemberType = typeof(ReplayTests))]
    public async Task A_stored_history_goes_the_way_it_went(string name)
    {
        var history = ReplayTests.Read(name);
        await using var office = await OpenAsync([history.File]);
        foreach (var (activity, answers) in history.Answers)
        {
            office.Script.Answers(activity, answers);
        }

        await office.StartAsync(history.DefinitionId);
        foreach (var move in history.Moves)
        {
            await MakeAsync(office, move);
        }

        var state = await office.StateAsync();
        state.Trail.ConvertAll(Office.Shown).ShouldBe(history.Trail);
        state.Waits.Select(wait => wait.Id).ShouldBe(history.Waits);
        ($"{state.Status}", state.Ending).ShouldBe((history.Status, history.Ending));
    }

    private async Task MakeAsync(IEngineOffice office, ReplayTests.Move move)
    {
        if (move.Pass is { } time)
        {
            office.Clock.Advance(time);
            await office.SweepAsync();
        }
        else if (move.Cancel is { } reason)
        {
            await office.CancelAsync(reason, Office.Operation(++operations));
        }
        else
        {
            await office.SignalAsync(move.Signal!, move.Outcome!, Office.Operation(move.Operation ?? ++operations + 1_000));
        }
    }

    private static Flow Deadline => new Flow("f").Start().Ask("decide", "Approved,Due").Finish("approved", "late")
        .Lines("start -> decide", "decide:Approved -> approved", "decide:Due -> late");

    private async Task<IEngineOffice> WithCaseAsync(Flow flow)
    {
        var office = await OpenAsync([flow.File()]);
        await office.StartAsync(flow.Document()["definitionId"]!.GetValue<string>());
        return office;
    }

    private Task SignalAsync(IEngineOffice office, string wait, string outcome) => office.SignalAsync(wait, outcome, Office.Operation(++operations + 100));

    private static async Task ThroughAsync(IEngineOffice office, Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (CrashException)
        {
            await office.RecoverAsync(call);
        }
    }

    private static async Task ShouldWaitAsync(IEngineOffice office, params string[] waits)
    {
        var state = await office.StateAsync();
        state.Waits.Select(wait => wait.Id).ShouldBe(waits);
        state.Status.ShouldBe(CaseStatus.Running);
    }

    private static async Task ShouldEndAsync(IEngineOffice office, string ending)
    {
        var state = await office.StateAsync();
        (state.Status, state.Ending).ShouldBe((CaseStatus.Finished, ending));
        state.Waits.ShouldBeEmpty();
    }

    private static async Task ShouldHaveGoneAsync(IEngineOffice office, params string[] trail) =>
        (await office.StateAsync()).Trail.ConvertAll(Office.Shown).ShouldBe(trail);
}
