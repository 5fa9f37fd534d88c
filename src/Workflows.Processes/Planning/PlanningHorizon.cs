using Workflows.Personnel.Secondment;
using Workflows.Policy.Secondment;
using Workflows.Policy.Semesters;
using Workflows.Processes.Secondment;

namespace Workflows.Processes.Planning;

/// <summary>The semesters of a plan, and what the records say of each.</summary>
internal sealed class PlanningHorizon(Office office, SemesterName from, int count)
{
    /// <summary>Their number.</summary>
    public int Count => count;

    /// <summary>Their names.</summary>
    public IEnumerable<SemesterName> Names => Enumerable.Range(0, count).Select(from.After);

    /// <summary>The semester's place in the plan; below 0 for one before it.</summary>
    public int Place(SemesterName semester) => semester.Since(from);

    /// <summary>The place of a semester as records write it; null for one outside the plan.</summary>
    public int? PlaceWithin(string? written) =>
        SemesterName.Parse(written) is { } name && Place(name) is var place && place >= 0 && place < count ? place : null;

    /// <summary>The semester's days in a stage; null where no calendar knows the stage.</summary>
    public Semester? Days(int place, SchoolStage stage) => office.Semesters.Find(stage, from.After(place));

    /// <summary>The placement that keeps somebody away in a semester; null for none.</summary>
    public Placement? AwayBy(TeacherFinding teacher, int place) =>
        teacher.Placements.FirstOrDefault(one => Days(place, one.Stage) is { } days && one.IsDuring(days));

    /// <summary>R12 with everything served that is decided, and one semester more; null where it asks nothing or can't say.</summary>
    /// <param name="teacher">The teacher.</param>
    /// <param name="stage">The stage whose semesters count towards the deadline.</param>
    /// <param name="also">A semester to take as completed too; null for none.</param>
    public SecondmentDue? Due(TeacherFinding teacher, SchoolStage stage, int? also = null)
    {
        List<PlacementFact> stays = [.. teacher.Placements.Select(Served)];
        if (also is { } place && Days(place, stage) is { } days)
            stays.Add(new PlacementFact(days.First, days.Last, stage, PlacementKind.Secondment, IsCompleted: true));
        var asOf = stays.Where(stay => stay.IsCompleted).Select(stay => stay.Last).OfType<DateOnly>().Append(teacher.Finding.AsOf).Max();
        return SecondmentRule.Evaluate(
            teacher.Person.SecondmentAnchor, stage, stays, [.. teacher.Wishes.Select(wish => wish.Exemption).OfType<ExemptionFact>()],
            office.Semesters, office.Staff.Secondment, asOf).Due;
    }

    // Who is away or about to go will serve the semester, as far as anybody knows today.
    private PlacementFact Served(Placement placement) => placement.State is not (PlacementState.Planned or PlacementState.Running) ? placement.Fact
        : placement.Fact with { IsCompleted = true, Last = placement.Fact.Last ?? office.Semesters.OnOrAfter(placement.Stage, placement.From)?.Last };
}
