using Workflows.Policy;

namespace Workflows.Planning.Secondment;

/// <summary>What the people, schools and semesters of a problem are called.</summary>
internal sealed class PlanWords(SecondmentProblem problem)
{
    private readonly Dictionary<string, PlannedTeacher> teachers = problem.Teachers.ToDictionary(one => one.Id);
    private readonly Dictionary<string, HostSchool> hosts = problem.Hosts.ToDictionary(one => one.Id);

    public PlannedTeacher Teacher(string? id) => teachers[id!];

    public HostSchool Host(string? id) => hosts[id!];

    public string Name(string? teacherId) => Teacher(teacherId).Name;

    public string School(string? hostId) => Host(hostId).Name;

    /// <summary>A semester's name; the first and last one of the plan for places before and after it.</summary>
    public string Semester(int semester) => semester < 0 ? problem.Semesters[0].After(semester).ToString()
        : semester < problem.Semesters.Length ? problem.Semesters[semester].ToString() : problem.Semesters[^1].After(semester - problem.Semesters.Length + 1).ToString();

    public string Semester(int? semester) => Semester(semester!.Value);

    /// <summary>The subject's name, or what to call its absence.</summary>
    public static Bilingual Subject(string? subject) => string.IsNullOrEmpty(subject) ? new("未登记学科", "no subject on record") : new(subject, subject);
}
