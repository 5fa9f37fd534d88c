namespace Workflows.Personnel.Staff;

/// <summary>One person's leaving (能出, R24): by transfer, retirement, resignation or dismissal, from the opening to the last day.</summary>
public sealed class Exit
{
    /// <summary>The person on the roster.</summary>
    public Guid PersonId { get; init; }

    /// <summary>Its case, and so its key.</summary>
    public Guid CaseId { get; init; }

    /// <summary>What HR proposes; it may be revised only while the case asks for it.</summary>
    public required ExitProposal Proposal { get; set; }

    /// <summary>The checklist of the handover; empty until HR has gone through it.</summary>
    public IReadOnlyList<HandoverLine> Handover { get; set; } = [];

    /// <summary>The number of the document by which the person leaves; empty until it is recorded.</summary>
    public string DocumentNumber { get; set; } = "";

    /// <summary>Raised by every change.</summary>
    public long Version { get; set; }
}

/// <summary>What HR proposes for one person's leaving.</summary>
public sealed record ExitProposal
{
    /// <summary>How the person leaves.</summary>
    public ExitKind Kind { get; init; }

    /// <summary>The last day at the college; it still counts.</summary>
    public DateOnly LastDay { get; init; }

    /// <summary>Why, in words that the person will read.</summary>
    public required string Reason { get; init; }

    /// <summary>The paper it rests on: 商调函, 退休审批表, 书面辞职申请, 事实认定材料.</summary>
    public required string Ground { get; init; }

    /// <summary>Where the person goes, for a transfer; empty otherwise.</summary>
    public string Destination { get; init; } = "";

    /// <summary>The day on which the written notice of resignation was given; null for the other kinds.</summary>
    public DateOnly? NoticeGivenOn { get; init; }

    /// <summary>What was agreed instead of the period of notice, in words; empty where nothing was.</summary>
    public string Agreement { get; init; } = "";
}

/// <summary>How somebody leaves.</summary>
public enum ExitKind
{
    /// <summary>调出.</summary>
    TransferOut,

    /// <summary>退休.</summary>
    Retirement,

    /// <summary>辞职.</summary>
    Resignation,

    /// <summary>辞退、解聘: against the person's will, so it needs a hearing and a collective decision.</summary>
    Dismissal,
}

/// <summary>One point of the handover.</summary>
/// <param name="Point">What is handed over.</param>
/// <param name="IsDone">Done; false means that it doesn't apply, and the note says why.</param>
/// <param name="Note">To whom, or why it doesn't apply.</param>
public sealed record HandoverLine(HandoverPoint Point, bool IsDone, string Note);

/// <summary>What is handed over before somebody leaves (离岗交接).</summary>
public enum HandoverPoint
{
    /// <summary>教学与教研资料.</summary>
    Work,

    /// <summary>公物、设备和钥匙.</summary>
    Property,

    /// <summary>借款与财务.</summary>
    Money,

    /// <summary>印章、涉密和学生个人信息.</summary>
    Secrets,

    /// <summary>人事档案与社保关系.</summary>
    Archive,

    /// <summary>信息系统账户.</summary>
    Accounts,
}

/// <summary>A change of status with the day from which it holds: what was true when.</summary>
public sealed class StatusChange
{
    /// <summary>The change's id.</summary>
    public Guid Id { get; init; }

    /// <summary>The person.</summary>
    public Guid PersonId { get; init; }

    /// <summary>The first day of the new status.</summary>
    public DateOnly From { get; init; }

    /// <summary>The new status.</summary>
    public StaffStatus Status { get; init; }

    /// <summary>The status before.</summary>
    public StaffStatus Before { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>The document's number.</summary>
    public string DocumentNumber { get; init; } = "";

    /// <summary>The case that made it; null for one that was imported.</summary>
    public Guid? CaseId { get; init; }

    /// <summary>When this was recorded, UTC.</summary>
    public DateTimeOffset RecordedAt { get; init; }

    /// <summary>When it was found to be wrong, UTC; null while it stands.</summary>
    public DateTimeOffset? RetractedAt { get; set; }
}
