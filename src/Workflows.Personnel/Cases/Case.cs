namespace Workflows.Personnel.Cases;

/// <summary>One running of a process definition: a hiring round, one applicant's way through it, somebody's appointment or leaving. Its audit chain hangs on it.</summary>
public sealed class Case
{
    /// <summary>The case's id, ordered by time of opening.</summary>
    public Guid Id { get; init; }

    /// <summary>The definition it runs by, for example <c>hiring-round</c>; the version is pinned in <see cref="DefinitionVersion"/>.</summary>
    public required string DefinitionId { get; set; }

    /// <summary>The pinned version of the definition; 0 until the engine has started the case.</summary>
    public int DefinitionVersion { get; set; }

    /// <summary>Chinese title, for example <c>2026年第1轮 小学数学教研员</c>.</summary>
    public required string TitleZh { get; set; }

    /// <summary>English title.</summary>
    public required string TitleEn { get; set; }

    /// <summary>The round this case is about.</summary>
    public Guid? RoundId { get; init; }

    /// <summary>The application this case is about; null for the round's own case.</summary>
    public Guid? ApplicationId { get; init; }

    /// <summary>The person on the roster whom this case is about; null for hiring, where it is about applicants.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>Where it stands.</summary>
    public CaseStage Stage { get; set; }

    /// <summary>The id of the end it reached, for example <c>transferred</c>; null while it runs.</summary>
    public string? Ending { get; set; }

    /// <summary>The account that opened it.</summary>
    public Guid OpenedBy { get; init; }

    /// <summary>When it was opened, UTC.</summary>
    public DateTimeOffset OpenedAt { get; init; }

    /// <summary>When it ended, UTC.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>The engine's own record of where the tokens are, as JSON. Nobody but the engine reads it.</summary>
    public string? EngineState { get; set; }

    /// <summary>The next instant at which the case wants to be woken, UTC; null when it waits for people only.</summary>
    public DateTimeOffset? NextDueAt { get; set; }

    /// <summary>How many audit entries the case has.</summary>
    public int AuditLength { get; set; }

    /// <summary>The hash of the newest audit entry: the head of the case's chain (32 bytes), empty before the first.</summary>
    public byte[] AuditHead { get; set; } = [];

    /// <summary>Raised by every change, so that of two decisions at once one wins and the other looks again.</summary>
    public long Version { get; set; }
}

/// <summary>Where a case stands.</summary>
public enum CaseStage
{
    /// <summary>It runs.</summary>
    Running,

    /// <summary>It came to one of its ends.</summary>
    Ended,

    /// <summary>It was withdrawn or terminated, with a reason.</summary>
    Cancelled,
}
