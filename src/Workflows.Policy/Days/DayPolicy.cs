using Workflows.Policy.Data;

namespace Workflows.Policy.Days;

/// <summary>The numbers and readings of the day ledger (R14, R22, R23): <c>workflows/days/policy.json</c>.</summary>
/// <param name="TeacherDaysPerSemester">R14: the days at schools that each teacher owes in a semester.</param>
/// <param name="PlacementDaysCount">R14: whether the working days of a placement count as days at schools.</param>
/// <param name="WeekendsCountForTeachers">R14: whether an ordinary Saturday or Sunday at a school counts, as the clause says days and not working days.</param>
/// <param name="LeaderWorkingDaysPerYear">R22: the working days at schools that each member of the leadership team owes in a calendar year.</param>
/// <param name="LeaderSessionsPerYear">R23: the sessions of teaching research (教研活动) that each member owes in a calendar year.</param>
/// <param name="SessionsAreSchoolDays">Whether one session counts for R22 as well as for R23.</param>
public sealed record DayPolicy(
    int TeacherDaysPerSemester,
    bool PlacementDaysCount,
    bool WeekendsCountForTeachers,
    int LeaderWorkingDaysPerYear,
    int LeaderSessionsPerYear,
    bool SessionsAreSchoolDays)
{
    /// <summary>Reads the file's text.</summary>
    /// <exception cref="PolicyFileException">The text is broken.</exception>
    public static DayPolicy Parse(string json, string file = "days/policy.json")
    {
        var root = PolicyNode.Parse(file, json).Only(
            "policy", "source", "teacherDaysPerSemester", "placementDaysCount", "weekendsCountForTeachers", "leaderWorkingDaysPerYear",
            "leaderSessionsPerYear", "sessionsAreSchoolDays");
        return new DayPolicy(
            root["teacherDaysPerSemester"].Count(), root["placementDaysCount"].Flag(), root["weekendsCountForTeachers"].Flag(),
            root["leaderWorkingDaysPerYear"].Count(), root["leaderSessionsPerYear"].Count(), root["sessionsAreSchoolDays"].Flag());
    }
}
