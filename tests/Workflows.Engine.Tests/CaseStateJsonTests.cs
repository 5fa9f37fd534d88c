using System.Text.Json;
using Workflows.Engine.Tests.Parts;

namespace Workflows.Engine.Tests;

public sealed class CaseStateJsonTests
{
    [Fact]
    public async Task A_state_is_written_short_and_with_Chinese_as_it_is()
    {
        using var office = await Office.WithCaseAsync(new Flow("f").Variable("who", value: "校长").Ask("decide").Finish("done")
            .Lines("decide:Approved -> done"));

        office.Row().ShouldBe(
            """{"id":"01920000-0000-7000-8000-000000000001","def":"f","v":1,"w":[{"a":"decide","n":1}],"var":{"who":"校长"},"arr":{},"vis":{"decide":1},"tr":[]}""");
    }

    [Fact]
    public void A_text_that_is_no_state_is_refused()
    {
        Should.Throw<JsonException>(() => CaseStateJson.Read("null"));
        Should.Throw<JsonException>(() => CaseStateJson.Read("{"));
    }

    [Fact]
    public async Task Everything_of_a_state_is_read_back()
    {
        using var office = await Office.WithCaseAsync(new Flow("f").Start().Fork("fork", "A", "B").Ask("a").Delay("b", "1.00:00:00")
            .Join("join").Finish("done")
            .Lines("start -> fork", "fork:A -> a", "fork:B -> b", "a:Approved -> join", "b -> join", "join -> done"));
        await office.SignalAsync("a#1", "Approved", Office.Operation(1));

        var state = office.State();

        state.Arrivals["join"].Count.ShouldBe(1);
        state.Waits.ShouldBe([new Wait("b", 1, new DateTimeOffset(2026, 9, 2, 1, 0, 0, TimeSpan.Zero))]);
        state.Trail[^1].ShouldBe(new TrailEntry("a", 1, "Approved", office.Clock.GetUtcNow(), Office.Operation(1)));
        CaseStateJson.Write(state).ShouldBe(office.Row());
    }
}
