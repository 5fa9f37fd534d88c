using Workflows.Policy.Secondment;
using Workflows.Policy.Semesters;

namespace Workflows.Personnel.Secondment;

/// <summary>意愿与限制: what a person wishes, or is bound to, or is exempt from, in one semester or in all.</summary>
public sealed class SecondmentWish
{
    /// <summary>The entry's id.</summary>
    public Guid Id { get; init; }

    /// <summary>The person on the roster.</summary>
    public Guid PersonId { get; init; }

    /// <summary>The semester, <c>2026-2027-2</c>; null for every semester while the entry stands.</summary>
    public string? Semester { get; init; }

    /// <summary>意愿学校: where the person would like to go; empty for no wish.</summary>
    public string WishedSchool { get; set; } = "";

    /// <summary>豁免原因: why the person isn't asked to go; empty where there is no exemption.</summary>
    public string ExemptionReason { get; set; } = "";

    /// <summary>固定学校: where the person is to go, by decision; empty where that is open.</summary>
    public string PinnedSchool { get; set; } = "";

    /// <summary>When this was recorded, UTC.</summary>
    public DateTimeOffset RecordedAt { get; init; }

    /// <summary>Raised by every change.</summary>
    public long Version { get; set; }

    /// <summary>The exemption, for the rule; null where there is none.</summary>
    public ExemptionFact? Exemption => ExemptionReason.Length > 0 ? new ExemptionFact(SemesterName.Parse(Semester), ExemptionReason) : null;
}
