using System.Collections.Immutable;
using Workflows.Personnel.Secondment;
using Workflows.Planning.Secondment;
using Workflows.Policy.Semesters;
using Workflows.Processes.Secondment;

namespace Workflows.Processes.Planning;

/// <summary>The schools of a plan: those on the list, and those that only a decision names.</summary>
internal sealed class PlanningSchools
{
    private readonly Dictionary<(string Name, SchoolStage Stage), HostSchool> hosts = [];

    public PlanningSchools(IReadOnlyList<School> schools, IReadOnlyList<TeacherFinding> teachers, PlanningHorizon horizon)
    {
        // A distance that nobody knows isn't a short one.
        var farthest = schools.Max(school => school.DistanceKilometres) ?? 0;
        foreach (var school in schools.Where(school => horizon.Days(0, school.Stage) is not null))
        {
            hosts[(school.Name, school.Stage)] = new HostSchool(
                Id(school.Name, school.Stage), school.Name, school.Stage, (int)decimal.Round(school.DistanceKilometres ?? farthest), IsRural(school.Township))
            {
                Places = Places(school),
                Taken = [.. Taken(school, teachers, horizon)],
            };
        }

        // A decision may name a school that isn't on the list.
        foreach (var teacher in teachers)
        {
            foreach (var name in teacher.Wishes.Select(wish => wish.PinnedSchool).Where(name => name.Length > 0 && Named(name, teacher.Stage).Count == 0))
            {
                var stage = teacher.Stage ?? SchoolStage.Primary;
                hosts[(name, stage)] = new HostSchool(Id(name, stage), name, stage, (int)decimal.Round(farthest), IsRural: false);
            }
        }

        Hosts = [.. hosts.Values.OrderBy(host => host.Id, StringComparer.Ordinal)];
    }

    /// <summary>The schools.</summary>
    public ImmutableArray<HostSchool> Hosts { get; }

    /// <summary>The school of a stage; null where it isn't known.</summary>
    public HostSchool? Find(string name, SchoolStage stage) => hosts.GetValueOrDefault((name, stage));

    /// <summary>The schools of a name, that of the teacher's own stage first.</summary>
    public IReadOnlyList<HostSchool> Named(string name, SchoolStage? own) =>
        [.. hosts.Values.Where(host => host.Name == name).OrderBy(host => host.Stage != own).ThenBy(host => host.Stage)];

    /// <summary>What a school is called in a plan.</summary>
    public static string Id(string name, SchoolStage stage) => $"{name}/{stage.Word()}";

    /// <summary>The places on record for each subject.</summary>
    public static ImmutableDictionary<string, int> Places(School school) =>
        school.Places.GroupBy(places => places.Subject).ToImmutableDictionary(group => group.Key, group => group.Sum(places => places.Count));

    /// <summary>Whether a township is in the country: 镇 and 乡 are, 街道 is the town.</summary>
    public static bool IsRural(string township) => township.EndsWith('镇') || township.EndsWith('乡');

    private static IEnumerable<TakenPlaces> Taken(School school, IReadOnlyList<TeacherFinding> teachers, PlanningHorizon horizon) =>
        from place in Enumerable.Range(0, horizon.Count)
        from teacher in teachers
        where horizon.AwayBy(teacher, place) is { } placement && placement.School == school.Name && placement.Stage == school.Stage
        group teacher by (teacher.Person.Subject, place) into taken
        select new TakenPlaces(taken.Key.Subject, taken.Key.place, taken.Count());
}
