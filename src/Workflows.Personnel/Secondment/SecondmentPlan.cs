using Workflows.Personnel.Lists;
using Workflows.Policy.Secondment;
using Workflows.Policy.Semesters;

namespace Workflows.Personnel.Secondment;

/// <summary>One semester's list of who goes where (R11): heard, countersigned, decided, noticed, documented; it opens the placements.</summary>
public sealed class SecondmentPlan : PeopleList
{
    /// <summary>The semester, <c>2026-2027-2</c>; only one plan of a semester runs or was carried through.</summary>
    public required string Semester { get; init; }

    /// <summary>The list.</summary>
    public List<PlanLine> Lines { get; init; } = [];

    /// <inheritdoc />
    public override IReadOnlyList<ListLine> Everybody => Lines;

    /// <summary>The semester's name.</summary>
    public SemesterName Name => SemesterName.Parse(Semester) ?? throw new InvalidOperationException($"“{Semester}” is no semester.");
}

/// <summary>One person of a semester's list.</summary>
public sealed class PlanLine : ListLine
{
    /// <summary>The plan it belongs to.</summary>
    public Guid PlanId { get; init; }

    /// <summary>方式.</summary>
    public PlacementKind Kind { get; set; }

    /// <summary>The placement that it opened; null until the plan is carried through.</summary>
    public Guid? PlacementId { get; set; }
}
