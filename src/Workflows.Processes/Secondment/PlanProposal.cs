using Workflows.Personnel.Secondment;
using Workflows.Policy.Secondment;
using Workflows.Policy.Semesters;

namespace Workflows.Processes.Secondment;

/// <summary>Whom a semester's list proposes by itself: everybody whose last feasible semester it is, or was (R12), overdue first.</summary>
public static class PlanProposal
{
    /// <summary>The proposed lines, with a school where one is pinned, wished for or free; HR goes on from there.</summary>
    /// <param name="situation">The semester, with no lines yet.</param>
    /// <param name="planId">The plan.</param>
    /// <param name="newId">Makes a line's id.</param>
    public static IReadOnlyList<PlanLine> Lines(PlanSituation situation, Guid planId, Func<Guid> newId)
    {
        List<PlanLine> lines = [];
        foreach (var teacher in Due(situation))
        {
            var host = Host(situation with { Lines = lines }, teacher);
            lines.Add(new PlanLine
            {
                Id = newId(), PlanId = planId, PersonId = teacher.Person.Id, School = host?.Name ?? "",
                Stage = host?.Stage ?? teacher.Stage ?? SchoolStage.Primary, Kind = PlacementKind.Secondment, Reason = PlanSituation.Reason(teacher).Zh,
            });
        }

        return lines;
    }

    /// <summary>Who is due in the semester at the latest and can be asked to go, the longest overdue first.</summary>
    public static IEnumerable<TeacherFinding> Due(PlanSituation situation) => situation.Teachers
        .Where(one => situation.IsDue(one) && one.ExemptIn(situation.Semester) is null && one.Ahead is null
            && !situation.OnOtherPlans.ContainsKey(one.Person.Id))
        .OrderBy(one => one.Finding.Due!.DueBy).ThenBy(one => one.Person.Name, StringComparer.Ordinal);

    // A decision goes before a wish, a wish before what is free and near; a stage of one's own before another.
    private static School? Host(PlanSituation situation, TeacherFinding teacher)
    {
        if (Named(teacher.PinIn(situation.Semester)) is { } pinned)
            return pinned;
        var free = situation.Schools.Where(school => IsFree(situation, school, teacher)).ToList();
        return (teacher.WishIn(situation.Semester) is { } wish ? free.Find(school => school.Name == wish) : null)
            ?? free.OrderBy(school => school.Stage != teacher.Stage).ThenBy(school => school.DistanceKilometres ?? decimal.MaxValue)
                .ThenBy(school => school.Name, StringComparer.Ordinal).FirstOrDefault();

        School? Named(string? name) => name is null ? null
            : situation.Schools.Where(school => school.Name == name).OrderBy(school => school.Stage != teacher.Stage).FirstOrDefault();
    }

    private static bool IsFree(PlanSituation situation, School school, TeacherFinding teacher) =>
        school.Places.FirstOrDefault(places => places.Subject == teacher.Person.Subject) is { } places
        && situation.TakenBy(school.Name, school.Stage, places.Subject) < places.Count
        && !PlanChecks.IsRepeat(teacher, school.Name);
}
