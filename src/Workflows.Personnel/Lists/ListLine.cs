using Workflows.Policy.Semesters;

namespace Workflows.Personnel.Lists;

/// <summary>One person of a list: where to, why, what the person said of it, and what became of that.</summary>
public abstract class ListLine
{
    /// <summary>The line's id.</summary>
    public Guid Id { get; init; }

    /// <summary>The person on the roster.</summary>
    public Guid PersonId { get; init; }

    /// <summary>接收学校.</summary>
    public required string School { get; set; }

    /// <summary>The host school's stage, whose semester it is.</summary>
    public SchoolStage Stage { get; set; }

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

    /// <summary>Whether it stands on the list.</summary>
    public bool Stands => StruckReason.Length == 0;

    /// <summary>Whether an objection waits for HR.</summary>
    public bool IsUnhandled => Stands && Answer is TeacherAnswer.Objected && Handling.Length == 0;

    /// <summary>Whether somebody else goes elsewhere, or otherwise, than was said: then the person is asked anew.</summary>
    public void AskAnew() => (HeardUntil, Answer, AnsweredAt) = (null, TeacherAnswer.None, null);
}

/// <summary>What a teacher said of their line of a list.</summary>
public enum TeacherAnswer
{
    /// <summary>Nothing yet; who says nothing until the last day has been heard too.</summary>
    None,

    /// <summary>确认.</summary>
    Confirmed,

    /// <summary>有异议.</summary>
    Objected,
}
