using Workflows.Engine.Tests.Parts;

namespace Workflows.Engine.Tests;

public sealed class DueTests
{
    private static readonly DateTimeOffset Deadline = new(2026, 9, 4, 1, 0, 0, TimeSpan.Zero);

    private static Flow Delayed => new Flow("f").Start().Delay("pause", "3.00:00:00").Finish("done")
        .Lines("start -> pause", "pause -> done");

    private static Flow WithDeadline => new Flow("f").Start().Ask("decide", "Approved,Due").Finish("approved", "late")
        .Lines("start -> decide", "decide:Approved -> approved", "decide:Due -> late");

    [Fact]
    public async Task A_delay_keeps_when_it_is_due_and_goes_on_then()
    {
        using var office = await Office.WithCaseAsync(Delayed);
        office.State().NextDueAt.ShouldBe(Deadline);

        office.Clock.Advance(TimeSpan.FromDays(3));
        await office.SignalDueAsync();

        office.Trail().ShouldBe(["start#1 Done", "pause#1 Done", "done#1 end"]);
        office.State().NextDueAt.ShouldBeNull();
    }

    [Fact]
    public async Task A_sweep_that_comes_too_early_changes_nothing()
    {
        using var office = await Office.WithCaseAsync(Delayed);
        var row = office.Row();

        office.Clock.Advance(TimeSpan.FromDays(3) - TimeSpan.FromSeconds(1));
        await office.SignalDueAsync();

        office.Row().ShouldBe(row);
    }

    [Fact]
    public async Task A_sweep_that_comes_twice_changes_nothing_the_second_time()
    {
        using var office = await Office.WithCaseAsync(Delayed);
        office.Clock.Advance(TimeSpan.FromDays(4));
        await office.SignalDueAsync();
        var row = office.Row();

        await office.SignalDueAsync();

        office.Row().ShouldBe(row);
    }

    [Fact]
    public async Task A_step_whose_time_has_come_takes_back_its_question_and_goes_on_by_Due()
    {
        using var office = new Office(WithDeadline);
        office.Script.DueAt = Deadline.ToOffset(TimeSpan.FromHours(8));
        await office.StartAsync("f");
        office.State().NextDueAt!.Value.Offset.ShouldBe(TimeSpan.Zero);

        office.Clock.Advance(TimeSpan.FromDays(3));
        await office.SignalDueAsync();

        office.State().Ending.ShouldBe("late");
        office.Script.Withdrawn.ShouldBe(["decide#1"]);
    }

    [Fact]
    public async Task A_sweep_that_comes_too_late_finds_the_decision_made()
    {
        using var office = new Office(WithDeadline);
        office.Script.DueAt = Deadline;
        await office.StartAsync("f");
        await office.SignalAsync("decide#1", "Approved");

        office.Clock.Advance(TimeSpan.FromDays(30));
        await office.SignalDueAsync();

        office.State().Ending.ShouldBe("approved");
        office.Script.Withdrawn.ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_two_waits_due_in_one_sweep_the_earlier_goes_first_and_may_end_the_case()
    {
        using var office = await Office.WithCaseAsync(new Flow("f").Start().Fork("fork", "A", "B").Delay("long", "2.00:00:00")
            .Delay("short", "1.00:00:00")
            .Finish("slow", "quick").Lines("start -> fork", "fork:A -> long", "fork:B -> short", "long -> slow", "short -> quick"));

        office.Clock.Advance(TimeSpan.FromDays(5));
        await office.SignalDueAsync();

        office.State().Ending.ShouldBe("quick");
        office.Trail()[2..].ShouldBe(["short#1 Done", "quick#1 end", "long#1 withdrawn"]);
    }
}
