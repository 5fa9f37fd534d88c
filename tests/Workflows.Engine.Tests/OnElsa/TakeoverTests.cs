using Workflows.Engine.Tests.Parts;

namespace Workflows.Engine.Tests.OnElsa;

/// <summary>A case that began on the embedded engine goes on on Elsa, from its record alone.</summary>
public sealed class TakeoverTests
{
    private static Flow Flow => new Flow("f").Variable("failed", "Boolean", "false").Start().Answer("first").Ask("a").Set("set", "failed", "true")
        .Fork("fork", "A", "B").Ask("b").Delay("pause", "1.00:00:00").Join("join").Decide("choose", "failed").Finish("yes", "no")
        .Lines("start -> first", "first -> a", "a:Approved -> set", "set -> fork", "fork:A -> b", "fork:B -> pause", "b:Approved -> join",
            "pause -> join", "join -> choose", "choose:True -> yes", "choose:False -> no");

    [Fact]
    public async Task A_case_of_the_embedded_engine_goes_on_where_it_stands_and_no_step_runs_again()
    {
        using var before = await Office.WithCaseAsync(Flow);
        await before.SignalAsync("a#1", "Approved");
        await before.SignalAsync("b#1", "Approved");
        await using var office = await ElsaOffice.OpenAsync([Flow.File()]);
        await office.StoreAsync(before.Row());

        (await office.ReconcileAsync()).ShouldBe(1);
        office.Clock.Advance(TimeSpan.FromDays(1));
        await office.SweepAsync();

        var state = await office.StateAsync();
        state.Ending.ShouldBe("yes");
        state.Trail.ConvertAll(Office.Shown).ShouldBe(
        [
            "start#1 Done", "first#1 Done", "a#1 Approved", "set#1 Done", "fork#1 A,B", "b#1 Approved", "pause#1 Done", "join#1 Done",
            "choose#1 True", "yes#1 end",
        ]);
        office.Script.Calls.ShouldBeEmpty();
    }
}
