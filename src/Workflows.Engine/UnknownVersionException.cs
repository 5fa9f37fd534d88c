namespace Workflows.Engine;

/// <summary>
/// A case follows a version of its definition that isn't loaded here: while a newer program works beside this one, one that only the newer knows.
/// Nothing was changed; whoever knows the version can carry the case on.
/// </summary>
/// <param name="caseId">The case.</param>
/// <param name="definitionId">Its definition.</param>
/// <param name="version">The version that it follows.</param>
public sealed class UnknownVersionException(Guid caseId, string definitionId, int version)
    : Exception($"Case {caseId} follows '{definitionId}' {version}, which is not loaded: keep the files of versions that cases follow.")
{
    /// <summary>The case.</summary>
    public Guid CaseId { get; } = caseId;

    /// <summary>Its definition.</summary>
    public string DefinitionId { get; } = definitionId;

    /// <summary>The version that it follows.</summary>
    public int Version { get; } = version;
}
