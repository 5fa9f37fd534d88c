using Workflows.Policy.Secondment;
using Workflows.Policy.Semesters;

namespace Workflows.Personnel.Secondment;

/// <summary>One semester's list of who goes where (R11): heard, countersigned, decided, noticed, documented; it opens the placements.</summary>
public sealed class SecondmentPlan
{
    /// <summary>Its case, and so its key.</summary>
    public Guid CaseId { get; init; }

    /// <summary>The semester, <c>2026-2027-2</c>; only one plan of a semester runs or was carried through.</summary>
    public required string Semester { get; init; }

    /// <summary>The list.</summary>
    public List<PlanLine> Lines { get; init; } = [];

    /// <summary>The number of the document that carries the plan; empty until it is issued.</summary>
    public string DocumentNumber { get; set; } = "";

    /// <summary>When it was opened, UTC.</summary>
    public DateTimeOffset OpenedAt { get; init; }

    /// <summary>The last change of the list or of what was said of it, UTC: each one makes older pages stale.</summary>
    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>Raised by every change.</summary>
    public long Version { get; set; }

    /// <summary>The semester's name.</summary>
    public SemesterName Name => SemesterName.Parse(Semester) ?? throw new InvalidOperationException($"“{Semester}” is no semester.");
}

/// <summary>One person of a semester's list.</summary>
public sealed class PlanLine
{
    /// <summary>The line's id.</summary>
    public Guid Id { get; init; }

    /// <summary>The plan it belongs to.</summary>
    public Guid PlanId { get; init; }

    /// <summary>The person on the roster.</summary>
    public Guid PersonId { get; init; }

    /// <summary>接收学校.</summary>
    public required string School { get; set; }

    /// <summary>The host school's stage, whose semester it is.</summary>
    public SchoolStage Stage { get; set; }

    /// <summary>方式.</summary>
    public PlacementKind Kind { get; set; }

    /// <summary>Why this person, now, and this school, in Chinese: <c>最迟 2027-2028-2</c>; the person reads it.</summary>
    public string Reason { get; set; } = "";

    /// <summary>The last day on which the person can confirm or object, as their letter says; null until they were asked about the line as it is.</summary>
    public DateOnly? HeardUntil { get; set; }

    /// <summary>What the person said of it.</summary>
    public TeacherAnswer Answer { get; set; }

    /// <summary>The objection in the person's words; empty for none.</summary>
    public string Objection { get; set; } = "";

    /// <summary>When the person answered, UTC.</summary>
    public DateTimeOffset? AnsweredAt { get; set; }

    /// <summary>How the objection was handled, in HR's words; empty while it isn't.</summary>
    public string Handling { get; set; } = "";

    /// <summary>Why the line was struck off the list; empty while it stands.</summary>
    public string StruckReason { get; set; } = "";

    /// <summary>The placement that it opened; null until the plan is carried through.</summary>
    public Guid? PlacementId { get; set; }

    /// <summary>Whether it stands on the list.</summary>
    public bool Stands => StruckReason.Length == 0;

    /// <summary>Whether an objection waits for HR.</summary>
    public bool IsUnhandled => Stands && Answer is TeacherAnswer.Objected && Handling.Length == 0;

    /// <summary>Whether somebody else goes elsewhere, or otherwise, than was said: then the person is asked anew.</summary>
    public void AskAnew() => (HeardUntil, Answer, AnsweredAt) = (null, TeacherAnswer.None, null);
}

/// <summary>What a teacher said of their line in a plan.</summary>
public enum TeacherAnswer
{
    /// <summary>Nothing yet; who says nothing until the last day has been heard too.</summary>
    None,

    /// <summary>确认.</summary>
    Confirmed,

    /// <summary>有异议.</summary>
    Objected,
}
