namespace Workflows.Engine;

/// <summary>What somebody wants of a case.</summary>
internal abstract record Wish(Guid CaseId)
{
    public sealed record Start(Guid CaseId, string DefinitionId) : Wish(CaseId);

    public sealed record Signal(Guid CaseId, string WaitId, string Outcome, Guid OperationId) : Wish(CaseId);

    public sealed record Cancel(Guid CaseId, string Reason, Guid OperationId) : Wish(CaseId);

    public sealed record Migrate(Guid CaseId, int ToVersion, Guid OperationId) : Wish(CaseId);

    public sealed record Due(Guid CaseId) : Wish(CaseId);
}
