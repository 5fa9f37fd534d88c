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

    /// <summary>What must be stated with a decision that moves the case on: <c>minutes</c>, <c>documentNumber</c>, <c>comment</c>.</summary>
    public IReadOnlyList<string> Requires { get; init; } = [];

    /// <summary>The approving weight that carries a weighted item (票签); null for the other rules.</summary>
    public int? Threshold { get; init; }

    /// <summary>Whether its decision is the last word on the matter, so that it takes a fresh login.</summary>
    public bool IsFinal { get; init; }

    /// <summary>Whether several such items may be decided in one go.</summary>
    public bool AllowsBulk { get; init; }

    /// <summary>Whether the decision that led here may be taken back (拿回) while nobody has acted on this item.</summary>
    public bool GivesWay { get; init; }

    /// <summary>Whether a decider must have signed the kinship declaration of the round, or of the case about a person, first (2005 provisions, Art. 27).</summary>
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

    /// <summary>The last change by anybody, UTC: each one makes older pages stale.</summary>
    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>The last time somebody urged (催办), UTC; null when nobody has.</summary>
    public DateTimeOffset? UrgedAt { get; set; }

    /// <summary>The account that urged last.</summary>
    public Guid? UrgedBy { get; set; }

    /// <summary>What was said when urging; may be empty.</summary>
    public string UrgeWords { get; set; } = "";

    /// <summary>Raised by every change; a decision names the revision it saw.</summary>
    public long Revision { get; set; } = 1;

    /// <summary>One part for each role that is asked, and for each signer who was added.</summary>
    public List<WorkItemPart> Parts { get; init; } = [];

    /// <summary>Whether the first outcome approves and every other one turns down or sends back: only then can signers be added.</summary>
    public bool IsApproval => Outcomes.Skip(1).All(Cases.Outcomes.NeedsReason);

    /// <summary>How far it has come, as far as the item itself can tell: a decided one counts as moved on until <see cref="ItemState.Decided"/> is proved.</summary>
    public ItemState State => Stage switch
    {
        WorkItemStage.Withdrawn => ItemState.Withdrawn,
        WorkItemStage.Decided => ItemState.MovedOn,
        _ => Parts.Exists(part => part.Outcome is not null) ? ItemState.Partial : ItemState.Untouched,
    };

    /// <summary>Whether nobody has done anything about it yet: neither decided, nor claimed or handed on.</summary>
    public bool IsUntouched => Stage is WorkItemStage.Open && Parts.TrueForAll(part => part is { Outcome: null, AssigneeId: null, AddedTo: null, AwaitsAdvice: false });

    /// <summary>Opens the parts whose turn it is, and closes the others.</summary>
    public void Settle()
    {
        foreach (var part in Parts)
            part.IsOpen = Stage is WorkItemStage.Open && part.IsPending && !Parts.Exists(other => other.Id == part.WaitsFor && other.IsPending);
    }

    /// <summary>Ends the waiting: nobody is asked any more.</summary>
    /// <param name="stage">Decided or withdrawn.</param>
    /// <param name="at">When, UTC.</param>
    public void Close(WorkItemStage stage, DateTimeOffset at)
    {
        Stage = stage;
        ClosedAt = at;
        Settle();
    }
}
