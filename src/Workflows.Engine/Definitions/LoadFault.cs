namespace Workflows.Engine;

/// <summary>One thing that is wrong in a definition file.</summary>
/// <param name="File">The file, as its loader named it.</param>
/// <param name="ActivityId">The activity concerned; null if the fault lies outside the activities.</param>
/// <param name="JsonPath">The place in the file: <c>$.root.activities[2].mode</c>.</param>
/// <param name="What">What is wrong.</param>
/// <param name="Remedy">What would be right.</param>
public sealed record LoadFault(string File, string? ActivityId, string JsonPath, string What, string Remedy)
{
    /// <summary>The fault as one line: file, activity, path, what is wrong, what would be right.</summary>
    public override string ToString()
    {
        var activity = ActivityId is null ? "" : $" activity '{ActivityId}'";
        return $"{File}:{activity} at {JsonPath}: {What} {Remedy}";
    }
}

/// <summary>Definitions that cannot be run; the message holds one line for each fault.</summary>
public sealed class DefinitionFaultException(IReadOnlyList<LoadFault> faults) : Exception(string.Join(Environment.NewLine, faults))
{
    /// <summary>Every fault of every file.</summary>
    public IReadOnlyList<LoadFault> Faults { get; } = faults;
}
