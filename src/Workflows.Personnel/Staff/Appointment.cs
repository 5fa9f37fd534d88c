using System.Text.Json.Serialization;
using Workflows.Personnel.Hiring;
using Workflows.Personnel.Roster;

namespace Workflows.Personnel.Staff;

/// <summary>One person's move to a post grade (聘任), up or down, from the proposal to the record (R24: 能上能下). It is no employment contract (聘用).</summary>
public sealed class Appointment
{
    /// <summary>The person on the roster.</summary>
    public Guid PersonId { get; init; }

    /// <summary>Its case, and so its key.</summary>
    public Guid CaseId { get; init; }

    /// <summary>What HR proposes; it may be revised only while the case asks for it.</summary>
    public required AppointmentProposal Proposal { get; set; }

    /// <summary>The number of the appointment's document; empty until it is recorded.</summary>
    public string DocumentNumber { get; set; } = "";

    /// <summary>Raised by every change.</summary>
    public long Version { get; set; }
}

/// <summary>What HR proposes for one person.</summary>
public sealed record AppointmentProposal
{
    /// <summary>The post grade held now (专业技术岗位等级), 1 being the highest; null where none is held.</summary>
    public int? FromGrade { get; init; }

    /// <summary>The post grade to be held.</summary>
    public int ToGrade { get; init; }

    /// <summary>The first day of the new post.</summary>
    public DateOnly EffectiveOn { get; init; }

    /// <summary>Why, in words that the person will read.</summary>
    public required string Reason { get; init; }

    /// <summary>The competitive appointment (竞聘上岗) that led here; a move up needs one.</summary>
    public Competition? Competition { get; init; }

    /// <summary>The same as it is kept: without blanks around the words, and without a competition where the move is down.</summary>
    public AppointmentProposal Tidied() => this with
    {
        Reason = Reason.Trim(), Competition = Direction is AppointmentDirection.Down ? null : Competition,
    };

    /// <summary>Up, down, or a first appointment: it follows from the two grades.</summary>
    [JsonIgnore]
    public AppointmentDirection Direction => FromGrade is not { } from ? AppointmentDirection.Initial
        : ToGrade < from ? AppointmentDirection.Up : AppointmentDirection.Down;

    /// <summary>The level in the post structure (R25) of the new grade.</summary>
    [JsonIgnore]
    public PostLevel ToLevel => PostGrade.LevelOf(ToGrade) ?? throw new InvalidOperationException($"{ToGrade} is no post grade.");
}

/// <summary>The competitive appointment (事业单位人事管理条例 Art. 10): plan, announcement, review, assessment.</summary>
/// <param name="Plan">The number of the plan (竞聘方案).</param>
/// <param name="Announcement">The number or day of the announcement.</param>
/// <param name="Assessment">The result of the assessment, for example <c>民主测评与业绩考核 91.5 分，第 1 名</c>.</param>
public sealed record Competition(string Plan, string Announcement, string Assessment);

/// <summary>Where an appointment leads.</summary>
public enum AppointmentDirection
{
    /// <summary>首次聘任: no post grade was held.</summary>
    Initial,

    /// <summary>能上: to a higher grade.</summary>
    Up,

    /// <summary>能下: to a lower grade.</summary>
    Down,
}

/// <summary>One stretch of time in a post grade, the evidence of R24: half-open, as tenures are.</summary>
public sealed class PostHolding
{
    /// <summary>The holding's id.</summary>
    public Guid Id { get; init; }

    /// <summary>The person.</summary>
    public Guid PersonId { get; init; }

    /// <summary>The first day.</summary>
    public DateOnly From { get; init; }

    /// <summary>The first day on which the post is no longer held; null while it is.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>The post grade, 1 being the highest.</summary>
    public int Grade { get; init; }

    /// <summary>How it came about.</summary>
    public AppointmentDirection Direction { get; init; }

    /// <summary>The case of the appointment that gave it; unique, so that it is recorded once.</summary>
    public Guid CaseId { get; init; }

    /// <summary>The document's number.</summary>
    public string DocumentNumber { get; init; } = "";

    /// <summary>When this was recorded, UTC.</summary>
    public DateTimeOffset RecordedAt { get; init; }
}
