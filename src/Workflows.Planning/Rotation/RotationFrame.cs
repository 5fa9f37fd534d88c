using Workflows.Planning.Secondment;

namespace Workflows.Planning.Rotation;

/// <summary>People of a subject and level who come by a round.</summary>
/// <param name="Semester">The round's semester.</param>
/// <param name="Subject">The subject.</param>
/// <param name="Level">The level.</param>
internal readonly record struct Newcomer(int Semester, string Subject, NewcomerLevel Level);

/// <summary>Who moves and how many come: a plan, as the search knows it.</summary>
/// <param name="Moves">The moves.</param>
/// <param name="Newcomers">Those who come, with how many, none of them 0.</param>
internal sealed record Rotated(IReadOnlyList<Option> Moves, IReadOnlyList<(Newcomer Who, int Count)> Newcomers);

/// <summary>A problem in an order of its own, so that the order of the input never shows, with what could be done in it.</summary>
internal sealed class RotationFrame
{
    private readonly Dictionary<string, RotatingSubject> subjects;

    public RotationFrame(RotationProblem problem)
    {
        Problem = problem;
        subjects = problem.Subjects.ToDictionary(one => one.Name);
        Hosts = [.. problem.Hosts.OrderBy(host => host.Id, StringComparer.Ordinal)];
        Teachers = [.. problem.Teachers.OrderBy(teacher => teacher.Id, StringComparer.Ordinal)];
        Costs = new RotationCosts(this);
        var decided = Teachers.Count(teacher => teacher.Pins.Any(pin => pin.Semester is not null)) + problem.Approved.Length;
        MostNewcomers = decided + problem.Renewal.Select(end => Math.Max(0, Math.Max(end.Lowest, end.Highest) - end.Entrants)).DefaultIfEmpty(0).Max();
        Moves = [.. Enumerable.Range(0, Teachers.Count).SelectMany(Options)];
        Newcomers =
        [
            .. from semester in problem.Rounds
               from subject in problem.Subjects.Select(one => one.Name).Order(StringComparer.Ordinal)
               from level in Levels
               select new Newcomer(semester, subject, level),
        ];
    }

    public RotationProblem Problem { get; }

    public IReadOnlyList<RotatingTeacher> Teachers { get; }

    public IReadOnlyList<HostSchool> Hosts { get; }

    public RotationCosts Costs { get; }

    /// <summary>Every move that can be thought of.</summary>
    public IReadOnlyList<Option> Moves { get; }

    /// <summary>Everybody who could come.</summary>
    public IReadOnlyList<Newcomer> Newcomers { get; }

    /// <summary>No plan needs more people to come, in all rounds together.</summary>
    public int MostNewcomers { get; }

    public RotatingSubject Subject(string name) => subjects[name];

    /// <summary>The round that takes effect with a semester.</summary>
    public int Round(int semester) => Problem.Rounds.IndexOf(semester);

    // Nobody comes to a senior post whose number isn't on record.
    private NewcomerLevel[] Levels => Problem.FreeSeniorPosts.IsEmpty ? [NewcomerLevel.Intermediate] : [NewcomerLevel.Intermediate, NewcomerLevel.Senior];

    private IEnumerable<Option> Options(int index)
    {
        var teacher = Teachers[index];
        foreach (var semester in Problem.Rounds)
        {
            if (teacher.Unavailable.Any(one => one.Semester == semester) && !teacher.Pins.Any(pin => pin.Semester == semester))
                continue;
            foreach (var host in Schools(index, semester))
                yield return new Option(index, semester, host);
        }
    }

    // At most so many move, and each finds a place at one of the cheapest schools that have as many places together: the others can't make a plan cheaper.
    private IEnumerable<int> Schools(int index, int semester)
    {
        var (teacher, room) = (Teachers[index], 0);
        var approved = Problem.Approved.Where(line => line.TeacherId == teacher.Id).Select(line => line.HostId).ToHashSet();
        foreach (var host in Enumerable.Range(0, Hosts.Count).OrderBy(host => Costs.Price(new Option(index, semester, host))).ThenBy(host => host))
        {
            var places = Hosts[host].FreePlaces(teacher.Subject, semester);
            if (IsDecided(Hosts[host].Id) || (places > 0 && (room < MostNewcomers || approved.Contains(Hosts[host].Id))))
                yield return host;
            room += places;
        }

        bool IsDecided(string host) => teacher.Pins.Any(pin => pin.Sends(semester, host));
    }
}
