using System.Collections.Immutable;
using Workflows.Personnel.Secondment;
using Workflows.Personnel.Staff;
using Workflows.Planning.Secondment;
using Workflows.Policy;
using Workflows.Policy.Secondment;
using Workflows.Policy.Semesters;
using Workflows.Processes.Secondment;

namespace Workflows.Processes.Planning;

/// <summary>A teacher as the planner needs to know them, from R12 and the records.</summary>
internal static class PlanningTeacher
{
    /// <summary>
    /// What people are called in a plan, in their order: the staff number, else name and birth date. Ids of the database are new with each import; what
    /// people call somebody isn't. Two may have one name and no number: the second one is told apart by the order.
    /// </summary>
    public static IReadOnlyList<string> Ids(IEnumerable<Person> people)
    {
        Dictionary<string, int> seen = [];
        return [.. people.Select(person => Id(person)).Select(id => (seen[id] = seen.GetValueOrDefault(id) + 1) is > 1 and var n ? $"{id}/{n}" : id)];
    }

    public static PlannedTeacher Of(string id, TeacherFinding teacher, PlanningHorizon horizon, PlanningSchools schools, SecondmentPolicy policy)
    {
        var due = teacher.Stage is { } stage ? horizon.Due(teacher, stage) : null;
        return new PlannedTeacher(id, teacher.Person.Name, teacher.Person.Subject)
        {
            Stage = teacher.Stage,
            LastFeasible = due is null ? null : horizon.Place(due.LastFeasible.Name),
            DueBy = due?.DueBy,
            LastFeasibleAt = due is null ? ImmutableDictionary<SchoolStage, int>.Empty : AtOtherStages(teacher, due, horizon, schools),
            NextDue = due is null ? [] : [.. Enumerable.Range(0, horizon.Count).Select(place => Next(teacher, place, horizon))],
            Unavailable = [.. Enumerable.Range(0, horizon.Count).Select(place => CannotGo(teacher, place, horizon)).OfType<Unavailable>()],
            PastHosts = due is null ? [] : PastHosts(teacher, due, schools),
            PastBurden = PastBurden(teacher, horizon, schools, policy),
            Wishes = [.. teacher.Wishes.Where(wish => wish.WishedSchool.Length > 0).OrderBy(wish => wish.Semester is null).ThenBy(wish => wish.Semester, StringComparer.Ordinal).SelectMany(Wishes)],
            Pins = [.. teacher.Wishes.Where(wish => wish.PinnedSchool.Length > 0).OrderBy(wish => wish.Semester, StringComparer.Ordinal).SelectMany(Pins)],
        };

        IEnumerable<Wish> Wishes(SecondmentWish wish) => wish.Semester is not null && horizon.PlaceWithin(wish.Semester) is null ? []
            : schools.Named(wish.WishedSchool, teacher.Stage).Select(host => new Wish(horizon.PlaceWithin(wish.Semester), host.Id));

        // What was decided for a semester and is under way already needs no decision any more.
        IEnumerable<Pin> Pins(SecondmentWish wish)
        {
            var place = horizon.PlaceWithin(wish.Semester);
            var isOver = wish.Semester is not null && (place is not { } at || horizon.AwayBy(teacher, at) is not null);
            return isOver ? [] : [new Pin(place, schools.Named(wish.PinnedSchool, teacher.Stage)[0].Id)];
        }
    }

    private static string Id(Person person) => person.StaffNumber ?? $"{person.Name}/{person.BirthDate:yyyy-MM-dd}";

    // The semesters of another stage may end after the due day.
    private static ImmutableDictionary<SchoolStage, int> AtOtherStages(TeacherFinding teacher, SecondmentDue due, PlanningHorizon horizon, PlanningSchools schools) =>
        schools.Hosts.Select(host => host.Stage).Distinct().Where(stage => stage != teacher.Stage)
            .Select(stage => (stage, Due: horizon.Due(teacher, stage)))
            .Where(one => one.Due is not null && one.Due.LastFeasible.Name != due.LastFeasible.Name)
            .ToImmutableDictionary(one => one.stage, one => horizon.Place(one.Due!.LastFeasible.Name));

    private static int Next(TeacherFinding teacher, int place, PlanningHorizon horizon) =>
        horizon.Due(teacher, teacher.Stage!.Value, also: place) is { } next ? horizon.Place(next.LastFeasible.Name) : horizon.Count;

    private static Unavailable? CannotGo(TeacherFinding teacher, int place, PlanningHorizon horizon)
    {
        if (teacher.ExemptIn(horizon.Names.ElementAt(place)) is { } reason)
            return new Unavailable(place, new Bilingual(reason, reason));
        return horizon.AwayBy(teacher, place) is { } placement
            ? new Unavailable(place, new Bilingual($"该学期已在{placement.School}", $"already at {placement.School} then")) : null;
    }

    private static ImmutableArray<string> PastHosts(TeacherFinding teacher, SecondmentDue due, PlanningSchools schools) =>
    [
        .. teacher.Placements.Where(one => one.State is not PlacementState.Planned && (one.Until is null || one.Until > due.CountedFrom.AddDays(1)))
            .SelectMany(one => schools.Named(one.School, one.Stage)).Select(host => host.Id).Distinct().Order(StringComparer.Ordinal),
    ];

    // Of two cycles: who went far long ago isn't spared forever.
    private static int PastBurden(TeacherFinding teacher, PlanningHorizon horizon, PlanningSchools schools, SecondmentPolicy policy) => teacher.Placements
        .Where(one => one.State is not PlacementState.Interrupted
            && horizon.Days(0, one.Stage) is { } first && one.From >= first.First.AddYears(-2 * policy.CycleYears))
        .Sum(one => schools.Find(one.School, one.Stage)?.Burden ?? 0);
}
