namespace Workflows.Personnel.Hiring;

/// <summary>What HR found in the background review. Approvers see <see cref="Passed"/> only.</summary>
/// <param name="Lines">One line for each point of the checklist.</param>
public sealed record BackgroundReview(IReadOnlyList<ChecklistLine> Lines)
{
    /// <summary>Whether every point is in order.</summary>
    public bool Passed => Lines.All(line => line.InOrder);
}

/// <summary>One point of the checklist.</summary>
/// <param name="Point">What was looked at.</param>
/// <param name="InOrder">Whether it is in order.</param>
/// <param name="Note">What was seen: the document, or what is wrong. Required where it isn't in order.</param>
public sealed record ChecklistLine(ChecklistPoint Point, bool InOrder, string Note);

/// <summary>The points of the background review's checklist.</summary>
public enum ChecklistPoint
{
    /// <summary>人事档案: the personnel archive, with its special audit.</summary>
    Archive,

    /// <summary>学历学位证明.</summary>
    EducationProof,

    /// <summary>职称证明.</summary>
    TitleProof,

    /// <summary>教师资格证.</summary>
    TeacherCertificate,

    /// <summary>处分与违纪记录.</summary>
    Discipline,

    /// <summary>年度考核.</summary>
    YearlyAssessments,

    /// <summary>从业查询: the statutory check of people who work with minors (Law on the Protection of Minors, Art. 62).</summary>
    WorkWithMinors,
}
