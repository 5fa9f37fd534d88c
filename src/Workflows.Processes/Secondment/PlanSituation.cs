using Workflows.Personnel.Secondment;
using Workflows.Policy;
using Workflows.Policy.Secondment;
using Workflows.Policy.Semesters;

namespace Workflows.Processes.Secondment;

/// <summary>What there is to know when a semester's list is made, checked or looked at.</summary>
/// <param name="Semester">The semester.</param>
/// <param name="Teachers">R12 for everybody, as of today.</param>
/// <param name="Schools">The schools that take people in.</param>
/// <param name="Lines">The list's lines that stand; empty where there is no list yet.</param>
/// <param name="OnOtherPlans">Who stands on another list that runs, with its semester.</param>
/// <param name="Office">The semesters and the policy.</param>
public sealed record PlanSituation(
    SemesterName Semester, IReadOnlyList<TeacherFinding> Teachers, IReadOnlyList<School> Schools, IReadOnlyList<PlanLine> Lines,
    IReadOnlyDictionary<Guid, string> OnOtherPlans, Office Office)
{
    /// <summary>The teacher; null for somebody whom R12 doesn't ask.</summary>
    public TeacherFinding? Teacher(Guid personId) => Teachers.FirstOrDefault(one => one.Person.Id == personId);

    /// <summary>The school of that stage; null where it isn't on the list of schools.</summary>
    public School? School(string name, SchoolStage stage) => Schools.FirstOrDefault(one => one.Name == name && one.Stage == stage);

    /// <summary>The semester's days in a stage; null where no calendar knows the stage.</summary>
    public Semester? Days(SchoolStage stage) => Office.Semesters.Find(stage, Semester);

    /// <summary>A placement that keeps somebody away in the semester, apart from what this list opened; null for none.</summary>
    public Placement? AwayBy(TeacherFinding teacher) => teacher.Placements.FirstOrDefault(one =>
        Days(one.Stage) is { } days && one.IsDuring(days) && !Lines.Any(line => line.PlacementId == one.Id));

    /// <summary>Who would be away in the semester: on the list, or by a placement.</summary>
    public IEnumerable<TeacherFinding> Away => Teachers.Where(one => Lines.Any(line => line.PersonId == one.Person.Id) || AwayBy(one) is not null);

    /// <summary>How many people of a subject a school would have in the semester, by the list and by placements.</summary>
    public int TakenBy(string school, SchoolStage stage, string subject) => Teachers.Count(one => one.Person.Subject == subject
        && (Lines.Any(line => line.PersonId == one.Person.Id && line.School == school && line.Stage == stage)
            || (AwayBy(one) is { } placement && placement.School == school && placement.Stage == stage)));

    /// <summary>Whether R12 asks somebody to go in this semester at the latest.</summary>
    public bool IsDue(TeacherFinding teacher) => teacher.Finding.Due is { } due && due.LastFeasible.Name <= Semester;

    /// <summary>Who becomes overdue once the semester is over, because it was the last feasible one and they aren't away in it.</summary>
    public IEnumerable<TeacherFinding> Missed => Teachers.Where(one =>
        IsDue(one) && one.ExemptIn(Semester) is null && !Away.Contains(one));

    /// <summary>Why somebody is on the list, in the words of R12: <c>R12：最迟 2027-2028-2，应在 2028-07-02 前完成</c>.</summary>
    public static Bilingual Reason(TeacherFinding teacher) => teacher.Finding is { Reason: SecondmentReason.Overdue, Due: { } late }
        ? new($"R12：已逾期，应在 {late.DueBy:yyyy-MM-dd} 前完成一个学期", $"R12: overdue, a semester was to be completed by {late.DueBy:yyyy-MM-dd}")
        : teacher.Finding.Due is { } due
            ? new($"R12：最迟 {due.LastFeasible.Name}，应在 {due.DueBy:yyyy-MM-dd} 前完成一个学期", $"R12: {due.LastFeasible.Name} at the latest, a semester is to be completed by {due.DueBy:yyyy-MM-dd}")
            : SecondmentWording.Explain(teacher.Finding);
}
