using Workflows.Storage.Backup;
using Workflows.Testing;

namespace Workflows.EndToEnd;

/// <summary>
/// The folder of a demo office that was founded on its first day and stopped again, for stories to open a copy of: to found it takes half of a first
/// start, once for all of them is enough.
/// </summary>
public sealed class FoundedOffice : IAsyncDisposable
{
    /// <summary>The day on which it was founded, a Monday.</summary>
    public const string Day = "2026-08-03";

    private readonly string folder = ScratchFolder.NameFor("founded");
    private readonly Lazy<Task> founding;

    public FoundedOffice() => founding = new(FoundAsync);

    /// <summary>Copies it into a folder.</summary>
    public async Task CopyAsync(string to)
    {
        await founding.Value;
        FolderCopy.Write(folder, to);
    }

    public ValueTask DisposeAsync()
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task FoundAsync()
    {
        await using var office = await OfficeProcess.DemoAsync(folder, null, "--as-of", Day);
        (await office.StopAsync(CancellationToken.None)).ShouldBe(0, office.Output);
    }
}
