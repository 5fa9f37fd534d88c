namespace Workflows.Personnel.Cases;

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

    /// <summary>The school that is asked, where the role is <see cref="OfficeRole.School"/>: only its own accounts may decide. Null for all other roles.</summary>
    public string? School { get; init; }

    /// <summary>Whether it is asked now: its turn has come, and neither it nor the item is decided or withdrawn. The inbox is read by it.</summary>
    public bool IsOpen { get; set; } = true;

    /// <summary>Who alone may decide it: claimed it, was given it, or was added by name. Null: every holder of the role.</summary>
    public Guid? AssigneeId { get; set; }

    /// <summary>The part that is asked before this one; null when it waits for nobody.</summary>
    public Guid? WaitsFor { get; set; }

    /// <summary>The part that an added signer stands by (加签); null for a part that the definition asks for.</summary>
    public Guid? AddedTo { get; init; }

    /// <summary>The account that added this signer; null for a part that the definition asks for.</summary>
    public Guid? AddedBy { get; init; }

    /// <summary>Whether an added signer was removed again (减签). A part that the definition asks for never is.</summary>
    public bool IsRemoved { get; set; }

    /// <summary>Its weight in a weighted item; 1 in every other.</summary>
    public int Weight { get; init; } = 1;

    /// <summary>Whether its disapproval alone decides a weighted item.</summary>
    public bool HasVeto { get; init; }

    /// <summary>Whether its holder asked a colleague for advice and waits for it.</summary>
    public bool AwaitsAdvice { get; set; }

    /// <summary>The account that decided; null while nobody has.</summary>
    public Guid? DecidedBy { get; set; }

    /// <summary>For whom a deputy decided; null when the decider used a right of their own.</summary>
    public Guid? OnBehalfOf { get; set; }

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

    /// <summary>When the decider took the decision of a closed item back (拿回), UTC; the item is then asked anew.</summary>
    public DateTimeOffset? TakenBackAt { get; set; }

    /// <summary>Whether an answer is still missing.</summary>
    public bool IsPending => Outcome is null && !IsRemoved;
}
