using Microsoft.Extensions.DependencyInjection;
using Workflows.Engine;
using Workflows.Testing;
using Workflows.Testing.Offices;

namespace Workflows.Processes.Tests;

/// <summary>A copy of the office's own workflows folder, in which a test breaks one thing.</summary>
internal sealed class WorkflowsFolder : IDisposable
{
    public WorkflowsFolder() => TestOffice.CopyWorkflows(Folder);

    public static StepCatalogue Steps { get; } = StepsOfTheOffice();

    public string Folder { get; } = ScratchFolder.NameFor("workflows");

    public WorkflowsFolder Change(string file, string from, string to)
    {
        var path = Path.Combine(Folder, file);
        var text = File.ReadAllText(path);
        text.ShouldContain(from);
        var at = text.IndexOf(from, StringComparison.Ordinal);
        File.WriteAllText(path, string.Concat(text.AsSpan(0, at), to, text.AsSpan(at + from.Length)));
        return this;
    }

    public WorkflowsFolder Remove(string file)
    {
        File.Delete(Path.Combine(Folder, file));
        return this;
    }

    public Office Load() => OfficeFiles.Open(Folder, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai")).Office;

    public DefinitionLoad Definitions() => OfficeFiles.Definitions(Folder, Steps);

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static StepCatalogue StepsOfTheOffice()
    {
        using var services = new ServiceCollection().AddOfficeSteps()
            .AddEmbeddedEngine(_ => throw new InvalidOperationException("The definitions are read by the tests.")).BuildServiceProvider();
        return services.GetRequiredService<StepCatalogue>();
    }
}
