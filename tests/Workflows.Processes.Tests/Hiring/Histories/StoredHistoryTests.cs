using Workflows.Testing.Offices;

namespace Workflows.Processes.Tests.Hiring.Histories;

/// <summary>
/// Stored histories of the processes, played again on every change of definition or engine: what running cases have lived through
/// must go the same way tomorrow. A history is never corrected to make a test pass: what it tells is in somebody's database.
/// </summary>
public sealed class StoredHistoryTests
{
    public static TheoryData<string> Files =>
    [
        .. Directory.GetDirectories(AppContext.BaseDirectory, "Histories", SearchOption.AllDirectories)
            .SelectMany(folder => Directory.GetFiles(folder, "*.json"))
            .Select(path => Path.GetRelativePath(AppContext.BaseDirectory, path)).Order(StringComparer.Ordinal),
    ];

    internal static string Folder => Path.Combine(AppContext.BaseDirectory, "Hiring", "Histories");

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_stored_history_goes_the_way_it_went(string name)
    {
        var stored = History.Read(Path.Combine(AppContext.BaseDirectory, name));
        stored.DifferenceFrom(await Replay.PlayAsync(stored, TestOffice.Workflows)).ShouldBeNull();
    }

    [Fact]
    public async Task A_definition_that_changes_the_way_is_told_by_line()
    {
        using var workflows = new WorkflowsFolder();
        workflows.Change("hiring/round.v1.json", "\"port\": \"Returned\"", "\"port\": \"Approved\"");
        var stored = History.Read(Path.Combine(Folder, "round-returned-then-approved.json"));
        var fault = await Should.ThrowAsync<Exception>(async () =>
            stored.DifferenceFrom(await Replay.PlayAsync(stored, workflows.Folder)).ShouldBeNull());
        fault.Message.ShouldContain("countersign");
    }
}
