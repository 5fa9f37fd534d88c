using Workflows.Engine.Tests.Parts;

namespace Workflows.Engine.Tests;

public sealed class SignalTests
{
    private static readonly Guid Other = Guid.Parse("01920000-0000-7000-8000-000000000002");

    private static Flow Loop => new Flow("loop").Start().Ask("draft").Ask("decide", "Approved,Returned").Finish("done")
        .Lines("start -> draft", "draft:Approved -> decide", "decide:Returned -> draft", "decide:Approved -> done");

    [Fact]
    public async Task A_doubled_signal_changes_nothing()
    {
        using var office = await Office.WithCaseAsync(Loop);
        await office.SignalAsync("draft#1", "Approved", Office.Operation(1));
        var row = office.Row();

        await office.SignalAsync("draft#1", "Approved", Office.Operation(1));

        office.Row().ShouldBe(row);
    }

    [Fact]
    public async Task A_late_signal_for_an_earlier_visit_changes_nothing()
    {
        using var office = await Office.WithCaseAsync(Loop);
        await office.SignalAsync("draft#1", "Approved");
        await office.SignalAsync("decide#1", "Returned");
        await office.SignalAsync("draft#2", "Approved");
        var row = office.Row();

        await office.SignalAsync("decide#1", "Approved", Office.Operation(99));

        office.Row().ShouldBe(row);
    }

    [Fact]
    public async Task An_operation_that_was_applied_to_one_wait_is_not_applied_to_the_next()
    {
        using var office = await Office.WithCaseAsync(Loop);
        await office.SignalAsync("draft#1", "Approved", Office.Operation(1));

        await office.SignalAsync("decide#1", "Approved", Office.Operation(1));

        office.Waits().ShouldBe(["decide#1"]);
    }

    [Fact]
    public async Task A_signal_after_the_end_changes_nothing()
    {
        using var office = await Office.WithCaseAsync(Loop);
        await office.CancelAsync("withdrawn by the applicant");
        var row = office.Row();

        await office.SignalAsync("draft#1", "Approved");
        await office.CancelAsync("again");

        office.Row().ShouldBe(row);
    }

    [Fact]
    public async Task An_outcome_that_the_activity_lacks_is_refused_with_its_name()
    {
        using var office = await Office.WithCaseAsync(Loop);

        var refusal = await Should.ThrowAsync<ArgumentException>(() => office.SignalAsync("draft#1", "Returned"));

        refusal.Message.ShouldContain("'draft' of 'loop' 1 has no outcome 'Returned', only: Approved");
        office.Waits().ShouldBe(["draft#1"]);
    }

    [Fact]
    public async Task A_signal_for_a_case_that_never_started_is_a_bug()
    {
        using var office = new Office(Loop);

        await Should.ThrowAsync<InvalidOperationException>(() => office.SignalAsync("draft#1", "Approved"));
    }

    [Fact]
    public async Task Starting_the_same_case_again_changes_nothing_and_on_another_definition_is_a_bug()
    {
        using var office = new Office(Loop, new Flow("other").Start().Finish("done").Lines("start -> done"));
        await office.StartAsync("loop");
        var row = office.Row();

        await office.StartAsync("loop");

        office.Row().ShouldBe(row);
        await Should.ThrowAsync<InvalidOperationException>(() => office.StartAsync("other"));
        await Should.ThrowAsync<ArgumentException>(() => office.StartAsync("missing"));
    }

    [Fact]
    public async Task Cancelling_keeps_the_reason_and_withdraws_every_wait()
    {
        using var office = await Office.WithCaseAsync(ConstructTests.Review("WaitAll"));

        await office.CancelAsync("岗位取消");

        office.State().Status.ShouldBe(CaseStatus.Cancelled);
        office.State().Cancellation!.Reason.ShouldBe("岗位取消");
        office.Script.Withdrawn.ShouldBe(["background#1", "medical#1"]);
        office.State().Ending.ShouldBeNull();
    }

