using System.Collections.Immutable;
using Workflows.Planning.Rotation;
using Workflows.Planning.Secondment;
using Workflows.Policy;
using Workflows.Policy.Semesters;

namespace Workflows.Processes.Planning;

/// <summary>A rotation's problem made from the records, and what it leaves out.</summary>
/// <param name="Problem">The problem; people go by their staff number, schools by name and stage.</param>
/// <param name="People">The people on the roster, by the id that the problem knows them by.</param>
/// <param name="NotAsked">Teachers who can't be asked in any of its rounds, with what stands against the first.</param>
/// <param name="Missing">What isn't recorded, so that the plan can't say it.</param>
public sealed record RotationDraft(
    RotationProblem Problem, IReadOnlyDictionary<string, Guid> People, ImmutableArray<UndecidedTeacher> NotAsked, ImmutableArray<Bilingual> Missing)
{
    /// <summary>The draft of semesters without any round.</summary>
    public static RotationDraft Without(IEnumerable<SemesterName> semesters, Bilingual why) =>
        new(new RotationProblem([.. semesters], [], [], [], []) { FreePlaces = [] }, new Dictionary<string, Guid>(), [], [why]);

    /// <summary>The same with what somebody holds fast: whoever is named moves in that round to that school. Pins of nobody, or nowhere, are left out.</summary>
    public RotationDraft Pinned(IEnumerable<PlanPin> pins)
    {
        var fast = pins.Select(pin => (pin.PersonId, Pin: new Pin(Problem.Semesters.IndexOf(pin.Semester), pin.HostId)))
            .Where(one => Problem.Rounds.Contains(one.Pin.Semester!.Value) && Problem.Hosts.Any(host => host.Id == one.Pin.HostId)).ToLookup(one => one.PersonId, one => one.Pin);
        return this with
        {
            Problem = Problem with { Teachers = [.. Problem.Teachers.Select(teacher => teacher with { Pins = [.. teacher.Pins, .. fast[People[teacher.Id]]] })] },
        };
    }
}
