using Workflows.Personnel.Secondment;
using Workflows.Personnel.Staff;
using Workflows.Policy.Secondment;
using Workflows.Policy.Semesters;

namespace Workflows.Processes.Secondment;

/// <summary>What R12 says of one full-time teacher, with the records that it was computed from.</summary>
/// <param name="Person">The teacher.</param>
/// <param name="Stage">The stage whose semesters count towards the deadline; null where the roster's word is no stage.</param>
/// <param name="Finding">R12 as of the day.</param>
/// <param name="Placements">The placements that stand, oldest first, those to come included.</param>
/// <param name="Wishes">Wishes, exemptions and pins.</param>
public sealed record TeacherFinding(
    Person Person, SchoolStage? Stage, SecondmentFinding Finding, IReadOnlyList<Placement> Placements, IReadOnlyList<SecondmentWish> Wishes)
{
    /// <summary>The placement that runs, or is decided and not begun; null for none.</summary>
    public Placement? Ahead => Placements.FirstOrDefault(one => one.State is PlacementState.Planned or PlacementState.Running);

    /// <summary>Why the person isn't asked to go in a semester; null where they are.</summary>
    public string? ExemptIn(SemesterName semester) =>
        Wishes.Select(wish => wish.Exemption).FirstOrDefault(one => one is not null && (one.Semester is null || one.Semester == semester))?.Reason;

    /// <summary>The school to which the person is to go in a semester by decision; null where that is open.</summary>
    public string? PinIn(SemesterName semester) => Wish(semester, wish => wish.PinnedSchool);

    /// <summary>Where the person would like to go in a semester; null for no wish.</summary>
    public string? WishIn(SemesterName semester) => Wish(semester, wish => wish.WishedSchool);

    // What is recorded for the semester goes before what holds for all.
    private string? Wish(SemesterName semester, Func<SecondmentWish, string> what) => Wishes
        .Where(wish => what(wish).Length > 0 && (wish.Semester is null || wish.Semester == semester.ToString()))
        .OrderBy(wish => wish.Semester is null).Select(what).FirstOrDefault();
}
