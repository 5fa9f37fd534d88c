namespace Workflows.Personnel.Cases;

/// <summary>Something a person is asked to decide or do in a case. The engine waits for its outcome; everything human about it lives here.</summary>
public sealed class WorkItem
{
    /// <summary>The item's id, ordered by time of asking.</summary>
    public Guid Id { get; init; }

    /// <summary>The case it belongs to.</summary>
    public Guid CaseId { get; init; }

    /// <summary>The case it belongs to.</summary>
    public Case Case { get; init; } = null!;

    /// <summary>The engine's wait that its outcome resolves: activity and visit, for example <c>countersign#1</c>. Unique in the case.</summary>
    public required string WaitId { get; init; }

    /// <summary>What the page shows and what it takes to decide: see <see cref="WorkItemForm"/>.</summary>
    public WorkItemForm Form { get; init; }

    /// <summary>Chinese title, for example <c>会签编制与岗位</c>.</summary>
    public required string TitleZh { get; init; }

    /// <summary>English title.</summary>
    public required string TitleEn { get; init; }

    /// <summary>How the parts make an outcome.</summary>
    public ItemRule Rule { get; init; }

    /// <summary>The outcomes to choose from, in the order of the buttons; the first is the approving one.</summary>
    public required IReadOnlyList<string> Outcomes { get; init; }

    /// <summary>What must be stated with a decision that moves the case on: <c>minutes</c>, <c>documentNumber</c>.</summary>
    public IReadOnlyList<string> Requires { get; init; } = [];

    /// <summary>Whether a decider must have signed the round's kinship declaration first (2005 provisions, Art. 27).</summary>
    public bool NeedsDeclaration { get; init; }

    /// <summary>Whether it is open, decided or withdrawn.</summary>
    public WorkItemStage Stage { get; set; }

    /// <summary>The outcome, once decided.</summary>
    public string? Outcome { get; set; }

    /// <summary>When it was asked, UTC.</summary>
    public DateTimeOffset AskedAt { get; init; }

    /// <summary>The day by which it should be decided; null when there is none.</summary>
    public DateOnly? DueOn { get; set; }

    /// <summary>When it was decided or withdrawn, UTC.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>Raised by every change; a decision names the revision it saw.</summary>
    public long Revision { get; set; } = 1;

    /// <summary>One part for each role that is asked.</summary>
    public List<WorkItemPart> Parts { get; init; } = [];

    /// <summary>Ends the waiting: nobody is asked any more.</summary>
    /// <param name="stage">Decided or withdrawn.</param>
    /// <param name="at">When, UTC.</param>
    public void Close(WorkItemStage stage, DateTimeOffset at)
    {
        Stage = stage;
        ClosedAt = at;
        foreach (var part in Parts)
            part.IsOpen = false;
    }
}

/// <summary>One role's share in a work item, and what its holder decided.</summary>
public sealed class WorkItemPart
{
    /// <summary>The part's id.</summary>
    public Guid Id { get; init; }

    /// <summary>The item it belongs to.</summary>
    public Guid WorkItemId { get; init; }

    /// <summary>The item it belongs to.</summary>
    public WorkItem WorkItem { get; init; } = null!;

    /// <summary>Whose holders may decide it.</summary>
    public OfficeRole Role { get; init; }

    /// <summary>Whether it still waits for an answer: false once it, or the whole item, is decided or withdrawn. The inbox is read by it.</summary>
    public bool IsOpen { get; set; } = true;

    /// <summary>The account that decided; null while nobody has.</summary>
    public Guid? DecidedBy { get; set; }

    /// <summary>What that account decided.</summary>
    public string? Outcome { get; set; }

    /// <summary>The reason or remark in the decider's words.</summary>
    public string Comment { get; set; } = "";

    /// <summary>The number or date of the meeting's minutes, where a collective decision (集体研究) asks for it.</summary>
    public string? Minutes { get; set; }

    /// <summary>The number of the document that carries the decision.</summary>
    public string? DocumentNumber { get; set; }

    /// <summary>When it was decided, UTC.</summary>
    public DateTimeOffset? DecidedAt { get; set; }
}

/// <summary>What a work item shows and asks for.</summary>
public enum WorkItemForm
{
    /// <summary>A plain decision: an outcome and a comment.</summary>
    Decision,

    /// <summary>HR corrects the round's plan and hands it in again.</summary>
    RevisePlan,

    /// <summary>HR publishes the announcement: from then on the plan is locked.</summary>
    Announcement,

    /// <summary>Leadership confirms the age reading (R06) once for the whole round.</summary>
    AgeReading,

    /// <summary>HR confirms or refuses one applicant's qualification.</summary>
    Qualification,

    /// <summary>HR closes the qualification review of the whole round.</summary>
    QualificationResults,

    /// <summary>HR enters the scores.</summary>
    Scores,

    /// <summary>HR goes through the background review's checklist.</summary>
    BackgroundReview,

    /// <summary>HR records the medical check's result.</summary>
    MedicalCheck,
}

/// <summary>How the parts of an item make its outcome.</summary>
public enum ItemRule
{
    /// <summary>或签: the first answer decides.</summary>
    Any,

    /// <summary>会签: everybody must approve; the first answer that isn't an approval decides.</summary>
    All,
}

/// <summary>Whether an item still waits for an answer.</summary>
public enum WorkItemStage
{
    /// <summary>It waits.</summary>
    Open,

    /// <summary>It has its outcome.</summary>
    Decided,

    /// <summary>Its case ended or moved on without it.</summary>
    Withdrawn,
}