    [Fact]
    public async Task A_running_case_stays_on_its_version_and_a_new_one_takes_the_newest()
    {
        var first = new Flow("f").Start().Ask("old").Finish("done").Lines("start -> old", "old:Approved -> done").File("f.1.json");
        var second = new Flow("f", version: 2).Start().Ask("new").Finish("done").Lines("start -> new", "new:Approved -> done")
            .File("f.2.json");
        using var office = new Office([second, first]);
        using var before = new Office([first]);
        await before.StartAsync("f");
        await office.StartAsync("f");

        before.State().Version.ShouldBe(1);
        office.State().Version.ShouldBe(2);
        office.Definitions.Find("f", 1)!.Find("old").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_step_may_signal_another_case_and_that_happens_after_its_own_advance()
    {
        var caller = new Flow("caller").Start().Answer("poke").Ask("rest").Finish("done")
            .Lines("start -> poke", "poke -> rest", "rest:Approved -> done");
        using var office = new Office(Loop, caller);
        await office.StartAsync("loop", Other);

        await office.UseAsync(async engine =>
        {
            office.Script.Meanwhile = (call, ct) => engine.SignalAsync(Other, "draft#1", "Approved", Office.Operation(1), ct);
            await engine.StartAsync(Office.Case, "caller", default);
        });

        office.Script.Calls.Select(call => call.ActivityId).ShouldBe(["draft", "poke", "rest", "decide"]);
        office.Waits(Other).ShouldBe(["decide#1"]);
    }

    [Fact]
    public async Task A_step_may_start_a_case_and_signal_it_at_once_and_even_its_own_case()
    {
        var caller = new Flow("caller").Start().Answer("poke").Ask("rest").Finish("done")
            .Lines("start -> poke", "poke -> rest", "rest:Approved -> done");
        using var office = new Office(Loop, caller);

        await office.UseAsync(async engine =>
        {
            office.Script.Meanwhile = async (call, ct) =>
            {
                await engine.StartAsync(Other, "loop", ct);
                await engine.SignalAsync(Other, "draft#1", "Approved", Office.Operation(1), ct);
                await engine.SignalAsync(call.CaseId, "rest#1", "Approved", Office.Operation(2), ct);
            };
            await engine.StartAsync(Office.Case, "caller", default);
        });

        office.Waits(Other).ShouldBe(["decide#1"]);
        office.State().Ending.ShouldBe("done");
    }

    [Fact]
    public async Task Cases_that_start_each_other_for_ever_are_stopped_with_a_clear_word()
    {
        using var office = new Office(new Flow("again").Start().Answer("start-next").Finish("done")
            .Lines("start -> start-next", "start-next -> done"));

        var failure = await Should.ThrowAsync<InvalidOperationException>(() => office.UseAsync(async engine =>
        {
            var number = 0;
            office.Script.Meanwhile = (_, ct) => engine.StartAsync(Office.Operation(++number), "again", ct);
            await engine.StartAsync(Office.Case, "again", default);
        }));

        failure.Message.ShouldContain("set off more than 1000 wishes");
    }

    [Fact]
    public async Task A_step_that_waits_without_having_declared_it_is_a_bug()
    {
        using var office = new Office(new Flow("f").Start().Add("strict", "Workflows.Strict", ("days", Flow.Literal(3))).Finish("done")
            .Lines("start -> strict", "strict -> done"));

        var failure = await Should.ThrowAsync<InvalidOperationException>(() => office.StartAsync("f"));

        failure.Message.ShouldContain("Workflows.Strict at 'strict' of 'f' 1 waits, but its attribute does not declare Waits");
    }

    [Fact]
    public async Task A_step_that_ends_with_an_outcome_its_activity_lacks_is_a_bug()
    {
        using var office = new Office(new Flow("f").Start().Answer("look", "Yes").Finish("done")
            .Lines("start -> look", "look:Yes -> done"));
        office.Script.Answers("look", "No");

        var failure = await Should.ThrowAsync<InvalidOperationException>(() => office.StartAsync("f"));

        failure.Message.ShouldContain("ended with 'No'");
    }
}
