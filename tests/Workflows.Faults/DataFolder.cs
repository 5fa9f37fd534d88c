using Workflows.Testing;

namespace Workflows.Faults;

/// <summary>The worker's data folder, gone after the test.</summary>
internal sealed class DataFolder : IDisposable
{
    public string Path { get; } = Directory.CreateDirectory(ScratchFolder.NameFor("faults")).FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
