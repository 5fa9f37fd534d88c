using Workflows.Engine.Tests.Parts;

namespace Workflows.Engine.Tests.OnElsa;

/// <summary>A running case moves to a newer version on Elsa, and its instance with it.</summary>
public sealed class VersionTests
{
    [Fact]
    public async Task A_case_that_was_moved_goes_on_by_the_newer_version()
    {
        var older = new Flow("f").Start().Ask("ask").Finish("done").Lines("start -> ask", "ask:Approved -> done").File("f.1.json");
        var newer = new Flow("f", version: 2).Start().Ask("ask").Ask("again").Finish("done")
            .Lines("start -> ask", "ask:Approved -> again", "again:Approved -> done").File("f.2.json");
        using var before = new Office([older]);
        await before.StartAsync("f");
        await using var office = await ElsaOffice.OpenAsync([older, newer]);
        await office.StoreAsync(before.Row());
        await office.ReconcileAsync();

        await office.MigrateAsync(2, Office.Operation(1));
        await office.SignalAsync("ask#1", "Approved", Office.Operation(2));

        var state = await office.StateAsync();
        (state.Version, state.Waits.Single().Id).ShouldBe((2, "again#1"));
        await office.SignalAsync("again#1", "Approved", Office.Operation(3));
        (await office.StateAsync()).Ending.ShouldBe("done");
    }
}
