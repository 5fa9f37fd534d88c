namespace Workflows.Policy.Semesters;

/// <summary>One semester of one school stage.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Stage">The school stage.</param>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day; it still counts.</param>
/// <param name="IsProvisional">Whether no calendar file covers its year yet, so that the days are those of a published year, moved by whole years.</param>
public sealed record Semester(SemesterName Name, SchoolStage Stage, DateOnly First, DateOnly Last, bool IsProvisional)
{
    /// <summary>Whether the day lies in it.</summary>
    public bool Contains(DateOnly day) => First <= day && day <= Last;
}
