using Workflows.Planning.Secondment;
using Workflows.Policy;
using Workflows.Policy.Semesters;

namespace Workflows.Processes.Planning;

/// <summary>A problem made from the records, and whom it leaves out.</summary>
/// <param name="Problem">The problem; people go by their staff number, schools by name and stage.</param>
/// <param name="Undecided">Teachers of whom R12 can't say by when they must go.</param>
/// <param name="People">The people on the roster, by the id that the problem knows them by.</param>
public sealed record SecondmentDraft(SecondmentProblem Problem, IReadOnlyList<UndecidedTeacher> Undecided, IReadOnlyDictionary<string, Guid> People)
{
    /// <summary>The same with what somebody holds fast: whoever is named goes in that semester to that school. Pins of nobody, or nowhere, are left out.</summary>
    public SecondmentDraft Pinned(IEnumerable<PlanPin> pins)
    {
        var fast = pins.Where(pin => Problem.Semesters.Contains(pin.Semester) && Problem.Hosts.Any(host => host.Id == pin.HostId)).ToLookup(pin => pin.PersonId);
        return this with
        {
            Problem = Problem with
            {
                Teachers =
                [
                    .. Problem.Teachers.Select(teacher => teacher with
                    {
                        Pins = [.. teacher.Pins, .. fast[People[teacher.Id]].Select(pin => new Pin(Problem.Semesters.IndexOf(pin.Semester), pin.HostId))],
                    }),
                ],
            },
        };
    }
}

/// <summary>What somebody holds fast before a plan is made anew.</summary>
/// <param name="PersonId">The teacher on the roster.</param>
/// <param name="Semester">The semester.</param>
/// <param name="HostId">The school, by the problem's id.</param>
public sealed record PlanPin(Guid PersonId, SemesterName Semester, string HostId)
{
    /// <summary>Understands <c>person@2026-2027-1@school</c>; null for anything else.</summary>
    public static PlanPin? Read(string written) => written.Split('@', 3) is [var person, var semester, var host]
        && Guid.TryParse(person, out var id) && SemesterName.Parse(semester) is { } name ? new PlanPin(id, name, host) : null;

    /// <summary>As <see cref="Read"/> understands it.</summary>
    public override string ToString() => $"{PersonId}@{Semester}@{HostId}";
}

/// <summary>A teacher who can't be planned before something is known.</summary>
/// <param name="Name">The name.</param>
/// <param name="Why">What isn't known.</param>
public sealed record UndecidedTeacher(string Name, Bilingual Why);
