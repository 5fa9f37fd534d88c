using Workflows.Personnel.Secondment;
using Workflows.Policy.Secondment;
using Workflows.Policy.Semesters;
using Workflows.Processes;
using Workflows.Processes.Secondment;

namespace Workflows.Web.Secondment;

/// <summary>What somebody looks for on the board; all from the address, so that it can be kept as a bookmark.</summary>
/// <param name="Stage">Only this school stage.</param>
/// <param name="Subject">Only this subject.</param>
/// <param name="Standing">Only those who are <c>overdue</c>, <c>due</c>, <c>away</c> or <c>exempt</c>.</param>
public sealed record BoardFilter(SchoolStage? Stage, string? Subject, string? Standing)
{
    /// <summary>Whether a row is shown.</summary>
    public bool Shows(BoardRow row) => (Stage is null || row.Teacher.Stage == Stage) && (Subject is null || row.Teacher.Person.Subject == Subject)
        && Standing switch
        {
            "overdue" => row.IsOverdue,
            "due" => row.Cells.Any(cell => cell is CellKind.Deadline),
            "away" => row.Cells.Any(cell => cell is CellKind.Away or CellKind.Planned or CellKind.Listed),
            "exempt" => row.Teacher.Finding.Reason is SecondmentReason.Exempt || row.Cells.Any(cell => cell is CellKind.Exempt),
            _ => true,
        };
}

/// <summary>What the board says of one teacher in one semester.</summary>
public enum CellKind
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A completed semester.</summary>
    Completed,

    /// <summary>Away now.</summary>
    Away,

    /// <summary>A placement is decided.</summary>
    Planned,

    /// <summary>On a list that is under way.</summary>
    Listed,

    /// <summary>Broken off; it doesn't count.</summary>
    Interrupted,

    /// <summary>Exempt.</summary>
    Exempt,

    /// <summary>The last semester that can be completed in time.</summary>
    Deadline,

    /// <summary>A semester after the deadline, without a completed one.</summary>
    Overdue,
}

/// <summary>One teacher's line of the board.</summary>
/// <param name="Teacher">R12 and the records.</param>
/// <param name="Cells">One for each semester shown.</param>
public sealed record BoardRow(TeacherFinding Teacher, IReadOnlyList<CellKind> Cells)
{
    /// <summary>Whether the years are over without a completed semester.</summary>
    public bool IsOverdue => Teacher.Finding.Reason is SecondmentReason.Overdue;
}

/// <summary>Teachers by semesters: who is due by when, who is away, who has been. Computed, like everything that R12 says.</summary>
public sealed record Board
{
    private const int Before = 3;
    private const int Shown = 9;

    /// <summary>The semesters, oldest first; the one of today, or the next, is <see cref="Now"/>.</summary>
    public required IReadOnlyList<SemesterName> Semesters { get; init; }

    /// <summary>The semester of today, or the next.</summary>
    public required SemesterName Now { get; init; }

    /// <summary>The teachers, the most urgent first.</summary>
    public required IReadOnlyList<BoardRow> Rows { get; init; }

    /// <summary>Draws the board.</summary>
    /// <param name="teachers">R12 for everybody.</param>
    /// <param name="listed">Who stands on a list that is under way, with its semester.</param>
    /// <param name="office">The semesters.</param>
    /// <param name="today">Today.</param>
    public static Board Of(IReadOnlyList<TeacherFinding> teachers, IReadOnlyDictionary<Guid, string> listed, Office office, DateOnly today)
    {
        var now = SemesterOn(office, today);
        List<SemesterName> semesters = [.. Enumerable.Range(-Before, Shown).Select(now.After)];
        return new Board
        {
            Now = now,
            Semesters = semesters,
            Rows =
            [
                .. teachers.OrderBy(one => one.Finding.Due?.DueBy ?? DateOnly.MaxValue).ThenBy(one => one.Person.Name, StringComparer.Ordinal)
                    .Select(one => new BoardRow(one, semesters.ConvertAll(semester => Cell(one, semester, listed, office, now)))),
            ],
        };
    }

    /// <summary>The semester of a day, or the next.</summary>
    public static SemesterName SemesterOn(Office office, DateOnly today) =>
        Enum.GetValues<SchoolStage>().Select(stage => office.Semesters.OnOrAfter(stage, today)?.Name).OfType<SemesterName>()
            .DefaultIfEmpty(new SemesterName(today.Month >= 8 ? today.Year : today.Year - 1, today.Month is >= 2 and < 8 ? 2 : 1)).Min();

    private static CellKind Cell(
        TeacherFinding teacher, SemesterName semester, IReadOnlyDictionary<Guid, string> listed, Office office, SemesterName now)
    {
        if (teacher.Finding.Completed.Any(one => one.Name == semester))
            return CellKind.Completed;
        var there = teacher.Placements.Where(one => office.Semesters.Find(one.Stage, semester) is { } days
            && one.From <= days.Last && (one.Until is null ? one.State is not PlacementState.Completed : one.Until > days.First)).ToList();
        if (there.Exists(one => one.State is PlacementState.Running))
            return CellKind.Away;
        if (there.Exists(one => one.State is PlacementState.Planned))
            return CellKind.Planned;
        if (listed.GetValueOrDefault(teacher.Person.Id) == semester.ToString())
            return CellKind.Listed;
        if (there.Exists(one => one.State is PlacementState.Interrupted))
            return CellKind.Interrupted;
        if (teacher.ExemptIn(semester) is not null)
            return CellKind.Exempt;
        if (teacher.Finding.Due is not { } due || semester < due.LastFeasible.Name)
            return CellKind.None;
        return semester == due.LastFeasible.Name ? CellKind.Deadline
            : teacher.Finding.Reason is SecondmentReason.Overdue && semester <= now ? CellKind.Overdue : CellKind.None;
    }
}
